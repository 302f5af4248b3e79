import { type CardMemory, newCardMemory } from './card-memory';
import type { Moment } from './moment';
import type { ReviewAction } from './review';

/**
 * The memory of a card after an act on it that is no answer. Burial lasts until the next study day; a due day makes any card one for
 * review on that day; a reset makes it the first of the new cards, suspended and flagged as before. Throws a RangeError for a flag
 * outside 0 to 7 or a day that is no whole number.
 */
export function applyAction(
	memory: CardMemory,
	action: Exclude<ReviewAction, { type: 'answer' }>,
	moment: Pick<Moment, 'day'>,
): CardMemory {
	switch (action.type) {
		case 'suspend':
			return { ...memory, suspended: true };
		case 'unsuspend':
			return { ...memory, suspended: false };
		case 'bury':
			return { ...memory, buriedUntilDay: moment.day + 1 };
		case 'unbury':
			return { ...memory, buriedUntilDay: null };
		case 'flag':
			return { ...memory, flag: wholeFrom0To7(action.flag) };
		case 'set-due':
			return setDue(memory, action.day, moment.day);
		case 'reset':
			return { ...newCardMemory(0), suspended: memory.suspended, flag: memory.flag };
	}
}

function setDue(memory: CardMemory, day: number, today: number): CardMemory {
	if (!Number.isSafeInteger(day)) throw new RangeError(`The due day must be a whole study-day index, not ${day}.`);
	const intervalDays = memory.phase === 'review' ? memory.intervalDays : Math.max(1, day - today);
	return { ...memory, phase: 'review', step: 0, due: { kind: 'day', day }, intervalDays };
}

function wholeFrom0To7(flag: number): number {
	if (!Number.isInteger(flag) || flag < 0 || flag > 7) {
		throw new RangeError(`The flag must be a whole number from 0 to 7, not ${flag}.`);
	}
	return flag;
}
