import { describe, expect, it } from 'vitest';
import { reading } from './client';
import { recordAction, recordAnswer, type SentAnswer } from './record-review';
import { readReviewQueue } from './review-queue';
import type { ReviewCard } from './review-view';
import { seedSample, useTestDatabase } from './test-database';
import { undoLastReview } from './undo-review';

const NOON = Date.UTC(2026, 10, 22, 12);
const DAY_MS = 86_400_000;

async function head(nowMs = NOON): Promise<ReviewCard> {
	const card = (await readReviewQueue('deck', nowMs))?.cards[0];
	if (!card) throw new Error('the queue is empty');
	return card;
}

function answer(card: ReviewCard, changes: Partial<SentAnswer> = {}): SentAnswer {
	const grade = changes.grade ?? 'good';
	return {
		key: crypto.randomUUID(),
		cardId: card.cardId,
		version: card.version,
		studyDay: card.studyDay,
		grade,
		intervalDays: card.offers[grade].intervalDays,
		atMs: NOON,
		durationMs: 4_000,
		...changes,
	};
}

const memoryRow = (cardId: string) =>
	reading((db) => db.cardMemory.findUniqueOrThrow({ where: { learnerId_cardId: { learnerId: 'local', cardId } } }));
const logged = () => reading((db) => db.review.count());

describe('recordAnswer()', () => {
	useTestDatabase();

	it('applies an answer: one row in the log, the memory one version on', async () => {
		await seedSample(3);
		const card = await head();
		expect(await recordAnswer(answer(card), NOON)).toEqual({ status: 'applied', version: 1, becameLeech: false });
		expect(await logged()).toBe(1);
		expect(await memoryRow(card.cardId)).toMatchObject({ version: 1, phase: 'learning', reps: 1 });
	});

	it('gives the first result to the same key again, and changes nothing', async () => {
		await seedSample(1);
		const sent = answer(await head());
		await recordAnswer(sent, NOON);
		const before = await memoryRow(sent.cardId);
		expect(await recordAnswer(sent, NOON + 500)).toEqual({ status: 'duplicate', version: 1, becameLeech: false });
		expect(await memoryRow(sent.cardId)).toEqual(before);
		expect(await logged()).toBe(1);
	});

	it('makes one row of twenty answers sent at once with one key', async () => {
		await seedSample(1);
		const sent = answer(await head());
		const results = await Promise.all(Array.from({ length: 20 }, () => recordAnswer(sent, NOON)));
		expect(results.filter((r) => r.status === 'applied')).toHaveLength(1);
		expect(results.filter((r) => r.status === 'duplicate')).toHaveLength(19);
		expect(await logged()).toBe(1);
	});

	it('refuses all but one of the answers that two tabs give to one showing of a card', async () => {
		await seedSample(1);
		const card = await head();
		const results = await Promise.all([
			recordAnswer(answer(card), NOON),
			recordAnswer(answer(card, { grade: 'again' }), NOON),
		]);
		expect(results.map((r) => r.status).sort()).toEqual(['applied', 'stale']);
		expect(await logged()).toBe(1);
	});

	it('refuses a key that named another action, keeping both card and log', async () => {
		await seedSample(2);
		const sent = answer(await head());
		await recordAnswer(sent, NOON);
		const other = await head();
		expect(await recordAnswer(answer(other, { key: sent.key }), NOON)).toMatchObject({ status: 'stale' });
		expect(await logged()).toBe(1);
	});

	it('refuses an answer to a card shown on an earlier study day', async () => {
		await seedSample(1);
		const card = await head();
		const result = await recordAnswer(answer(card, { atMs: NOON + DAY_MS }), NOON + DAY_MS);
		expect(result).toMatchObject({ status: 'stale', reason: expect.stringContaining('new study day') });
		expect(await logged()).toBe(0);
	});

	it('refuses an interval that the button cannot have promised', async () => {
		await seedSample(1);
		const result = await recordAnswer(answer(await head(), { grade: 'easy', intervalDays: 400 }), NOON);
		expect(result).toMatchObject({ status: 'stale', reason: expect.stringContaining('400 days') });
		expect(await logged()).toBe(0);
	});

	it('takes an answer that waited for the server by the instant it was given', async () => {
		await seedSample(1);
		const card = await head();
		await recordAnswer(answer(card, { atMs: NOON }), NOON + 3 * DAY_MS);
		expect((await memoryRow(card.cardId)).lastReviewAt?.getTime()).toBe(NOON);
	});

	it('does not believe an instant that lies in the future', async () => {
		await seedSample(1);
		const card = await head();
		await recordAnswer(answer(card, { atMs: NOON + 60_000 }), NOON);
		expect((await memoryRow(card.cardId)).lastReviewAt?.getTime()).toBe(NOON);
	});

	it('names a card that is not there', async () => {
		await seedSample(1);
		const result = await recordAnswer(answer(await head(), { cardId: 'deck/none' }), NOON);
		expect(result).toEqual({ status: 'missing', reason: 'there is no card deck/none' });
	});
});

describe('undoLastReview()', () => {
	useTestDatabase();

	it('restores the memory exactly, a version on, and keeps the row in the log', async () => {
		await seedSample(1);
		const card = await head();
		const { version: _, ...before } = await memoryRow(card.cardId);
		await recordAnswer(answer(card), NOON);
		expect((await undoLastReview(crypto.randomUUID(), NOON)).status).toBe('undone');
		const { version, ...after } = await memoryRow(card.cardId);
		expect(after).toEqual(before);
		expect(version).toBe(2);
		expect(await logged()).toBe(1);
	});

	it('undoes many levels, newest first, and then says that nothing is left', async () => {
		await seedSample(4);
		const order: string[] = [];
		for (let i = 0; i < 4; i++) {
			const card = await head();
			order.push(card.cardId);
			await recordAnswer(answer(card, { grade: 'easy' }), NOON);
		}
		const undone: string[] = [];
		for (let i = 0; i < 4; i++) {
			const result = await undoLastReview(crypto.randomUUID(), NOON);
			if (result.status !== 'nothing') undone.push(result.review.cardId);
		}
		expect(undone).toEqual(order.reverse());
		expect(await undoLastReview(crypto.randomUUID(), NOON)).toEqual({ status: 'nothing' });
	});

	it('undoes once for one key, however often it is sent', async () => {
		await seedSample(2);
		for (let i = 0; i < 2; i++) await recordAnswer(answer(await head(), { grade: 'easy' }), NOON);
		const key = crypto.randomUUID();
		expect((await undoLastReview(key, NOON)).status).toBe('undone');
		expect((await undoLastReview(key, NOON)).status).toBe('duplicate');
		expect(await reading((db) => db.undoMarker.count())).toBe(1);
	});

	it('leaves an answer that was undone a duplicate when it is sent again', async () => {
		await seedSample(1);
		const sent = answer(await head());
		await recordAnswer(sent, NOON);
		await undoLastReview(crypto.randomUUID(), NOON);
		expect((await recordAnswer(sent, NOON)).status).toBe('duplicate');
		expect(await memoryRow(sent.cardId)).toMatchObject({ phase: 'new', version: 2 });
	});

	it('takes back a suspension, a burial and a flag like an answer', async () => {
		await seedSample(1);
		const { cardId } = await head();
		const actions = [{ type: 'flag', flag: 3 }, { type: 'bury' }, { type: 'suspend' }] as const;
		for (const [version, action] of actions.entries()) {
			await recordAction({ key: crypto.randomUUID(), cardId, version, action, atMs: NOON }, NOON);
		}
		expect(await memoryRow(cardId)).toMatchObject({ flag: 3, suspended: true });
		for (let i = 0; i < 3; i++) await undoLastReview(crypto.randomUUID(), NOON);
		expect(await memoryRow(cardId)).toMatchObject({ flag: 0, suspended: false, buriedUntilDay: null, version: 6 });
	});
});

describe('the log', () => {
	const database = useTestDatabase();

	it('refuses to have a row changed or taken away, whoever asks', async () => {
		await seedSample(1);
		await recordAnswer(answer(await head()), NOON);
		const { default: Database } = await import('better-sqlite3');
		const sqlite = new Database(database.path);
		expect(() => sqlite.exec(`UPDATE "Review" SET "grade" = 'easy'`)).toThrow(/append-only/);
		expect(() => sqlite.exec(`DELETE FROM "Review"`)).toThrow(/append-only/);
		sqlite.close();
	});
});
