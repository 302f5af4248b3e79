import Database from 'better-sqlite3';
import type {
	ExchangeRun,
	PortableCard,
	PortableCollection,
	PortableDeck,
	PortableMedia,
	PortableNote,
	PortableReview,
} from '@/lib/exchange/portable';
import { type AppliedImport, applyImport } from './apply-import';
import { type PlannedImport, planImport } from './plan-import';

/** A collection held whole. */
export function collectionOf(
	parts: {
		decks?: PortableDeck[];
		notes?: PortableNote[];
		reviews?: PortableReview[];
		media?: PortableMedia[];
	},
	ids: 'exact' | 'proposed' = 'proposed',
): PortableCollection {
	const { decks = [portableDeck('physics')], notes = [], reviews = [], media = [] } = parts;
	return {
		ids,
		decks,
		counts: {
			notes: notes.length,
			cards: notes.flatMap((note) => note.cards).length,
			reviews: reviews.length,
			media: media.length,
		},
		notes: async function* () {
			yield notes;
		},
		reviews: async function* () {
			yield reviews;
		},
		media: async function* () {
			yield* media;
		},
		remarks: [],
	};
}

/** A deck whose title is its id. */
export function portableDeck(id: string, changes: Partial<PortableDeck> = {}): PortableDeck {
	return { id, parentId: null, title: id, description: '', tags: [], macros: {}, options: null, ...changes };
}

/** A basic note that asks for its name, with one card. */
export function portableNote(
	id: string,
	changes: Partial<PortableNote> = {},
	card: Partial<PortableCard> = {},
): PortableNote {
	const [deckId = '', name = ''] = id.split('/');
	const title = `What is ${name}?`;
	return {
		id,
		deckId,
		kind: 'basic',
		title,
		tags: [],
		markdown: `## ${title} {#${name}}\n\n---\n\nIt is ${name}.`,
		demo: null,
		position: 0,
		cards: [
			{
				...{ id, deckId, position: 0, frontHtml: '', backHtml: '', memory: null, memoryChangedMs: null, origin: null },
				...card,
			},
		],
		media: [],
		modifiedMs: 0,
		origin: null,
		...changes,
	};
}

/** A run at `nowMs` that nobody watches or stops. */
export function quietRun(nowMs = 1_000_000): ExchangeRun {
	return { nowMs, timeZone: 'UTC', rolloverHour: 4, signal: new AbortController().signal, onProgress: () => {} };
}

/** Plans with demos of any name allowed. */
export function plan(collection: PortableCollection, run = quietRun()): Promise<PlannedImport> {
	return planImport(collection, { checkDemo: () => ({ ok: true }) }, run);
}

/** Plans and applies, without a copy. */
export async function importAll(collection: PortableCollection, run = quietRun()): Promise<AppliedImport> {
	const planned = await plan(collection, run);
	try {
		return await applyImport(planned, () => 'copy', run);
	} finally {
		planned.close();
	}
}

/** Every row of every table, in the order of their keys. */
export function allRows(path: string): Record<string, unknown[]> {
	const database = new Database(path, { readonly: true });
	try {
		const tables = database
			.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
			.pluck()
			.all();
		return Object.fromEntries(
			tables.map((table) => [
				table,
				database.prepare(`SELECT rowid AS "its rowid", * FROM "${table}" ORDER BY rowid`).all(),
			]),
		);
	} finally {
		database.close();
	}
}
