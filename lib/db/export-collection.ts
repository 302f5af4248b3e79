import type {
	PortableAct,
	PortableCollection,
	PortableDeck,
	PortableMedia,
	PortableNote,
	PortableReview,
} from '@/lib/exchange/portable';
import { DeckOptions } from '@/lib/srs/deck-options';
import { ALL_DECKS } from './all-decks';
import { LOCAL_LEARNER } from './learner';
import { type OwnConnection, openOwnConnection } from './own-connection';
import { portableLog, STANDING_ROWS } from './portable-log';
import { portableNotes } from './portable-notes';
import { PORTABLE_COLUMNS, portableReview } from './portable-review';
import type { RawRow } from './raw-memory';

/** Which decks go out: one alone, one with all below it, or every deck (`deckId` is then `all`). */
export interface ExportScope {
	deckId: string;
	subtree: boolean;
}

const NOTES_AT_ONCE = 200;
const REVIEWS_AT_ONCE = 1_000;

/**
 * The decks of a scope as they are at this moment, whatever is answered meanwhile; decks above them come along, empty, so that paths hold.
 * Close it in the end. Throws RangeError for a deck that is not there.
 */
export function exportCollection(
	scope: ExportScope,
	{ schedule, history }: { schedule: boolean; history: boolean },
): Omit<PortableCollection, 'close'> & { close(): void } {
	const database = openOwnConnection({ readonly: true });
	try {
		database.exec('BEGIN');
		const decks = readDecks(database);
		const chosen = decksOf(scope, decks);
		prepareScope(database, chosen);
		const count = (sql: string) => database.prepare(sql).pluck().get() as number;
		return {
			ids: 'exact',
			decks: withParents(chosen, decks),
			counts: {
				notes: count('SELECT count(*) FROM scope_note'),
				cards: count('SELECT count(*) FROM scope_card'),
				reviews: history ? count(`SELECT count(*) FROM ${STANDING_ROWS}`) : 0,
				media: count('SELECT count(*) FROM scope_media'),
			},
			notes: () => notes(database, schedule),
			reviews: () => reviews(database, history),
			acts: () => acts(database, history),
			media: () => media(database),
			remarks: [],
			close: () => {
				database.close();
			},
		};
	} catch (error) {
		database.close();
		throw error;
	}
}

function readDecks(database: OwnConnection): PortableDeck[] {
	const rows = database
		.prepare<[string], RawRow>(
			`SELECT d."id", d."parentId", d."title", d."description", d."tags", d."macros", o."json" AS options
				FROM "Deck" d LEFT JOIN "DeckSetting" s ON s."deckId" = d."id" AND s."learnerId" = ?
				LEFT JOIN "SchedulingOptions" o ON o."id" = s."optionsId" ORDER BY d."position", d."id"`,
		)
		.all(LOCAL_LEARNER);
	const decks = rows.map(
		(row): PortableDeck => ({
			id: String(row['id']),
			parentId: row['parentId'] === null ? null : String(row['parentId']),
			title: String(row['title']),
			description: String(row['description']),
			tags: JSON.parse(String(row['tags'])),
			macros: JSON.parse(String(row['macros'])),
			options: row['options'] === null ? null : DeckOptions.parse(JSON.parse(String(row['options']))),
		}),
	);
	const byId = new Map(decks.map((deck) => [deck.id, deck]));
	const depth = (deck: PortableDeck): number => {
		const parent = deck.parentId === null ? undefined : byId.get(deck.parentId);
		return parent ? depth(parent) + 1 : 0;
	};
	return decks.sort((a, b) => depth(a) - depth(b));
}

function decksOf({ deckId, subtree }: ExportScope, decks: readonly PortableDeck[]): PortableDeck[] {
	if (deckId === ALL_DECKS) return [...decks];
	const chosen = new Set([deckId]);
	// parents come first
	if (subtree) for (const deck of decks) if (deck.parentId !== null && chosen.has(deck.parentId)) chosen.add(deck.id);
	const found = decks.filter((deck) => chosen.has(deck.id));
	if (found.some((deck) => deck.id === deckId)) return found;
	throw new RangeError(
		`cannot export the deck “${deckId}”: there is none of that id; ${ALL_DECKS}, ${decks.map((deck) => deck.id).join(', ')} are allowed`,
	);
}

function withParents(chosen: readonly PortableDeck[], decks: readonly PortableDeck[]): PortableDeck[] {
	const wanted = new Set(chosen.map((deck) => deck.id));
	for (const deck of [...decks].reverse()) if (wanted.has(deck.id) && deck.parentId !== null) wanted.add(deck.parentId);
	return decks.filter((deck) => wanted.has(deck.id));
}

/** Temporary tables that number what goes out: pages of it are then found without sorting again. */
function prepareScope(database: OwnConnection, decks: readonly PortableDeck[]): void {
	const ids = JSON.stringify(decks.map((deck) => deck.id));
	const numbered = (name: string, columns: string, select: string) => {
		database.exec(`CREATE TEMP TABLE ${name} (nth INTEGER PRIMARY KEY, ${columns})`);
		const names = columns.replaceAll(' TEXT', '').replaceAll(' INTEGER', '').replaceAll(' UNIQUE', '');
		database.prepare(`INSERT INTO ${name} (${names}) ${select}`).run({ ids, learner: LOCAL_LEARNER });
	};
	numbered(
		'scope_note',
		'id TEXT UNIQUE',
		`SELECT n."id" FROM json_each(@ids) d JOIN "Note" n ON n."deckId" = d."value" WHERE n."removedAt" IS NULL
			ORDER BY d."key", n."position", n."id"`,
	);
	numbered(
		'scope_card',
		'id TEXT UNIQUE',
		'SELECT c."id" FROM scope_note s CROSS JOIN "Card" c ON c."noteId" = s.id WHERE c."removedAt" IS NULL',
	);
	numbered(
		'scope_media',
		'deckId TEXT, name TEXT',
		`SELECT m."deckId", m."name" FROM json_each(@ids) d JOIN "Media" m ON m."deckId" = d."value" ORDER BY d."key", m."name"`,
	);
}

/** Lets signals be heard between two pages. */
const breath = () => new Promise<void>((resolve) => setImmediate(resolve));

async function* notes(database: OwnConnection, schedule: boolean): AsyncGenerator<readonly PortableNote[]> {
	for (let after = 0; ; after += NOTES_AT_ONCE) {
		const page = portableNotes(database, { after, upTo: after + NOTES_AT_ONCE, schedule });
		if (page.length === 0) return;
		yield page;
		await breath();
	}
}

async function* acts(database: OwnConnection, history: boolean): AsyncGenerator<readonly PortableAct[]> {
	if (!history) return;
	for (const batch of portableLog(database)) {
		yield batch;
		await breath();
	}
}

async function* reviews(database: OwnConnection, history: boolean): AsyncGenerator<readonly PortableReview[]> {
	if (!history) return;
	// numbered, so that pages of it are found without sorting again
	database.exec(
		`CREATE TEMP TABLE IF NOT EXISTS scope_review (nth INTEGER PRIMARY KEY, seq INTEGER);
		INSERT INTO scope_review (seq) SELECT r."seq" FROM ${STANDING_ROWS} AND NOT EXISTS (SELECT 1 FROM scope_review)
			ORDER BY r."at", r."seq"`,
	);
	const columns = PORTABLE_COLUMNS.map((name) => `r."${name}"`).join(', ');
	const page = database
		.prepare<[number, number], (string | number | null)[]>(
			`SELECT ${columns} FROM scope_review s JOIN "Review" r ON r."seq" = s.seq WHERE s.nth > ? AND s.nth <= ? ORDER BY s.nth`,
		)
		.raw();
	for (let after = 0; ; after += REVIEWS_AT_ONCE) {
		const rows = page.all(after, after + REVIEWS_AT_ONCE);
		if (rows.length === 0) return;
		yield rows.map(portableReview);
		await breath();
	}
}

async function* media(database: OwnConnection): AsyncGenerator<PortableMedia> {
	const one = database.prepare<[number], PortableMedia>(
		`SELECT m."deckId", m."name", m."mimeType", m."bytes" FROM scope_media s
			JOIN "Media" m ON m."deckId" = s.deckId AND m."name" = s.name WHERE s.nth = ?`,
	);
	for (let nth = 1; ; nth++) {
		const found = one.get(nth);
		if (!found) return;
		yield found;
		await breath();
	}
}
