import type Database from 'better-sqlite3';
import type { CheckDemo } from '@/lib/cards/demo-link';
import type { ExchangeLimits } from '@/lib/exchange/limits';
import type { ExchangeRun, PortableCard, PortableDeck, PortableNote, PortableReview } from '@/lib/exchange/portable';
import { type CardMemory, newCardMemory } from '@/lib/srs/card-memory';
import { firstDayOf } from './anki-calendar';
import { type AnkiTime, ankiMemory } from './anki-card';
import type { AnkiNoteType } from './anki-note-type';
import { type CardRecord, CollectionRows, type NoteRow } from './collection-rows';
import type { CollectionStructure } from './collection-structure';
import { type DeckPlan, planDecks } from './deck-plan';
import { type AnkiLogRow, type FoldContext, foldMemory, foldRow } from './fold-log';
import type { IncomingMedia } from './incoming-media';
import { type ReadNote, readNote } from './incoming-note';
import { incomingTags } from './incoming-tags';
import { LogModel } from './log-model';
import { markdownHash } from './markdown-hash';
import { safeMediaName } from './media-names';
import { mediaReferences } from './media-references';
import { isOurNoteType } from './our-note-types';
import { readOwnNote } from './own-note';
import { refused } from './package-zip';
import type { RemarkLog } from './remark-log';
import { ZoneClock } from './zone-clock';

const OWN_GUID = /^([a-z0-9]+(?:-[a-z0-9]+)*)\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
const PAGE = 500;
const DAY_MS = 86_400_000;
const FRESH: CardMemory = newCardMemory(0);

interface Head {
	id: string;
	did: string;
}

/** Reads a collection's notes into a table of their own, and gives them and the log out from there as often as asked. */
export class NoteReader {
	/** Notes to be read. */
	readonly total: number;
	readonly #rows: CollectionRows;
	readonly #structure: CollectionStructure;
	readonly #media: IncomingMedia;
	readonly #run: ExchangeRun;
	readonly #remarks: RemarkLog;
	readonly #checkDemo: CheckDemo;
	readonly #plan: DeckPlan;
	readonly #heads: Head[] = [];
	readonly #time: AnkiTime;
	readonly #db: Database.Database;
	readonly #insert: Database.Statement;
	readonly #positions = new Map<string, number>();
	readonly #ids = new Set<string>();
	readonly #typeJson = new Map<AnkiNoteType, string>();
	/** Our ids of cards and what they remember, by Anki's ids. */
	readonly #cards = new Map<string, { id: string; memory: CardMemory }>();
	/** What the log says of each card, by Anki's id, until the notes are read. */
	readonly #folded = new Map<string, CardMemory>();
	/** What the model made of each row of the log, by its place. */
	readonly #model: LogModel;
	readonly #fold: FoldContext;
	#logRead = -(2n ** 63n);
	#next = 0;
	#counts = { notes: 0, cards: 0, reviews: 0 };

	constructor(
		db: Database.Database,
		structure: CollectionStructure,
		media: IncomingMedia,
		limits: ExchangeLimits,
		run: ExchangeRun,
		context: { remarks: RemarkLog; checkDemo: CheckDemo; fallbackTitle: string },
	) {
		this.#db = db;
		this.#rows = new CollectionRows(db, 20 * limits.noteCharacters);
		this.#limit = limits.noteCharacters;
		this.#structure = structure;
		this.#media = media;
		this.#run = run;
		this.#remarks = context.remarks;
		this.#checkDemo = context.checkDemo;
		const clock = new ZoneClock(run.timeZone, run.rolloverHour);
		this.#time = { clock, today: clock.studyDay(run.nowMs), firstDay: firstDayOf(structure, run) };
		const log = Number(db.prepare('SELECT count(*) FROM revlog').pluck().get());
		this.#fold = { clock, secondScheduler: structure.secondScheduler };
		if (log > limits.reviews) throw refused(`its log has ${log} rows; at most ${limits.reviews} are allowed`);
		this.#model = new LogModel(log);
		const count = Number(db.prepare('SELECT count(*) FROM notes').pluck().get());
		if (count > limits.notes) throw refused(`it has ${count} notes; at most ${limits.notes} are allowed`);
		this.#plan = this.#planNotes(context.fallbackTitle);
		this.total = this.#heads.length;
		db.exec('CREATE TABLE chainrule_notes (seq INTEGER PRIMARY KEY, json TEXT NOT NULL)');
		this.#insert = db.prepare('INSERT INTO chainrule_notes (json) VALUES (?)');
		db.exec('BEGIN');
	}

	readonly #limit: number;

	/** The decks of the package, parents first. */
	get decks(): readonly PortableDeck[] {
		return this.#plan.decks;
	}

	/** True when every deck and note of the package was ours. */
	get exact(): boolean {
		return this.#plan.exact && this.#allOurs;
	}

	#allOurs = true;

	#planNotes(fallbackTitle: string): DeckPlan {
		const guids = new Set<string>();
		const used = new Set<string>();
		const ownIds = new Map<string, string>();
		for (const { id, guid, mid, did } of this.#rows.heads()) {
			const type = this.#structure.noteTypes.get(mid);
			const where = guid === '' ? `note ${id}` : `note ${guid}`;
			if (did === null) this.#remarks.add('refused', where, 'The note has no cards; it was left out.');
			else if (!type)
				this.#remarks.add(
					'refused',
					where,
					'The note is of a type that the package does not hold or that cannot be read; it was left out.',
				);
			else if (guid !== '' && guids.has(guid))
				this.#remarks.add('refused', where, 'Another note of the package has the same guid; this one was left out.');
			else {
				if (guid !== '') guids.add(guid);
				used.add(did);
				const own = isOurNoteType(type) ? OWN_GUID.exec(guid)?.[1] : undefined;
				if (own !== undefined && !ownIds.has(did)) ownIds.set(did, own);
				if (own === undefined) this.#allOurs = false;
				this.#heads.push({ id, did });
			}
		}
		const plan = planDecks(this.#structure.decks, used, ownIds, fallbackTitle);
		const order = new Map(plan.decks.map(({ id }, index) => [id, index]));
		const place = ({ did }: Head) => order.get(plan.byAnkiId.get(did)?.id ?? '') ?? 0;
		// the order of their ids stays the order within a deck
		this.#heads.sort((a, b) => place(a) - place(b));
		return plan;
	}

	/** Folds the next rows of the log into what they say of each card; false when there were none left. Comes before the notes. */
	foldSome(count: number): boolean {
		const rows = this.#rows.logAfter(this.#logRead, count);
		const end = rows.at(-1);
		if (!end) return false;
		this.#logRead = BigInt(end.key);
		for (const { key, cardId, row } of rows) {
			const place = this.#model.next();
			if (!this.#isOfATime(row)) {
				this.#remarks.add('refused', `log row ${key}`, 'The row is of no time or of one to come; it was left out.');
				continue;
			}
			const memory = foldMemory(row, this.#folded.get(cardId) ?? FRESH, this.#fold);
			if (memory) {
				this.#folded.set(cardId, memory);
				this.#model.keep(place, memory);
			} else this.#remarks.add('refused', `log row ${key}`, 'The row is of no known kind or grade; it was left out.');
		}
		return true;
	}

	#isOfATime(row: AnkiLogRow): boolean {
		return row.id > 0 && row.id <= this.#run.nowMs + DAY_MS;
	}

	/** Reads the next notes. */
	readSome(count: number): void {
		for (const { id, did } of this.#heads.slice(this.#next, this.#next + count)) {
			const row = this.#rows.note(id);
			const note = row && this.#read(row, did);
			if (note) {
				this.#insert.run(JSON.stringify(note));
				this.#counts.notes++;
				this.#counts.cards += note.cards.length;
			}
		}
		this.#next += count;
	}

	/** Ends the reading; returns what there is. */
	finish(): { notes: number; cards: number; reviews: number } {
		this.#db.exec('COMMIT');
		this.#folded.clear();
		const known = this.#db.prepare('SELECT CAST(cid AS TEXT) AS cid, count(*) AS count FROM revlog GROUP BY cid');
		for (const row of known.all() as { cid: string; count: number }[]) {
			if (this.#cards.has(row.cid)) this.#counts.reviews += row.count;
			else
				this.#remarks.add(
					'changed',
					`card ${row.cid}`,
					'The log has rows about a card that the package does not hold; they were left out.',
				);
		}
		return this.#counts;
	}

	/** The notes, by deck and position. */
	*notes(signal: AbortSignal): Generator<PortableNote[]> {
		const page = this.#db.prepare<[number, number], { seq: number; json: string }>(
			'SELECT seq, json FROM chainrule_notes WHERE seq > ? ORDER BY seq LIMIT ?',
		);
		for (let last = 0; ; ) {
			signal.throwIfAborted();
			const rows = page.all(last, 200);
			const end = rows.at(-1);
			if (!end) return;
			last = end.seq;
			// only this class writes the table
			yield rows.map(({ json }) => JSON.parse(json) as PortableNote);
		}
	}

	/** The log, oldest first. */
	*reviews(signal: AbortSignal): Generator<PortableReview[]> {
		const memories = new Map<string, CardMemory>();
		const left = this.#lastRows();
		let place = 0;
		for (let last = -(2n ** 63n); ; ) {
			signal.throwIfAborted();
			const rows = this.#rows.logAfter(last, PAGE);
			const end = rows.at(-1);
			if (!end) return;
			last = BigInt(end.key);
			const batch: PortableReview[] = [];
			for (const { key, cardId, row } of rows) {
				const known = this.#model.at(place++);
				const card = this.#cards.get(cardId);
				if (!card) continue;
				const before = memories.get(cardId) ?? FRESH;
				const usable = this.#isOfATime(row);
				const review = usable
					? foldRow(row, { review: `anki:${key}:${cardId}`, card: card.id }, before, this.#fold, known)
					: null;
				if (!review) continue;
				if (left.get(cardId) === key) {
					review.after = card.memory;
					memories.delete(cardId);
				} else memories.set(cardId, review.after);
				batch.push(review);
			}
			if (batch.length > 0) yield batch;
		}
	}

	/** The last row that counts of each card. */
	#lastRows(): Map<string, string> {
		const rows = this.#db
			.prepare(
				'SELECT CAST(cid AS TEXT) AS cid, CAST(max(id) AS TEXT) AS id FROM revlog WHERE id > 0 AND id <= ? AND type BETWEEN 0 AND 5 AND (ease BETWEEN 1 AND 4 OR type >= 4) GROUP BY cid',
			)
			.all(this.#run.nowMs + DAY_MS) as { cid: string; id: string }[];
		return new Map(rows.map(({ cid, id }) => [cid, id]));
	}

	#read(row: NoteRow, did: string): PortableNote | null {
		const type = this.#structure.noteTypes.get(row.mid);
		const deck = this.#plan.byAnkiId.get(did);
		const where = row.guid === '' ? `note ${row.id}` : `note ${row.guid}`;
		const refuse = (message: string) => {
			this.#remarks.add('refused', where, message);
			return null;
		};
		if (!type || !deck) return refuse('The note is of a type or in a deck that cannot be read; it was left out.');
		if (row.fields === null || row.fields.some((field) => field.length > this.#limit))
			return refuse(`A field has more than the ${this.#limit} characters that are allowed; the note was left out.`);
		if (row.fields.length !== type.flds.length)
			return refuse(`The note has ${row.fields.length} fields and its type ${type.flds.length}; it was left out.`);
		const records = this.#rows.cards(row.id);
		const guid = row.guid === '' ? `anki-${row.id}` : row.guid;
		if (row.guid === '') this.#remarks.add('changed', where, 'The note has no guid; it was given one from its number.');
		const leech = row.tags.some((tag) => tag.toLowerCase() === 'leech');
		const shownTags = incomingTags(
			isOurNoteType(type) ? row.tags.filter((tag) => tag.toLowerCase() !== 'leech') : row.tags,
		);
		const foreign = {
			guid,
			type,
			fields: row.fields,
			tags: shownTags,
			ordinals: [...new Set(records.map(({ ord }) => ord))],
			deckPath: deck.path,
		};
		const own = isOurNoteType(type) && OWN_GUID.test(guid) ? guid.split('/')[0] : undefined;
		const homeId = own !== undefined && this.#plan.decks.some(({ id }) => id === own) ? own : deck.id;
		const macros = this.#plan.decks.find(({ id }) => id === homeId)?.macros ?? {};
		const context = {
			macros,
			checkDemo: this.#checkDemo,
			mediaName: (name: string) => this.#media.picture(homeId, name),
		};
		const ours = own === undefined ? null : readOwnNote(foreign, homeId, this.#media, context);
		const read: ReadNote | null = ours?.note ?? readNote(foreign, context);
		if (!read) return refuse('No card of the note can be shown; it was left out.');
		for (const message of read.changed) this.#remarks.add('changed', where, message);
		const id = `${homeId}/${read.noteId}`;
		if (this.#ids.has(id)) return refuse(`Another note of the package has the id ${id}; this one was left out.`);
		this.#ids.add(id);
		if (!ours)
			for (const name of mediaReferences([...row.fields, ...templateTexts(type)]))
				this.#media.want(homeId, safeMediaName(name), name);
		const position = ours?.position ?? this.#positions.get(homeId) ?? 0;
		this.#positions.set(homeId, position + 1);
		const cards = records.flatMap((record): PortableCard[] => {
			const suffix = read.cardSuffixes.get(record.ord);
			if (suffix === undefined || !read.cardSuffixes.delete(record.ord)) {
				this.#remarks.add(
					'refused',
					`card ${record.id}`,
					'The note has no such card, or has it twice; it was left out.',
				);
				return [];
			}
			return [this.#card(record, `${id}${suffix}`, leech, homeId, ours !== null, position)];
		});
		return {
			id,
			deckId: homeId,
			kind: read.kind,
			title: read.title,
			tags: shownTags,
			markdown: read.markdown,
			demo: read.demo,
			position,
			cards,
			media: read.media,
			modifiedMs: row.modifiedMs,
			origin: ours
				? null
				: {
						program: 'anki',
						guid,
						foreignId: safeId(row.id),
						noteType: this.#noteTypeJson(type),
						fields: [...row.fields],
						tags: row.tags,
						markdownSha256: markdownHash(read.markdown),
						modifiedMs: row.modifiedMs,
					},
		};
	}

	#card(record: CardRecord, id: string, leech: boolean, homeId: string, ours: boolean, position: number): PortableCard {
		const memory = ankiMemory(record, leech, this.#folded.get(record.id) ?? null, this.#time);
		this.#cards.set(record.id, { id, memory });
		const touched = record.type !== 0 || record.queue !== 0 || record.reps > 0 || (record.flags & 7) !== 0;
		return {
			id,
			deckId: this.#plan.byAnkiId.get(record.did)?.id ?? homeId,
			position,
			frontHtml: '',
			backHtml: '',
			memory,
			memoryChangedMs: touched ? record.modifiedMs : null,
			origin: ours
				? null
				: {
						program: 'anki',
						foreignId: safeId(record.id),
						ordinal: record.ord,
						rest: JSON.stringify({ factor: record.type === 0 ? null : record.factor, customData: record.customData }),
					},
		};
	}

	#noteTypeJson(type: AnkiNoteType): string {
		const known = this.#typeJson.get(type);
		if (known !== undefined) return known;
		const json = JSON.stringify(type);
		this.#typeJson.set(type, json);
		return json;
	}
}

function templateTexts(type: AnkiNoteType): string[] {
	return [type.css, ...type.tmpls.flatMap(({ qfmt, afmt }) => [qfmt, afmt])];
}

function safeId(text: string): number {
	const id = Number(text);
	return Number.isSafeInteger(id) && id > 0 ? id : 0;
}
