import { describe, expect, it } from 'vitest';
import { DEFAULT_DECK_OPTIONS } from '@/lib/srs/deck-options';
import type { Grade } from '@/lib/srs/grade';
import { reading, transaction } from './client';
import { setDeckOptions } from './deck-settings';
import { takeHelping } from './helping';
import { LOCAL_LEARNER } from './learner';
import { recordAction, recordAnswer } from './record-review';
import { replayLog } from './replay-log';
import { readReviewQueue } from './review-queue';
import type { ReviewCard, ReviewQueue } from './review-view';
import { seedDecks } from './seed-decks';
import { sampleDeck, sampleNote, seedSample, useTestDatabase } from './test-database';
import { readToday } from './today';
import { undoLastReview } from './undo-review';

const NOON = Date.UTC(2026, 10, 22, 12);
const DAY_MS = 86_400_000;

async function queue(nowMs = NOON, deckId = 'deck'): Promise<ReviewQueue> {
	const found = await readReviewQueue(deckId, nowMs);
	if (!found) throw new Error(`no deck ${deckId}`);
	return found;
}

async function give(card: ReviewCard, grade: Grade, atMs: number) {
	const { cardId, version, studyDay, offers } = card;
	const intervalDays = offers[grade].intervalDays;
	const sent = { key: crypto.randomUUID(), cardId, version, studyDay, grade, intervalDays, atMs, durationMs: 6_000 };
	const result = await recordAnswer(sent, atMs);
	if (result.status !== 'applied') throw new Error(JSON.stringify(result));
}

/** Answers whatever is offered until nothing is; gives how often each card was shown. */
async function studyAll(nowMs: number, grade: Grade, deckId = 'deck'): Promise<Map<string, number>> {
	const shown = new Map<string, number>();
	for (let i = 0; i < 500; i++) {
		const card = (await queue(nowMs, deckId)).cards[0];
		if (!card) return shown;
		shown.set(card.cardId, (shown.get(card.cardId) ?? 0) + 1);
		await give(card, grade, nowMs + i);
	}
	throw new Error('the session does not end');
}

describe('readReviewQueue()', () => {
	useTestDatabase();

	it('knows no deck of an unknown id', async () => {
		expect(await readReviewQueue('none', NOON)).toBeNull();
	});

	it('offers the first twelve new cards in the order of the deck, with everything to show and answer them', async () => {
		await seedSample(30);
		const { cards, counts } = await queue();
		expect(cards.map((card) => card.cardId)).toEqual(Array.from({ length: 12 }, (_, i) => `deck/n${i + 1}`));
		expect(counts).toEqual({ fresh: 20, learning: 0, review: 0 });
		expect(cards[0]).toMatchObject({ frontHtml: '<p>What is n1?</p>', version: 0, phase: 'new' });
		expect(cards[0]?.offers).toMatchObject({ again: { label: '<1m' }, good: { label: '<10m' } });
	});

	it('ends a first day after each new card was shown for its two steps, and says when the next is due', async () => {
		await seedSample(22);
		const shown = await studyAll(NOON, 'good');
		expect(shown.size).toBe(20);
		expect([...shown.values()]).toEqual(Array(20).fill(2));
		const { done } = await queue();
		expect(done).toMatchObject({
			answers: 40,
			cards: 20,
			learnt: 20,
			heldBack: { fresh: 2, review: 0 },
			recalled: null,
		});
		expect(done.nextDue).toEqual({ kind: 'day', daysFromToday: 1 });
	});

	it('gives a further helping of new cards today when asked, once for a key', async () => {
		await seedSample(35);
		await studyAll(NOON, 'easy');
		expect((await queue()).done.more).toEqual({ fresh: 10, reviews: 0 });
		const key = crypto.randomUUID();
		for (let i = 0; i < 2; i++)
			expect(await takeHelping(key, { deckId: 'deck', fresh: 10, reviews: 0 }, NOON)).toBe(true);
		expect((await queue()).counts.fresh).toBe(10);
		expect((await queue(NOON, 'all')).counts.fresh).toBe(10);
		expect((await queue(NOON + DAY_MS)).counts.fresh).toBe(15);
		expect(await takeHelping(crypto.randomUUID(), { deckId: 'none', fresh: 1, reviews: 0 }, NOON)).toBe(false);
	});

	it('brings the rest of the new cards on the second day, and reviews when they are due', async () => {
		await seedSample(22);
		await studyAll(NOON, 'good');
		expect((await queue(NOON + DAY_MS)).counts.fresh).toBe(2);
		const later = await queue(NOON + 4 * DAY_MS);
		expect(later.counts.review).toBe(20);
	});

	it('keeps the limits of a parent over the decks below it', async () => {
		const notes = (prefix: string) => Array.from({ length: 15 }, (_, i) => sampleNote(`${prefix}${i}`));
		await transaction(async (db) => {
			await seedDecks(
				db,
				[
					sampleDeck('top', []),
					sampleDeck('a', notes('a'), { parentId: 'top' }),
					sampleDeck('b', notes('b'), { parentId: 'top' }),
				],
				0,
			);
			await setDeckOptions(db, LOCAL_LEARNER, 'top', { ...DEFAULT_DECK_OPTIONS, newPerDay: 18 });
			await setDeckOptions(db, LOCAL_LEARNER, 'a', { ...DEFAULT_DECK_OPTIONS, newPerDay: 4 });
		});
		expect((await queue(NOON, 'top')).counts.fresh).toBe(18);
		expect((await queue(NOON, 'a')).counts.fresh).toBe(4);
		const today = await readToday(NOON);
		expect(today.decks.map(({ deckId, depth, counts }) => [deckId, depth, counts.fresh])).toEqual([
			['top', 0, 18],
			['a', 1, 4],
			['b', 1, 15],
		]);
	});

	it('shows one card of a note a day', async () => {
		const pair = sampleNote('pair', {
			kind: 'reversed',
			cards: ['pair', 'pair:reversed'].map((id) => ({ id, frontHtml: id, backHtml: id })),
		});
		await transaction((db) => seedDecks(db, [sampleDeck('deck', [pair, sampleNote('other')])], 0));
		expect((await queue()).cards.map((card) => card.cardId)).toEqual(['deck/pair', 'deck/other']);
		await studyAll(NOON, 'easy');
		expect((await queue()).cards).toEqual([]);
		expect((await queue(NOON + DAY_MS)).cards.map((card) => card.cardId)).toEqual(['deck/pair:reversed']);
	});

	it('leaves out what is suspended, and what is buried until the next study day', async () => {
		await seedSample(3);
		for (const [cardId, type] of [
			['deck/n1', 'suspend'],
			['deck/n2', 'bury'],
		] as const) {
			await recordAction({ key: crypto.randomUUID(), cardId, version: 0, action: { type }, atMs: NOON }, NOON);
		}
		expect((await queue()).cards.map((card) => card.cardId)).toEqual(['deck/n3']);
		expect((await queue(NOON + DAY_MS)).cards.map((card) => card.cardId)).toEqual(['deck/n2', 'deck/n3']);
	});

	it('gives back an undone card, counted as if it had never been answered', async () => {
		await seedSample(25);
		const before = await queue();
		const [card] = before.cards;
		if (!card) throw new Error('empty');
		await give(card, 'easy', NOON);
		expect((await queue()).counts.fresh).toBe(19);
		await undoLastReview(crypto.randomUUID(), NOON);
		const after = await queue();
		expect(after.counts).toEqual(before.counts);
		expect(after.cards.map((c) => c.cardId)).toEqual(before.cards.map((c) => c.cardId));
	});

	it('spreads a session’s cards over days, and every label is what its answer then applies', async () => {
		await seedSample(20);
		await studyAll(NOON, 'easy');
		const days = await reading((db) =>
			db.cardMemory.groupBy({ by: ['dueDay'], where: { dueDay: { not: null } }, _count: true }),
		);
		expect(days.length).toBeGreaterThanOrEqual(3);
		expect(Math.max(...days.map((day) => day._count))).toBeLessThanOrEqual(Math.ceil(20 / days.length) + 1);
		const replayed = await replayLog();
		expect(replayed).toMatchObject({ cards: 20, reviews: 20, differences: [] });
	});
});

describe('replayLog()', () => {
	const database = useTestDatabase();

	it('gives every memory from the log alone, undone rows and acts included', async () => {
		await seedSample(6);
		for (let day = 0; day < 12; day++) {
			const grades: Grade[] = ['good', 'again', 'hard', 'easy'];
			for (let i = 0; i < 9; i++) {
				const atMs = NOON + day * DAY_MS + i * 90_000;
				const card = (await queue(atMs)).cards[0];
				if (!card) break;
				await give(card, grades[(day + i) % 4] ?? 'good', atMs);
				if (i % 4 === 3) await undoLastReview(crypto.randomUUID(), atMs);
			}
		}
		const report = await replayLog();
		expect(report.reviews).toBeGreaterThan(30);
		expect(report.undone).toBeGreaterThan(5);
		expect(report.differences).toEqual([]);
	});

	it('names the card and field of a memory that something else has changed', async () => {
		await seedSample(1);
		await studyAll(NOON, 'easy');
		const { default: Database } = await import('better-sqlite3');
		const sqlite = new Database(database.path);
		sqlite.exec(`UPDATE "CardMemory" SET "stability" = "stability" * 2`);
		sqlite.close();
		expect((await replayLog()).differences).toMatchObject([
			{ cardId: 'deck/n1', where: 'memory', difference: { field: 'stability' } },
		]);
	});
});
