import type { CheckDemo } from '@/lib/cards/demo-link';
import type { ExchangeNote, ExchangeRun, PortableCollection } from '@/lib/exchange/portable';
import { type LandingDeck, landDecks } from './import-decks';
import { stageMedia } from './import-media';
import { decideMemories, newsMarker } from './import-memory';
import { NoteLander, type NoteLanding } from './import-notes';
import { EXAMPLES_OF_EACH, type ImportReport, noNotes, REMARKS_SHOWN } from './import-report';
import { markKnownReviews, reviewStager } from './import-reviews';
import { type ImportStage, openStage } from './import-stage';

/** An import that is worked out and waits on its stage; nothing has been changed. Close it in the end, applied or not. */
export interface PlannedImport {
	report: ImportReport;
	stage: ImportStage;
	decks: readonly LandingDeck[];
	/** What the content was like when this was worked out: an import is applied to just that. */
	contentMark: string;
	/** What SQLite calls the version of the data then: it changes with every commit of others. */
	dataVersion: number;
	close(): void;
}

/** Works out what importing `collection` would do, in bounded memory and without changing anything. Throws the signal's reason when aborted. */
export async function planImport(
	collection: PortableCollection,
	{ checkDemo }: { checkDemo: CheckDemo },
	run: ExchangeRun,
): Promise<PlannedImport> {
	const stage = openStage();
	try {
		// one moment of the database, however long the reading takes
		stage.database.exec('BEGIN');
		const mark = contentMark(stage);
		// of the moment that is read, not of the end of the reading
		const dataVersion = dataVersionOf(stage);
		const landed = landDecks(stage.database, collection);
		const plan = new Plan(stage, collection, landed, run);
		await plan.takeMedia();
		await plan.takeNotes(checkDemo);
		await plan.takeReviews();
		plan.countMemories();
		stage.database.exec('COMMIT');
		const { report } = plan;
		const decks = plan.neededDecks();
		return { report, stage, decks, contentMark: mark, dataVersion, close: stage.close };
	} catch (error) {
		stage.close();
		throw error;
	}
}

/** Counts and times that differ once a text or a deck has changed. */
export function contentMark({ database }: ImportStage): string {
	return JSON.stringify(
		database
			.prepare(
				`SELECT (SELECT json_array(count(*), max("modifiedAt"), max("editedAt"), count("removedAt")) FROM main."Note"),
					(SELECT json_array(count(*), count("removedAt")) FROM main."Card"), (SELECT count(*) FROM main."NoteOrigin"),
					(SELECT json_group_array(json_array("id", "title", "parentId", "macros")) FROM main."Deck")`,
			)
			.raw()
			.get(),
	);
}

/** Another number after each commit of another connection. */
export function dataVersionOf({ database }: ImportStage): number {
	return database.pragma('main.data_version', { simple: true }) as number;
}

class Plan {
	readonly report: ImportReport;
	readonly #stage: ImportStage;
	readonly #collection: PortableCollection;
	readonly #landed: Map<string, LandingDeck>;
	readonly #run: ExchangeRun;
	readonly #counts = new Map<string, ImportReport['decks'][number]>();

	constructor(stage: ImportStage, collection: PortableCollection, landed: Map<string, LandingDeck>, run: ExchangeRun) {
		this.#stage = stage;
		this.#collection = collection;
		this.#landed = landed;
		this.#run = run;
		for (const { id, title, isNew } of landed.values()) this.#counts.set(id, { id, title, isNew, ...noNotes() });
		this.report = {
			notes: noNotes(),
			decks: [],
			cards: { new: 0 },
			memories: { taken: 0, kept: 0 },
			reviews: { new: 0, known: 0, refused: 0 },
			media: { new: 0, updated: 0, unchanged: 0, refused: 0 },
			examples: [],
			remarks: [],
			remarkCount: 0,
		};
	}

	async takeMedia(): Promise<void> {
		for await (const media of this.#watched(this.#collection.media(), 'media', this.#collection.counts.media)) {
			const deck = this.#landed.get(media.deckId);
			const problem = deck
				? stageMedia(this.#stage.database, media, deck, this.#collection.ids === 'exact', this.report)
				: 'its deck did not come with it. It was left out.';
			if (problem === null) continue;
			this.report.media.refused++;
			this.#remark({ severity: 'refused', where: media.name, message: problem });
		}
	}

	async takeNotes(checkDemo: CheckDemo): Promise<void> {
		const exact = this.#collection.ids === 'exact';
		const lander = new NoteLander(this.#stage.database, { exact, nowMs: this.#run.nowMs, checkDemo });
		const deckIdOf = (incoming: string) => this.#landed.get(incoming)?.id;
		const { counts } = this.#collection;
		for await (const batch of this.#watched(this.#collection.notes(), 'notes', counts.notes)) {
			for (const note of batch) {
				const deck = this.#landed.get(note.deckId);
				const landing: NoteLanding = deck
					? lander.land(note, deck, deckIdOf)
					: {
							verdict: 'refused',
							noteId: note.id,
							reason: 'its deck did not come with it.',
							newCards: 0,
							lostCards: [],
						};
				this.#tell(note.title, deck, landing);
			}
		}
	}

	#tell(
		title: string,
		deck: LandingDeck | undefined,
		{ verdict, noteId, reason, newCards, lostCards }: NoteLanding,
	): void {
		const { report } = this;
		report.notes[verdict]++;
		const counts = deck && this.#counts.get(deck.id);
		if (counts) counts[verdict]++;
		report.cards.new += newCards;
		const shown = report.examples.filter((example) => example.verdict === verdict).length;
		if (verdict !== 'unchanged' && shown < EXAMPLES_OF_EACH) report.examples.push({ verdict, noteId, title, reason });
		if (reason !== null) {
			this.#remark({
				severity: verdict === 'refused' ? 'refused' : 'changed',
				where: title || noteId,
				message: reason,
			});
		}
		for (const cardId of lostCards) {
			this.#remark({
				severity: 'refused',
				where: cardId,
				message: 'the note has no such card here: it was left out, with its schedule and its history.',
			});
		}
	}

	async takeReviews(): Promise<void> {
		const stager = reviewStager(this.#stage.database, this.#run.nowMs);
		const { counts } = this.#collection;
		for await (const batch of this.#watched(this.#collection.reviews(), 'history', counts.reviews)) {
			for (const review of batch) if (!stager.add(review)) this.report.reviews.refused++;
		}
		const { fresh, known } = markKnownReviews(this.#stage.database);
		this.report.reviews.new = fresh;
		this.report.reviews.known = known;
		if (this.report.reviews.refused > 0) {
			this.#remark({
				severity: 'refused',
				where: 'history',
				message: `${this.report.reviews.refused} rows belong to cards that did not come; they were left out.`,
			});
		}
		for (const remark of this.#collection.remarks) this.#remark(remark);
	}

	countMemories(): void {
		const mark = newsMarker(this.#stage.database);
		for (const decision of decideMemories(this.#stage.database)) {
			this.report.memories[decision.taken ? 'taken' : 'kept']++;
			mark(decision);
		}
		this.report.decks = [...this.#counts.values()];
	}

	/** All but new decks that stay empty, with none below them either. */
	neededDecks(): LandingDeck[] {
		const needed = new Set(
			this.#stage.database
				.prepare<[], string>('SELECT deckId FROM stage.card UNION SELECT deckId FROM stage.note')
				.pluck()
				.all(),
		);
		for (const deck of [...this.#landed.values()].reverse()) {
			if (needed.has(deck.id) && deck.parentId !== null) needed.add(deck.parentId);
		}
		this.report.decks = this.report.decks.filter((deck) => needed.has(deck.id) || !deck.isNew);
		return [...this.#landed.values()].filter((deck) => needed.has(deck.id) || !deck.isNew);
	}

	#remark(remark: ExchangeNote): void {
		this.report.remarkCount++;
		if (this.report.remarks.length < REMARKS_SHOWN) this.report.remarks.push(remark);
	}

	/** Walks an iterable, telling how far it has come and stopping when it should. */
	async *#watched<T>(items: AsyncIterable<T>, stage: string, total: number): AsyncGenerator<T> {
		let done = 0;
		for await (const item of items) {
			this.#run.signal.throwIfAborted();
			yield item;
			done += Array.isArray(item) ? item.length : 1;
			this.#run.onProgress({ stage, done, total });
			await new Promise<void>((resolve) => setImmediate(resolve));
		}
	}
}
