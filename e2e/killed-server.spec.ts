import Database from 'better-sqlite3';
import type { ReviewCard, ReviewQueue } from '@/lib/db/review-view';
import type { Server } from './server';
import { expect, test } from './test';

const KILLS = 50;

interface Sent {
	key: string;
	cardId: string;
	acknowledged: boolean;
}

/** Answers card after card until the server dies under it; every answer sent is noted, acknowledged or not. */
async function answerUntilKilled(server: Server, sent: Sent[]): Promise<void> {
	const headers = { 'content-type': 'application/json', origin: server.url };
	for (;;) {
		const queue = (await (await fetch(`${server.url}/api/queue?deck=neural-networks`)).json()) as ReviewQueue;
		if (queue.cards.length === 0) return;
		for (const card of queue.cards) {
			const body = answer(card);
			const noted = { key: body.key, cardId: card.cardId, acknowledged: false };
			sent.push(noted);
			const response = await fetch(`${server.url}/api/reviews`, {
				method: 'POST',
				headers,
				body: JSON.stringify(body),
			});
			if (response.status === 200) noted.acknowledged = true;
		}
	}
}

function answer(card: ReviewCard) {
	const { cardId, version, studyDay, offers } = card;
	// always again: the cards stay in today's queue, so that there is always one to answer
	const { intervalDays } = offers.again;
	return {
		key: crypto.randomUUID(),
		cardId,
		version,
		studyDay,
		grade: 'again',
		intervalDays,
		atMs: Date.now(),
		durationMs: 500,
	};
}

test('answers survive a server that is killed fifty times in the middle of answering', async ({ server }) => {
	test.setTimeout(400_000);
	const sent: Sent[] = [];
	for (let kill = 0; kill < KILLS; kill++) {
		if (kill > 0) await server.start();
		const enough = sent.length + 1 + (kill % 4);
		const answering = answerUntilKilled(server, sent).catch(() => undefined);
		while (sent.length < enough) await new Promise((resolve) => setImmediate(resolve));
		// somewhere in the life of one answer: sent, received, written, acknowledged
		await new Promise((resolve) => setTimeout(resolve, (kill * 7) % 13));
		await server.kill();
		await answering;
	}

	const database = new Database(server.databasePath, { readonly: true });
	const kept = database.prepare('SELECT "key", "cardId", "version" FROM "Review" ORDER BY "seq"').all() as {
		key: string;
		cardId: string;
		version: number;
	}[];
	const versions = database.prepare('SELECT "cardId", "version", "reps" FROM "CardMemory"').all() as {
		cardId: string;
		version: number;
		reps: number;
	}[];
	expect(database.pragma('integrity_check')).toEqual([{ integrity_check: 'ok' }]);
	database.close();

	const acknowledged = sent.filter((one) => one.acknowledged);
	expect(acknowledged.length, 'answers acknowledged over all lives of the server').toBeGreaterThan(KILLS);
	for (const { key } of acknowledged) expect(kept.filter((row) => row.key === key)).toHaveLength(1);
	const known = new Set(sent.map((one) => one.key));
	expect(kept.filter((row) => !known.has(row.key))).toEqual([]);
	for (const { cardId, version, reps } of versions) {
		const rows = kept.filter((row) => row.cardId === cardId);
		expect([version, reps], `rows of ${cardId}`).toEqual([rows.length, rows.length]);
	}
	await server.start();
});
