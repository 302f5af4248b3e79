import type { DayRange } from './fuzz';

/** What is due already, by study-day index. */
export interface DueLoad {
	/** Cards due on a study day. */
	dueOn(day: number): number;
	/** Study days on which another card of the same note is due. */
	siblingDays: ReadonlySet<number>;
}

/** Longer intervals are left where the fuzz puts them: by then the load is another one. */
export const BALANCED_UP_TO_DAYS = 90;

/**
 * The interval of `range` (study days from `today`) whose day is best: without a sibling, then with the least load for the share wanted on
 * that weekday (`easyDays`, Sunday first, 0 to 1), then nearest to `preferred`, then the earlier.
 */
export function balancedInterval(
	range: DayRange,
	preferred: number,
	today: number,
	load: DueLoad,
	easyDays: readonly number[],
): number {
	let best = preferred;
	let bestCost: readonly number[] | null = null;
	for (let interval = range.min; interval <= range.max; interval += 1) {
		const day = today + interval;
		const share = easyDays[weekday(day)] ?? 1;
		const burden = share > 0 ? (load.dueOn(day) + 1) / share : Number.MAX_VALUE;
		const cost = [load.siblingDays.has(day) ? 1 : 0, burden, Math.abs(interval - preferred)];
		if (bestCost === null || isLess(cost, bestCost)) {
			best = interval;
			bestCost = cost;
		}
	}
	return best;
}

/** Sunday 0 to Saturday 6; study day 0 was a Thursday. */
function weekday(day: number): number {
	return (((day + 4) % 7) + 7) % 7;
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
	for (const [index, value] of a.entries()) {
		const other = b[index] ?? 0;
		if (value !== other) return value < other;
	}
	return false;
}
