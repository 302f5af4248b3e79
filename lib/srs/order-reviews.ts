import { cardRetrievability } from './card-retrievability';
import type { DeckOptions } from './deck-options';
import type { QueueCard } from './queue';

/**
 * Due reviews in one of the orders of a deck, each the same all day: by due day and then shuffled, the least retrievable first, the most
 * overdue for its interval first, or the shortest interval first; equal cards follow the first order.
 */
export function orderReviews(
	cards: readonly QueueCard[],
	order: DeckOptions['reviewOrder'],
	day: number,
	optionsOf: (deckId: string) => DeckOptions,
): QueueCard[] {
	const rank = (card: QueueCard): number => {
		switch (order) {
			case 'due-random':
				return dueDay(card);
			case 'retrievability':
				return cardRetrievability(card.memory, optionsOf(card.deckId), day);
			case 'overdueness':
				return (dueDay(card) - day) / Math.max(1, card.memory.intervalDays);
			case 'interval':
				return card.memory.intervalDays;
		}
	};
	return cards
		.map((card) => ({ card, rank: rank(card) }))
		.sort((a, b) => a.rank - b.rank || inDueOrder(a.card, b.card))
		.map(({ card }) => card);
}

function inDueOrder(a: QueueCard, b: QueueCard): number {
	return dueDay(a) - dueDay(b) || a.shuffle - b.shuffle || (a.cardId < b.cardId ? -1 : 1);
}

function dueDay({ memory }: QueueCard): number {
	return memory.due.kind === 'day' ? memory.due.day : 0;
}
