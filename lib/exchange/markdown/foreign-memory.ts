import { type CardMemory, newCardMemory } from '@/lib/srs/card-memory';
import type { ForeignSchedule } from './foreign-card';

const DAY_MS = 86_400_000;

/**
 * A schedule of the SM-2 kind as a memory: due and interval as they are; the interval is taken for the stability (days until
 * recall is 90 % likely), and the ease, 130 to 370 percent, for a difficulty of 10 to 1.
 */
export function foreignMemory(schedule: ForeignSchedule, position: number): CardMemory {
	const intervalDays = Math.max(1, Math.round(schedule.intervalDays));
	const lastReviewDay = schedule.dueDay - intervalDays;
	return {
		...newCardMemory(position),
		phase: 'review',
		stability: intervalDays,
		difficulty: Math.min(10, Math.max(1, 10 - (9 * (schedule.easePercent - 130)) / 240)),
		due: { kind: 'day', day: schedule.dueDay },
		intervalDays,
		// Noon, which is in that study day wherever the learner is within half a day of Greenwich.
		lastReviewAtMs: lastReviewDay * DAY_MS + DAY_MS / 2,
		lastReviewDay,
		reps: 1,
	};
}
