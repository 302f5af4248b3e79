import { stableHash } from './stable-hash';

/** Whole study days, both ends included. */
export interface DayRange {
	min: number;
	max: number;
}

const UNFUZZED_BELOW_DAYS = 2.5;
const BANDS = [
	{ fromDays: 2.5, toDays: 7, share: 0.15 },
	{ fromDays: 7, toDays: 20, share: 0.1 },
	{ fromDays: 20, toDays: Number.POSITIVE_INFINITY, share: 0.05 },
];

/**
 * The days around an interval among which a card may fall, so that cards learned together part: none under 2.5 days, else one day and
 * 15 % of the part in 2.5 to 7 days, 10 % of 7 to 20 and 5 % beyond, to either side; from 1 day to `maximumDays`.
 */
export function fuzzRange(intervalDays: number, maximumDays: number): DayRange {
	const ideal = Math.min(Math.max(intervalDays, 1), maximumDays);
	if (ideal < UNFUZZED_BELOW_DAYS) return { min: Math.round(ideal), max: Math.round(ideal) };
	let delta = 1;
	for (const { fromDays, toDays, share } of BANDS) delta += share * Math.max(Math.min(ideal, toDays) - fromDays, 0);
	return { min: Math.max(1, Math.round(ideal - delta)), max: Math.min(Math.round(ideal + delta), maximumDays) };
}

/** The day of a range that falls to a card at its `reps`-th answer: the same however often it is asked, and after undo. */
export function fuzzPick(range: DayRange, cardId: string, reps: number): number {
	const share = stableHash(`${reps}/${cardId}`) / 2 ** 32;
	return range.min + Math.floor(share * (range.max - range.min + 1));
}
