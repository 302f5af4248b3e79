import type { DeckOptions } from './deck-options';
import { fuzzPick } from './fuzz';
import { GRADES, type Grade } from './grade';
import type { GradeOutcome } from './grade-outcomes';
import { BALANCED_UP_TO_DAYS, balancedInterval, type DueLoad } from './load-balance';

/**
 * One interval (study days) for each grade, inside what it allows and in order: by the fuzz of the card and its count of answers, then
 * moved within the fuzz to a lighter day when a load is given and the deck balances it.
 */
export function pickIntervals(
	outcomes: Record<Grade, GradeOutcome>,
	options: DeckOptions,
	card: { cardId: string; reps: number },
	day: number,
	load: DueLoad | null,
): Record<Grade, number> {
	const picked: Record<Grade, number> = { again: 0, hard: 0, good: 0, easy: 0 };
	let floor = 1;
	for (const grade of GRADES) {
		const { own, allowed, step, idealDays } = outcomes[grade];
		if (step !== null) {
			picked[grade] = allowed.min;
		} else {
			const within = (days: number) => Math.min(Math.max(days, floor), options.maximumIntervalDays);
			const unbalanced = within(fuzzPick(own, card.cardId, card.reps));
			picked[grade] =
				load !== null && options.loadBalance && idealDays <= BALANCED_UP_TO_DAYS
					? balancedInterval({ min: within(own.min), max: within(own.max) }, unbalanced, day, load, options.easyDays)
					: unbalanced;
		}
		if (grade !== 'again') floor = picked[grade] + 1;
		else if (step === null) floor = picked[grade];
	}
	return picked;
}
