import type { CardMemory } from './card-memory';
import type { DeckOptions } from './deck-options';
import type { Grade } from './grade';
import { gradeOutcomes } from './grade-outcomes';
import { dayIntervalLabel, intervalLabel } from './interval-label';
import type { DueLoad } from './load-balance';
import { memoryAfter } from './memory-after';
import type { Moment } from './moment';
import { pickIntervals } from './pick-intervals';

/** What a button says and will do. */
export interface Offer {
	grade: Grade;
	/** `<1m`, `10m`, `4d`, `2.5mo`. */
	label: string;
	/** The memory of the card once this grade is given at this moment. */
	after: CardMemory;
	/** The interval the label promises, in study days; `0` for a step within a day. The page sends it back with the answer. */
	intervalDays: number;
}

/**
 * What each of the four buttons of a card offers at a moment, intervals balanced over what is due already (`load`, or `null` for the plain
 * fuzz): Hard < Good < Easy below the deck's maximum, nothing above it, and the same offers for the same input.
 */
export function offerGrades(input: {
	cardId: string;
	memory: CardMemory;
	options: DeckOptions;
	moment: Pick<Moment, 'nowMs' | 'day'>;
	load: DueLoad | null;
}): Record<Grade, Offer> {
	const { cardId, memory, options, moment, load } = input;
	const outcomes = gradeOutcomes(memory, options, moment.day);
	const picked = pickIntervals(outcomes, options, { cardId, reps: memory.reps }, moment.day, load);
	const offer = (grade: Grade): Offer => {
		const intervalDays = picked[grade];
		const outcome = outcomes[grade];
		const label =
			outcome.step !== null && intervalDays === 0
				? intervalLabel(outcome.step.waitMs, options.learnAheadMs)
				: dayIntervalLabel(intervalDays);
		return {
			grade,
			label,
			intervalDays,
			after: memoryAfter(memory, grade, outcome, intervalDays, options, moment).after,
		};
	};
	return { again: offer('again'), hard: offer('hard'), good: offer('good'), easy: offer('easy') };
}
