import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { AnkiCard } from './anki-card';
import type { AnkiLogRow } from './fold-log';

/** A row of `notes`; ids as text, because Anki's may be larger than a number of ours holds. */
export interface NoteRow {
	id: string;
	guid: string;
	mid: string;
	modifiedMs: number;
	tags: string[];
	/** Null for fields longer than is allowed. */
	fields: string[] | null;
}

/** A row of `cards`. */
export interface CardRecord extends AnkiCard {
	id: string;
	/** The deck it is at home in. */
	did: string;
	ord: number;
	modifiedMs: number;
	customData: string | null;
}

const Data = z.object({
	s: z.number().positive().optional().catch(undefined),
	d: z.number().positive().optional().catch(undefined),
	lrt: z.number().positive().max(1e11).optional().catch(undefined),
	cd: z.string().max(1000).optional().catch(undefined),
});

/** Reads rows of a package's collection one note or card at a time, whatever is in their columns. */
export class CollectionRows {
	readonly #db: Database.Database;
	readonly #note: Database.Statement<[bigint]>;
	readonly #cards: Database.Statement<[bigint]>;
	readonly #logPage: Database.Statement<[bigint, number], unknown[]>;

	constructor(db: Database.Database, fieldCharacters: number) {
		this.#db = db;
		const cut = (name: string, most: number) =>
			`CASE WHEN length(${name}) <= ${most} THEN CAST(${name} AS TEXT) END AS ${name}`;
		const ids = (...names: string[]) => names.map((name) => `CAST(${name} AS TEXT) AS ${name}`).join();
		db.exec('CREATE INDEX IF NOT EXISTS chainrule_cards ON cards (nid, ord)');
		this.#note = db.prepare(
			`SELECT ${ids('id', 'mid')}, mod, ${cut('guid', 200)}, ${cut('tags', 100_000)}, ${cut('flds', fieldCharacters)} FROM notes WHERE id = ?`,
		);
		const columns = `${ids('id', 'did', 'odid')}, ord, mod, type, queue, due, ivl, factor, reps, lapses, left, odue, flags, ${cut('data', 10_000)}`;
		this.#cards = db.prepare(`SELECT ${columns} FROM cards WHERE nid = ? ORDER BY ord, id LIMIT 1000`);
		const id = (name: string) =>
			`CASE WHEN ${name} BETWEEN -9007199254740991 AND 9007199254740991 THEN ${name} ELSE CAST(${name} AS TEXT) END`;
		this.#logPage = db
			.prepare<[bigint, number], unknown[]>(
				`SELECT ${id('id')}, ${id('cid')}, ease, ivl, lastIvl, factor, time, type FROM revlog WHERE id > ? ORDER BY id LIMIT ?`,
			)
			.raw();
	}

	/** Of each note, in the order of their ids: its id, guid and note type, and the deck of its first card. */
	*heads(): Generator<{ id: string; guid: string; mid: string; did: string | null }> {
		const page = this.#db.prepare<[bigint], Record<string, unknown>>(
			`SELECT CAST(id AS TEXT) AS id, CASE WHEN length(guid) <= 200 THEN CAST(guid AS TEXT) END AS guid, CAST(mid AS TEXT) AS mid,
			 (SELECT CAST(CASE WHEN odid <> 0 THEN odid ELSE did END AS TEXT) FROM cards WHERE nid = notes.id ORDER BY ord, id LIMIT 1) AS did
			 FROM notes WHERE id > ? ORDER BY id LIMIT 1000`,
		);
		let last = -(2n ** 63n);
		for (;;) {
			const rows = page.all(last);
			for (const row of rows)
				yield {
					id: String(row['id']),
					guid: typeof row['guid'] === 'string' ? row['guid'] : '',
					mid: String(row['mid']),
					did: row['did'] === null ? null : String(row['did']),
				};
			const end = rows.at(-1);
			if (!end) return;
			last = BigInt(String(end['id']));
		}
	}

	/** A note by its id. */
	note(id: string): NoteRow | null {
		const row = this.#note.get(BigInt(id)) as Record<string, unknown> | undefined;
		if (!row) return null;
		return {
			id,
			guid: typeof row['guid'] === 'string' ? row['guid'] : '',
			mid: String(row['mid']),
			modifiedMs: whole(row['mod'], 0, 4e9, 0) * 1000,
			tags: typeof row['tags'] === 'string' ? row['tags'].split(/\s+/).filter((tag) => tag !== '') : [],
			fields: typeof row['flds'] === 'string' ? row['flds'].split('\u001f') : null,
		};
	}

	/** The cards of a note in the order of their templates. */
	cards(noteId: string): CardRecord[] {
		return this.#cards.all(BigInt(noteId)).map((row) => cardRecord(row as Record<string, unknown>));
	}

	/** Some rows of the log after an id, oldest first; `key` is that id as text. */
	logAfter(id: bigint, limit: number): { key: string; cardId: string; row: AnkiLogRow }[] {
		return this.#logPage.all(id, limit).map(logRecord);
	}
}

function cardRecord(row: Record<string, unknown>): CardRecord {
	const home = String(row['odid']);
	const filtered = home !== '0' && home !== '';
	const data = cardData(row['data']);
	return {
		id: String(row['id']),
		did: filtered ? home : String(row['did']),
		filtered,
		ord: whole(row['ord'], 0, 999, 0),
		modifiedMs: whole(row['mod'], 0, 4e9, 0) * 1000,
		type: whole(row['type'], 0, 3, 0),
		queue: whole(row['queue'], -3, 4, 0),
		due: whole(row['due'], -1e9, 1e11, 0),
		ivl: whole(row['ivl'], -4e9, 1e6, 0),
		factor: whole(row['factor'], 0, 100_000, 0),
		reps: whole(row['reps'], 0, 1e6, 0),
		lapses: whole(row['lapses'], 0, 1e6, 0),
		left: whole(row['left'], 0, 1e7, 0),
		odue: whole(row['odue'], -1e9, 1e11, 0),
		flags: whole(row['flags'], 0, 2 ** 31, 0),
		data: { s: data.s, d: data.d, lrt: data.lrt },
		customData: data.cd ?? null,
	};
}

function cardData(text: unknown): z.infer<typeof Data> {
	if (typeof text !== 'string' || !text.startsWith('{')) return {};
	try {
		return Data.safeParse(JSON.parse(text)).data ?? {};
	} catch {
		return {};
	}
}

function logRecord(row: unknown[]): { key: string; cardId: string; row: AnkiLogRow } {
	const [id, cid, ease, ivl, lastIvl, factor, time, type] = row;
	return {
		key: String(id),
		cardId: String(cid),
		row: {
			id: typeof id === 'number' ? id : 0,
			ease: whole(ease, 0, 9, 9),
			ivl: whole(ivl, -4e9, 1e6, 0),
			lastIvl: whole(lastIvl, -4e9, 1e6, 0),
			factor: whole(factor, 0, 100_000, 0),
			time: whole(time, 0, 4e9, 0),
			type: whole(type, 0, 9, 9),
		},
	};
}

/** A whole number within its range: the nearer end for one outside, `otherwise` for what is no number. */
function whole(value: unknown, low: number, high: number, otherwise: number): number {
	if (typeof value !== 'number' || !Number.isFinite(value)) return otherwise;
	return Math.min(high, Math.max(low, Math.round(value)));
}
