import Database from 'better-sqlite3';
import type { ExchangeRun, PortableCollection, PortableDeck, PortableNote } from '@/lib/exchange/portable';
import { DEFAULT_DECK_OPTIONS, type DeckOptions } from '@/lib/srs/deck-options';
import { studyDay } from '@/lib/srs/study-day';
import { AnkiNoteType, completeNoteType } from './anki-note-type';
import type { ApkgOptions } from './apkg-options';
import { cardRow } from './card-row';
import { collectionRow, type OutgoingDeck } from './collection-row';
import { COLLECTION_INDEXES, COLLECTION_TABLES } from './collection-tables';
import { LogInserter } from './log-inserter';
import { logRow } from './log-row';
import { MediaNames, safeMediaName } from './media-names';
import { mediaReferences } from './media-references';
import { type OutgoingNote, outgoingNote } from './outgoing-note';
import { RemarkLog } from './remark-log';
import type { SandboxFile } from './sandbox-files';
import { fieldChecksum, sortField } from './sort-field';
import { StableIds } from './stable-id';

/** Writes the collection of a package into a SQLite file, in one transaction, and keeps what the media and the report need of it. */
export class CollectionWriter {
	readonly remarks = new RemarkLog();
	readonly counts = { notes: 0, cards: 0, reviews: 0 };
	/** Names of the media in the package so far. */
	readonly written = new Set<string>();
	/** Files that demos need, by name. */
	readonly files = new Map<string, SandboxFile>();
	readonly #path: string;
	readonly #options: ApkgOptions;
	readonly #run: ExchangeRun;
	readonly #today: number;
	readonly #names = new MediaNames();
	/** What each file of a deck is called in the package: its own new name, or what another program called it. */
	readonly #called = new Map<string, Set<string>>();
	readonly #models = new Map<number, { json: string; type: AnkiNoteType; mod: number }>();
	readonly #types = new Map<string, AnkiNoteType | null>();
	readonly #json = new WeakMap<AnkiNoteType, string>();
	readonly #cardIds = new Map<string, number>();
	readonly #noteIds: StableIds;
	readonly #cardNumbers: StableIds;
	readonly #cardCounts = new Map<string, number>();
	#nextPosition = 1;

	constructor(path: string, options: ApkgOptions, run: ExchangeRun) {
		this.#path = path;
		this.#options = options;
		this.#run = run;
		this.#today = studyDay(run.nowMs, run.timeZone, run.rolloverHour);
		this.#noteIds = new StableIds(run.nowMs);
		this.#cardNumbers = new StableIds(run.nowMs);
	}

	/** The names that a deck's file has in the package; none when no note shows it. */
	mediaNames(deckId: string, name: string): Iterable<string> {
		return this.#called.get(`${deckId}/${name}`) ?? [];
	}

	/** Writes everything but the media; throws the signal's reason when the run is aborted. */
	async write(collection: PortableCollection): Promise<void> {
		const db = new Database(this.#path);
		try {
			db.pragma('journal_mode = OFF');
			db.pragma('synchronous = OFF');
			db.pragma('locking_mode = EXCLUSIVE');
			db.pragma('cache_size = -32768');
			db.exec('BEGIN');
			db.exec(COLLECTION_TABLES);
			const { decks, options } = this.#decks(collection.decks);
			await this.#writeNotes(db, collection, new Map(decks.map((each) => [each.deck.id, each])), options);
			if (this.#options.history) await this.#writeLog(db, collection);
			const models = new Map(
				[...this.#models].map(([id, { type, mod }]) => [id, completeNoteType({ ...type, id }, mod)]),
			);
			const row = collectionRow({ nowMs: this.#run.nowMs, decks, options, models, nextPosition: this.#nextPosition });
			db.prepare(`INSERT INTO col VALUES (${row.map(() => '?').join()})`).run(...row);
			db.exec(COLLECTION_INDEXES);
			db.exec('COMMIT');
		} finally {
			db.close();
		}
	}

	#decks(decks: readonly PortableDeck[]) {
		const ids = new StableIds(this.#run.nowMs);
		ids.keep(1, 'Default');
		const byId = new Map(decks.map((deck) => [deck.id, deck]));
		const options = new Map<number, { name: string; options: DeckOptions }>([
			[1, { name: 'Default', options: DEFAULT_DECK_OPTIONS }],
		]);
		const sets = new Map([[JSON.stringify(DEFAULT_DECK_OPTIONS), 1]]);
		const optionIds = new StableIds(this.#run.nowMs);
		const inForce = (deck: PortableDeck | undefined, seen = 0): DeckOptions => {
			if (!deck || seen > decks.length) return DEFAULT_DECK_OPTIONS;
			return deck.options ?? inForce(byId.get(deck.parentId ?? ''), seen + 1);
		};
		const names = new Set(['default']);
		const path = (deck: PortableDeck, seen = 0): string => {
			const parent = seen > decks.length ? undefined : byId.get(deck.parentId ?? '');
			const title =
				deck.title
					.replace(/::+/g, ':')
					.replace(/["\p{Cc}]/gu, ' ')
					.trim() || deck.id;
			return parent ? `${path(parent, seen + 1)}::${title}` : title;
		};
		const outgoing = decks.map((deck): OutgoingDeck => {
			const set = inForce(deck);
			const key = JSON.stringify(set);
			const optionsId = sets.get(key) ?? optionIds.of(key);
			if (!sets.has(key)) options.set(optionsId, { name: `Chainrule, ${deck.title}`, options: set });
			sets.set(key, optionsId);
			const plain = path(deck);
			const isDefault = plain === 'Default';
			const name = !isDefault && names.has(plain.toLowerCase()) ? `${plain} (${deck.id})` : plain;
			names.add(name.toLowerCase());
			return { deck, id: isDefault ? 1 : ids.of(deck.id), name, optionsId };
		});
		return { decks: outgoing, options };
	}

	async #writeNotes(
		db: Database.Database,
		collection: PortableCollection,
		decks: ReadonlyMap<string, OutgoingDeck>,
		options: ReadonlyMap<number, { options: DeckOptions }>,
	): Promise<void> {
		const insertNote = db.prepare("INSERT INTO notes VALUES (?,?,?,?,-1,?,?,?,?,0,'')");
		const insertCard = db.prepare('INSERT INTO cards VALUES (?,?,?,?,?,-1,?,?,?,?,?,?,?,?,0,0,?,?)');
		for await (const batch of collection.notes()) {
			this.#run.signal.throwIfAborted();
			for (const note of batch) {
				const out = this.#outgoing(note, decks.get(note.deckId)?.deck.macros ?? {});
				if (!out) continue;
				const cards = note.cards.flatMap((card) => {
					const ord = out.ordinals.get(card.id);
					if (ord === undefined)
						this.remarks.add('refused', card.id, 'The card has no place in its note type; it was left out.');
					return ord === undefined ? [] : [{ card, ord }];
				});
				if (cards.length === 0) {
					this.remarks.add('refused', note.id, 'The note has no card that can be written; it was left out.');
					continue;
				}
				const leeches = cards.filter(({ card }) => card.memory?.leech).length;
				if (this.#options.schedule && leeches > 0 && leeches < cards.length)
					this.remarks.add('changed', note.id, 'Anki marks a whole note as a leech, not one of its cards.');
				const noteId = this.#noteIds.keep(note.origin?.foreignId, note.deckId, note.position);
				const sort = sortField(out.fields[Math.min(out.type.sortf, out.fields.length - 1)] ?? '');
				const seconds = Math.floor(out.modifiedMs / 1000);
				const tags =
					this.#options.schedule && cards.some(({ card }) => card.memory?.leech)
						? [...new Set([...out.tags, 'leech'])]
						: out.tags;
				insertNote.run(
					noteId,
					out.guid,
					this.#modelId(out.type, seconds),
					seconds,
					tags.length > 0 ? ` ${tags.join(' ')} ` : '',
					out.fields.join('\u001f'),
					sort,
					fieldChecksum(sortField(out.fields[0] ?? '')),
				);
				this.counts.notes++;
				for (const { card, ord } of cards) {
					const deck = decks.get(card.deckId) ?? decks.get(note.deckId);
					const set = options.get(deck?.optionsId ?? 1)?.options ?? DEFAULT_DECK_OPTIONS;
					const row = cardRow(card, this.#options.schedule, set, this.#today);
					if (this.#options.schedule && card.memory?.phase === 'relearning')
						this.remarks.add(
							'changed',
							card.id,
							'A card that is being relearnt goes out as one for review today: readers disagree about the rest.',
						);
					const id = this.#cardNumbers.keep(card.origin?.foreignId, note.deckId, this.#cardsIn(note.deckId));
					const mod = card.memoryChangedMs === null ? seconds : Math.floor(card.memoryChangedMs / 1000);
					const { type, queue, due, ivl, factor, reps, lapses, left, flags, data } = row;
					insertCard.run(
						id,
						noteId,
						deck?.id ?? 1,
						ord,
						mod,
						type,
						queue,
						due,
						ivl,
						factor,
						reps,
						lapses,
						left,
						flags,
						data,
					);
					if (type === 0) this.#nextPosition = Math.max(this.#nextPosition, due + 1);
					this.#cardIds.set(card.id, id);
					this.counts.cards++;
				}
			}
			this.#run.onProgress({ stage: 'notes', done: this.counts.notes, total: collection.counts.notes });
		}
	}

	#outgoing(note: PortableNote, macros: Readonly<Record<string, string>>): OutgoingNote | null {
		const shown = new Set(note.media);
		const mediaName = (name: string) =>
			shown.has(name) ? this.#call(note.deckId, name, this.#names.of(note.deckId, name)) : null;
		try {
			const out = outgoingNote(note, { macros, mediaName }, this.#options.sandbox ?? null, (json) =>
				this.#typeOf(json),
			);
			if (!out) this.remarks.add('refused', note.id, 'Its Markdown is no note; it was left out.');
			if (out?.asItCame) {
				for (const original of mediaReferences(out.fields)) this.#call(note.deckId, safeMediaName(original), original);
				for (const original of mediaReferences([out.type.css, ...out.type.tmpls.flatMap((t) => [t.qfmt, t.afmt])]))
					this.#call(note.deckId, safeMediaName(original), original);
			}
			for (const file of out?.files ?? []) this.files.set(file.name, file);
			return out;
		} catch (error) {
			if (!(error instanceof RangeError)) throw error;
			this.remarks.add('refused', note.id, `It cannot be written (${error.message}); it was left out.`);
			return null;
		}
	}

	/** How many cards of a deck came before: their numbers rise in its order. */
	#cardsIn(deckId: string): number {
		const count = this.#cardCounts.get(deckId) ?? 0;
		this.#cardCounts.set(deckId, count + 1);
		return count;
	}

	#call(deckId: string, name: string, called: string): string {
		const key = `${deckId}/${name}`;
		const names = this.#called.get(key) ?? new Set();
		this.#called.set(key, names.add(called));
		return called;
	}

	#typeOf(json: string): AnkiNoteType | null {
		const known = this.#types.get(json);
		if (known !== undefined) return known;
		let type: AnkiNoteType | null = null;
		try {
			type = AnkiNoteType.safeParse(JSON.parse(json)).data ?? null;
		} catch {
			// a note type that cannot be read is replaced by one of ours
		}
		this.#types.set(json, type);
		return type;
	}

	/** Two note types that came with the same number are kept apart. */
	#modelId(type: AnkiNoteType, seconds: number): number {
		const json = this.#jsonOf(type);
		for (let id = type.id; ; id++) {
			const known = this.#models.get(id);
			if (known && known.json !== json) continue;
			if (known) known.mod = Math.max(known.mod, seconds);
			else this.#models.set(id, { json, type, mod: seconds });
			return id;
		}
	}

	#jsonOf(type: AnkiNoteType): string {
		const known = this.#json.get(type);
		if (known !== undefined) return known;
		const json = JSON.stringify(type);
		this.#json.set(type, json);
		return json;
	}

	async #writeLog(db: Database.Database, collection: PortableCollection): Promise<void> {
		const log = new LogInserter(db);
		let seen = 0;
		for await (const batch of collection.acts?.() ?? collection.reviews()) {
			this.#run.signal.throwIfAborted();
			for (const review of batch) {
				seen++;
				const card = this.#cardIds.get(review.cardId);
				const row = logRow(review);
				if (card === undefined || row === null) {
					const message =
						row === null
							? 'The act has no row in Anki’s log; what it did to the card is kept.'
							: 'The row is about a card that is not in the package; it was left out.';
					this.remarks.add('changed', review.id, message);
					continue;
				}
				// no row has the id 0
				log.add(review.origin?.foreignId || review.atMs, card, row);
				this.counts.reviews++;
			}
			this.#run.onProgress({ stage: 'log', done: seen, total: collection.counts.reviews });
		}
		log.end();
	}
}
