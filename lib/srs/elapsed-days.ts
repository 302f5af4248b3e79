import type { CardMemory } from './card-memory';

/** Study days from a card's last answer to `day`; 0 before the first answer and when the clock was set back since. */
export function elapsedDays(memory: Pick<CardMemory, 'lastReviewDay'>, day: number): number {
	return memory.lastReviewDay === null ? 0 : Math.max(0, day - memory.lastReviewDay);
}
