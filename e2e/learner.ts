import Database from 'better-sqlite3';
import type { ReviewCard, ReviewQueue } from '@/lib/db/review-view';
import type { Grade } from '@/lib/srs/grade';
import type { Server } from './server';

const DECK = 'neural-networks';

/** A row of the log as a journey looks at it. */
export interface LogRow {
	key: string;
	cardId: string;
	action: string;
	grade: string | null;
	undone: number;
}

/** The log on the disk, oldest first. */
export function readLog(server: Server): LogRow[] {
	const database = new Database(server.databasePath, { readonly: true });
	const rows = database
		.prepare(
			`SELECT r."key", r."cardId", r."action", r."grade", u."key" IS NOT NULL AS "undone"
			FROM "Review" r LEFT JOIN "UndoMarker" u ON u."reviewKey" = r."key" ORDER BY r."seq"`,
		)
		.all() as LogRow[];
	database.close();
	return rows;
}

/** The queue as the server has it now. */
export async function readQueue(server: Server): Promise<ReviewQueue> {
	const response = await fetch(`${server.url}/api/queue?deck=${DECK}`);
	return (await response.json()) as ReviewQueue;
}

async function post(server: Server, path: string, body: object): Promise<void> {
	const headers = { 'content-type': 'application/json', origin: server.url };
	const response = await fetch(`${server.url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
	if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
}

/** Answers `card` as if its page had. */
export function answerCard(server: Server, card: ReviewCard, grade: Grade, atMs = Date.now()): Promise<void> {
	const { cardId, version, studyDay, offers } = card;
	const { intervalDays } = offers[grade];
	const key = crypto.randomUUID();
	return post(server, '/api/reviews', { key, cardId, version, studyDay, grade, intervalDays, atMs, durationMs: 4_000 });
}

/** Answers all of today's cards but the last `leave`, each with easy, so that none comes back today. */
export async function answerAllBut(server: Server, leave: number): Promise<void> {
	for (;;) {
		const { cards, counts } = await readQueue(server);
		const left = counts.fresh + counts.learning + counts.review;
		const card = cards[0];
		if (left <= leave || !card) return;
		await answerCard(server, card, 'easy');
	}
}

/** Suspends every card but that of note `noteId`. */
export async function keepOnly(server: Server, noteId: string): Promise<void> {
	const database = new Database(server.databasePath, { readonly: true });
	const rows = database.prepare(`SELECT "cardId", "version" FROM "CardMemory"`).all() as {
		cardId: string;
		version: number;
	}[];
	database.close();
	for (const { cardId, version } of rows) {
		if (cardId === `${DECK}/${noteId}`) continue;
		const action = { type: 'suspend' };
		await post(server, '/api/actions', { key: crypto.randomUUID(), cardId, version, action, atMs: Date.now() });
	}
}
