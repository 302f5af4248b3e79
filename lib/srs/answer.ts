import type { CardMemory } from './card-memory';
import type { DeckOptions } from './deck-options';
import type { Grade } from './grade';
import { gradeOutcomes } from './grade-outcomes';
import { memoryAfter } from './memory-after';
import type { Moment } from './moment';
import { pickIntervals } from './pick-intervals';
import type { ReviewKind } from './review';

/** An answer applied, or why it was not. */
export type Answered =
	| { ok: true; after: CardMemory; kind: Extract<ReviewKind, 'learn' | 'review' | 'relearn'>; becameLeech: boolean }
	| { ok: false; reason: 'interval-not-offered' };

/**
 * Applies a grade to a card. The label of a button is a promise: `promisedIntervalDays` (study days, `0` for a step within a day) is applied
 * exactly when the grade allows it for this card at this moment, and the answer is refused otherwise; `null` takes the plain fuzz.
 */
export function answerCard(input: {
	cardId: string;
	memory: CardMemory;
	options: DeckOptions;
	moment: Pick<Moment, 'nowMs' | 'day'>;
	grade: Grade;
	promisedIntervalDays: number | null;
}): Answered {
	const { cardId, memory, options, moment, grade, promisedIntervalDays } = input;
	const outcomes = gradeOutcomes(memory, options, moment.day);
	const outcome = outcomes[grade];
	const intervalDays =
		promisedIntervalDays ?? pickIntervals(outcomes, options, { cardId, reps: memory.reps }, moment.day, null)[grade];
	const { min, max } = outcome.allowed;
	if (!Number.isInteger(intervalDays) || intervalDays < min || intervalDays > max) {
		return { ok: false, reason: 'interval-not-offered' };
	}
	const { after, becameLeech } = memoryAfter(memory, grade, outcome, intervalDays, options, moment);
	return { ok: true, after, kind: answerKind(memory.phase), becameLeech };
}

/** What kind of row of the log an answer makes, by the phase the card was in before. */
export function answerKind(phaseBefore: CardMemory['phase']): 'learn' | 'review' | 'relearn' {
	if (phaseBefore === 'review') return 'review';
	return phaseBefore === 'relearning' ? 'relearn' : 'learn';
}
