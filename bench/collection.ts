import { existsSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { closeDatabase, transaction } from '@/lib/db/client';
import { DEFAULT_OPTIONS, keepOptions } from '@/lib/db/deck-settings';
import { readLearner } from '@/lib/db/learner';
import { memoryColumns, prefixedColumns } from '@/lib/db/memory-columns';
import { openStream, type RandomStream } from '@/lib/engine/random-stream';
import { answerCard } from '@/lib/srs/answer';
import { type CardMemory, newCardMemory } from '@/lib/srs/card-memory';
import type { Grade } from '@/lib/srs/grade';
import type { Review } from '@/lib/srs/review';
import { shuffleKey } from '@/lib/srs/shuffle-key';

const DAY_MS = 86_400_000;
const DECKS = 20;

/** How large a collection to make, and the instant at which its learner stands. */
export interface CollectionSize {
	cards: number;
	reviews: number;
	nowMs: number;
	seed: number;
}

type Cell = string | number | null;
const cell = (value: unknown): Cell =>
	value instanceof Date ? value.getTime() : typeof value === 'boolean' ? Number(value) : (value as Cell);

/**
 * Fills the migrated, empty database at `path` with a learner of years: `cards` cards in 20 decks under one, `reviews`
 * rows of log made by the scheduler itself, deterministically from `seed`, every memory the one its log gives.
 * An eighth of the cards is still new. Rows stand in the log card by card.
 */
export async function makeCollection(path: string, size: CollectionSize): Promise<void> {
	if (!existsSync(path)) throw new RangeError(`cannot fill ${path}: migrate it first`);
	process.env['DATABASE_URL'] = `file:${path}`;
	await transaction(async (db) => {
		await readLearner(db);
		await keepOptions(db, DEFAULT_OPTIONS.options);
	});
	await closeDatabase();
	const sqlite = new Database(path);
	sqlite.pragma('synchronous = OFF');
	sqlite.exec('BEGIN');
	addContent(sqlite, size.cards);
	addHistory(sqlite, size);
	sqlite.exec('COMMIT');
	sqlite.exec('ANALYZE');
	sqlite.close();
}

/** Removes the database and what SQLite keeps beside it. */
export function removeDatabase(path: string): void {
	for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}

function addContent(sqlite: Database.Database, cards: number): void {
	const addDeck = (id: string, parentId: string | null, position: number) =>
		insert(sqlite, 'Deck', { id, parentId, title: id, description: '', tags: '[]', macros: '{}', position });
	addDeck('bench', null, 0);
	const perDeck = Math.ceil(cards / DECKS);
	for (let made = 0, d = 0; made < cards; d++) {
		const deckId = `bench-${d}`;
		addDeck(deckId, 'bench', d + 1);
		for (let i = 0; i < perDeck && made < cards; i++, made++) addCard(sqlite, deckId, i);
	}
}

function addCard(sqlite: Database.Database, deckId: string, i: number): void {
	const id = `${deckId}/n${i}`;
	const markdown = `## Question ${i} of ${deckId} {#n${i}}\n\n---\n\nAnswer ${i}.`;
	const title = `Question ${i} of ${deckId}`;
	insert(sqlite, 'Note', {
		id,
		deckId,
		kind: 'basic',
		title,
		tags: '[]',
		markdown,
		seedMarkdown: markdown,
		position: i,
		line: i * 5 + 1,
	});
	insert(sqlite, 'Card', {
		id,
		noteId: id,
		deckId,
		position: i * 100,
		frontHtml: `<h2>${title}</h2>`,
		backHtml: `<p>Answer ${i}.</p>`,
	});
	const memory = memoryColumns(newCardMemory(i * 100));
	const rest = { learnerId: 'local', cardId: id, noteId: id, deckId, version: 0, shuffle: 0, resting: false };
	insert(sqlite, 'CardMemory', { ...rest, ...memory });
}

function addHistory(sqlite: Database.Database, size: CollectionSize): void {
	const random = openStream(size.seed, 'collection');
	const cards = sqlite.prepare(`SELECT "cardId", "noteId", "deckId", "duePosition" FROM "CardMemory"`).all() as {
		cardId: string;
		noteId: string;
		deckId: string;
		duePosition: number;
	}[];
	const seen = Math.max(1, Math.floor(cards.length * 0.875));
	let left = size.reviews;
	for (const [index, card] of cards.slice(0, seen).entries()) {
		const share = Math.round(left / (seen - index));
		const history = live(card.cardId, newCardMemory(card.duePosition), share, size.nowMs, random);
		left -= history.length;
		for (const [nth, review] of history.entries()) addReview(sqlite, review, card, nth + 1);
		const memory = history.at(-1)?.after;
		if (memory) updateMemory(sqlite, card.cardId, memory, history.length);
	}
}

/** One card's life of `count` answers, the last of them so long ago that the card is due about now. */
function live(cardId: string, fresh: CardMemory, count: number, nowMs: number, random: RandomStream): Review[] {
	const reviews: Review[] = [];
	let memory = fresh;
	let atMs = nowMs - (200 + random.integer(1_200)) * DAY_MS;
	// an act of learning once begun is brought to its end, so that no card is left in the middle of its steps
	for (let i = 0; (i < count && atMs < nowMs) || memory.phase.endsWith('learning'); i++) {
		const moment = { nowMs: atMs, day: Math.floor((atMs - 4 * 3_600_000) / DAY_MS) };
		const grade = i < count && atMs < nowMs ? gradeOf(random.uniform()) : 'good';
		const given = answerCard({
			cardId,
			memory,
			options: DEFAULT_OPTIONS.options,
			moment,
			grade,
			promisedIntervalDays: null,
		});
		if (!given.ok) throw new Error(given.reason);
		reviews.push({
			id: `${cardId}#${i}`,
			cardId,
			action: { type: 'answer', grade },
			kind: given.kind,
			atMs,
			studyDay: moment.day,
			zoneOffsetMinutes: 0,
			durationMs: 3_000 + random.integer(20_000),
			before: memory,
			after: given.after,
			optionsId: DEFAULT_OPTIONS.optionsId,
		});
		memory = given.after;
		// studied somewhat early, so that so many answers fit into two years
		const waitMs = memory.due.kind === 'day' ? Math.max(1, memory.intervalDays * random.uniform()) * DAY_MS : 600_000;
		atMs += Math.round(waitMs);
	}
	return reviews;
}

function gradeOf(roll: number): Grade {
	if (roll < 0.1) return 'again';
	if (roll < 0.22) return 'hard';
	return roll < 0.88 ? 'good' : 'easy';
}

/** One prepared INSERT a table, for the columns of the first row. */
const inserts = new WeakMap<Database.Database, Map<string, { names: string[]; statement: Database.Statement }>>();

function addReview(
	sqlite: Database.Database,
	review: Review,
	card: { noteId: string; deckId: string },
	version: number,
): void {
	const row: Record<string, unknown> = {
		key: review.id,
		learnerId: 'local',
		cardId: review.cardId,
		noteId: card.noteId,
		deckId: card.deckId,
		kind: review.kind,
		action: review.action.type,
		grade: review.action.type === 'answer' ? review.action.grade : null,
		argument: null,
		at: review.atMs,
		receivedAt: review.atMs,
		studyDay: review.studyDay,
		zoneOffsetMinutes: 0,
		durationMs: review.durationMs,
		optionsId: review.optionsId,
		version,
		...prefixedColumns('before', review.before),
		...prefixedColumns('after', review.after),
	};
	insert(sqlite, 'Review', row);
}

function insert(sqlite: Database.Database, table: string, row: Record<string, unknown>): void {
	const known = inserts.get(sqlite) ?? new Map<string, { names: string[]; statement: Database.Statement }>();
	inserts.set(sqlite, known);
	let prepared = known.get(table);
	if (!prepared) {
		const names = Object.keys(row);
		const columns = names.map((name) => `"${name}"`).join(', ');
		const sql = `INSERT INTO "${table}" (${columns}) VALUES (${names.map(() => '?').join(', ')})`;
		prepared = { names, statement: sqlite.prepare(sql) };
		known.set(table, prepared);
	}
	prepared.statement.run(prepared.names.map((name) => cell(row[name])));
}

function updateMemory(sqlite: Database.Database, cardId: string, memory: CardMemory, version: number): void {
	const row = {
		...memoryColumns(memory),
		version,
		shuffle: memory.due.kind === 'day' ? shuffleKey(cardId, memory.due.day) : 0,
	};
	const names = Object.keys(row) as (keyof typeof row)[];
	const sql = `UPDATE "CardMemory" SET ${names.map((n) => `"${n}" = ?`).join(', ')} WHERE "learnerId" = 'local' AND "cardId" = ?`;
	sqlite.prepare(sql).run([...names.map((name) => cell(row[name])), cardId]);
}
