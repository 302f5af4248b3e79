import { describe, expect, it } from 'vitest';
import { DEFAULT_DECK_OPTIONS } from '@/lib/srs/deck-options';
import { spreadDueReviews } from './backlog';
import { reading, transaction } from './client';
import { setDeckOptions } from './deck-settings';
import { LOCAL_LEARNER } from './learner';
import { recordAnswer } from './record-review';
import { replayLog } from './replay-log';
import { readReviewQueue } from './review-queue';
import { seedSample, useTestDatabase } from './test-database';
import { readToday } from './today';
import { undoLastReview } from './undo-review';

const NOON = Date.UTC(2026, 10, 22, 12);
const DAY_MS = 86_400_000;
const BACK = NOON + 40 * DAY_MS;

/** Twenty cards learnt, then forty days away, with a limit of six reviews a day. */
async function comeBack(): Promise<void> {
	await seedSample(20);
	for (let i = 0; i < 20; i++) {
		const card = (await readReviewQueue('deck', NOON))?.cards[0];
		if (!card) throw new Error('the queue is empty');
		const { cardId, version, studyDay } = card;
		const { intervalDays } = card.offers.easy;
		const sent = { key: crypto.randomUUID(), cardId, version, studyDay, intervalDays, atMs: NOON, durationMs: 0 };
		await recordAnswer({ ...sent, grade: 'easy' }, NOON);
	}
	await transaction((db) => setDeckOptions(db, LOCAL_LEARNER, 'deck', { ...DEFAULT_DECK_OPTIONS, reviewsPerDay: 6 }));
}

const dueDays = () =>
	reading((db) => db.cardMemory.findMany({ select: { cardId: true, dueDay: true }, orderBy: { cardId: 'asc' } }));

describe('a backlog', () => {
	useTestDatabase();

	it('is offered to be spread when more is due than the limit lets through', async () => {
		await comeBack();
		expect((await readToday(BACK)).backlog).toEqual({ due: 20, today: 6, days: 4 });
		expect((await readToday(NOON + DAY_MS)).backlog).toBeNull();
	});

	it('is spread evenly within the limit, in one act that one undo takes back', async () => {
		await comeBack();
		const before = await dueDays();
		const key = crypto.randomUUID();
		expect(await spreadDueReviews(key, 4, BACK)).toEqual({ status: 'applied', moved: 15 });
		expect((await readToday(BACK)).forecast.slice(0, 5).map((day) => day.due)).toEqual([5, 5, 5, 5, 0]);
		expect((await readToday(BACK)).backlog).toBeNull();
		expect((await replayLog()).differences).toEqual([]);

		expect(await spreadDueReviews(key, 4, BACK)).toEqual({ status: 'duplicate', moved: 15 });
		expect((await undoLastReview(crypto.randomUUID(), BACK)).status).toBe('undone');
		expect(await dueDays()).toEqual(before);
		expect((await replayLog()).differences).toEqual([]);
	});
});
