import type { CardMemory } from './card-memory';
import type { DeckOptions } from './deck-options';
import { elapsedDays } from './elapsed-days';
import { fsrsModel, type ModelMemory } from './fsrs-model';
import { type DayRange, fuzzRange } from './fuzz';
import { GRADES, type Grade } from './grade';
import { nextStep, type StepOutcome, stepDays } from './steps';

/** Where one grade would take a card: the memory of the model, and a step or a range of intervals. */
export interface GradeOutcome {
	memory: ModelMemory;
	/** Study days that the button of this grade may promise: fuzz, the order of the grades and the maximum together; `0` for a step within a day. */
	allowed: DayRange;
	/** The step the card would wait on; null when the model gives the interval. */
	step: { index: number; waitMs: number } | null;
	/** The model's interval with its fuzz, before the order of the grades; equal to `allowed` on a step. */
	own: DayRange;
	/** The model's interval, rounded, in study days; the days of the step on a step. */
	idealDays: number;
}

/** Where each of the four grades would take a card on a study day; never a day above the deck's maximum, and Hard < Good < Easy below it. */
export function gradeOutcomes(memory: CardMemory, options: DeckOptions, day: number): Record<Grade, GradeOutcome> {
	let floor: DayRange = { min: 1, max: 1 };
	const outcome = (grade: Grade): GradeOutcome => {
		const made = outcomeOf(memory, options, day, grade, floor);
		// Again and Hard may meet; the others must part, below the maximum.
		const apart = grade === 'again' ? 0 : 1;
		if (grade !== 'again' || made.step === null) {
			floor = { min: made.allowed.min + apart, max: made.allowed.max + apart };
		}
		return made;
	};
	const [again, hard, good, easy] = [outcome(GRADES[0]), outcome(GRADES[1]), outcome(GRADES[2]), outcome(GRADES[3])];
	return { again, hard, good, easy };
}

function outcomeOf(memory: CardMemory, options: DeckOptions, day: number, grade: Grade, floor: DayRange): GradeOutcome {
	const model = fsrsModel(options.weights);
	const { stability, difficulty } = memory;
	const known = stability === null || difficulty === null ? null : { stability, difficulty };
	const next = model.nextMemory(known, elapsedDays(memory, day), grade);
	const cap = options.maximumIntervalDays;
	const step = stepAfter(memory, options, grade);
	if (step.kind === 'step') {
		const days = Math.min(stepDays(step.waitMs), cap);
		const range = { min: days, max: days };
		const { step: index, waitMs } = step;
		return { memory: next, allowed: range, step: { index, waitMs }, own: range, idealDays: days };
	}
	const modelDays = Math.round(model.intervalDays(next.stability, options.desiredRetention));
	const idealDays = Math.min(Math.max(modelDays, 1), cap);
	const own = options.fuzz ? fuzzRange(idealDays, cap) : { min: idealDays, max: idealDays };
	return { memory: next, allowed: raise(own, floor, cap), step: null, own, idealDays };
}

/** A range of intervals lifted over the one of the grade before, within the maximum. */
function raise(range: DayRange, floor: DayRange, cap: number): DayRange {
	return { min: Math.min(Math.max(range.min, floor.min), cap), max: Math.min(Math.max(range.max, floor.max), cap) };
}

function stepAfter(memory: CardMemory, options: DeckOptions, grade: Grade): StepOutcome {
	switch (memory.phase) {
		case 'new':
			return nextStep(options.learningStepsMs, 0, grade);
		case 'learning':
			return nextStep(options.learningStepsMs, memory.step, grade);
		case 'relearning':
			return nextStep(options.relearningStepsMs, memory.step, grade);
		case 'review':
			return grade === 'again' ? nextStep(options.relearningStepsMs, 0, grade) : { kind: 'graduate' };
	}
}
