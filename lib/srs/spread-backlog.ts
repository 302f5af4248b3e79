import { cardRetrievability } from './card-retrievability';
import type { DeckOptions } from './deck-options';
import type { QueueCard } from './queue';

/** A proposal to spread overdue reviews: what each study day would take, and what does not fit and stays due. */
export interface BacklogPlan {
	days: { day: number; cardIds: string[] }[];
	left: string[];
}

/**
 * Proposes to spread overdue reviews over `overDays` study days (1 or more) from `today`, the most retrievable first, so that the days come
 * out as even as what is due on them already (`dueOn`, without the backlog) lets them, and none above `perDay`. Changes nothing itself.
 * Throws a RangeError for a number of days below 1.
 */
export function spreadBacklog(input: {
	cards: readonly QueueCard[];
	today: number;
	overDays: number;
	perDay: number;
	dueOn: (day: number) => number;
	optionsOf: (deckId: string) => DeckOptions;
}): BacklogPlan {
	const { cards, today, overDays, perDay, dueOn, optionsOf } = input;
	if (!Number.isInteger(overDays) || overDays < 1) {
		throw new RangeError(`A backlog must be spread over 1 day or more, not ${overDays}.`);
	}
	const waiting = cards
		.map(({ cardId, deckId, memory }) => ({ cardId, recall: cardRetrievability(memory, optionsOf(deckId), today) }))
		.sort((a, b) => b.recall - a.recall || (a.cardId < b.cardId ? -1 : 1))
		.map(({ cardId }) => cardId);
	const loads = Array.from({ length: overDays }, (_, index) => dueOn(today + index));
	let next = 0;
	const days = evenShares(loads, waiting.length, perDay).map((share, index) => {
		const cardIds = waiting.slice(next, next + share);
		next += share;
		return { day: today + index, cardIds };
	});
	return { days, left: waiting.slice(next) };
}

/** How many of `count` cards each day takes when the emptiest day, the earlier of equals, takes the next until all are at `perDay`. */
function evenShares(loads: readonly number[], count: number, perDay: number): number[] {
	const filled = [...loads];
	for (let card = 0; card < count; card += 1) {
		const least = Math.min(...filled);
		if (least >= perDay) break;
		filled[filled.indexOf(least)] = least + 1;
	}
	return filled.map((load, index) => load - (loads[index] ?? 0));
}
