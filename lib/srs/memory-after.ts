import type { CardMemory, Due, Phase } from './card-memory';
import type { DeckOptions } from './deck-options';
import type { Grade } from './grade';
import type { GradeOutcome } from './grade-outcomes';
import { isLeechLapse } from './leech';
import type { Moment } from './moment';

/** The memory of a card after an answer whose outcome and interval (study days, `0` for a step within a day) are settled. */
export function memoryAfter(
	memory: CardMemory,
	grade: Grade,
	outcome: GradeOutcome,
	intervalDays: number,
	options: DeckOptions,
	moment: Pick<Moment, 'nowMs' | 'day'>,
): { after: CardMemory; becameLeech: boolean } {
	const lapsed = memory.phase === 'review' && grade === 'again';
	const lapses = memory.lapses + (lapsed ? 1 : 0);
	const becameLeech = lapsed && isLeechLapse(lapses, options);
	const due: Due =
		intervalDays === 0 && outcome.step !== null
			? { kind: 'instant', atMs: moment.nowMs + outcome.step.waitMs }
			: { kind: 'day', day: moment.day + intervalDays };
	return {
		after: {
			phase: outcome.step === null ? 'review' : phaseInSteps(memory.phase),
			stability: outcome.memory.stability,
			difficulty: outcome.memory.difficulty,
			step: outcome.step?.index ?? 0,
			due,
			intervalDays,
			lastReviewAtMs: moment.nowMs,
			lastReviewDay: moment.day,
			reps: memory.reps + 1,
			lapses,
			suspended: memory.suspended || (becameLeech && options.leechSuspends),
			buriedUntilDay: null,
			flag: memory.flag,
			leech: memory.leech || becameLeech,
		},
		becameLeech,
	};
}

function phaseInSteps(before: Phase): Phase {
	return before === 'review' || before === 'relearning' ? 'relearning' : 'learning';
}
