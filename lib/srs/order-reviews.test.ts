import { describe, expect, it } from 'vitest';
import { type CardMemory, newCardMemory } from './card-memory';
import { cardRetrievability } from './card-retrievability';
import { DEFAULT_DECK_OPTIONS, type DeckOptions } from './deck-options';
import { orderReviews } from './order-reviews';
import type { QueueCard } from './queue';
import { shuffleKey } from './shuffle-key';

const TODAY = 1_000;
const card = (cardId: string, dueDay: number, intervalDays: number, stability: number, shuffle = 0): QueueCard => ({
	cardId,
	noteId: cardId,
	deckId: 'deck',
	shuffle,
	memory: {
		...newCardMemory(0),
		phase: 'review',
		due: { kind: 'day', day: dueDay },
		intervalDays,
		stability,
		difficulty: 5,
		lastReviewDay: dueDay - intervalDays,
	} satisfies CardMemory,
});
const cards = [
	card('long', 990, 100, 500),
	card('short', 996, 2, 2),
	card('mid', 998, 20, 8),
	card('today', 1_000, 30, 30),
];
const ordered = (order: DeckOptions['reviewOrder'], list = cards) =>
	orderReviews(list, order, TODAY, () => DEFAULT_DECK_OPTIONS).map(({ cardId }) => cardId);

describe('orderReviews()', () => {
	it.each([
		['due-random', ['long', 'short', 'mid', 'today']],
		['retrievability', ['short', 'mid', 'today', 'long']],
		['overdueness', ['short', 'long', 'mid', 'today']],
		['interval', ['short', 'mid', 'today', 'long']],
	] as const)('by %s', (order, ids) => {
		expect(ordered(order)).toEqual(ids);
		expect(ordered(order, [...cards].reverse())).toEqual(ids);
	});

	it('shuffles the cards of one day by their key, the same way each time', () => {
		const sameDay = Array.from({ length: 20 }, (_, index) =>
			card(`c${index}`, TODAY, 5, 5, shuffleKey(`c${index}`, TODAY)),
		);
		const once = ordered('due-random', sameDay);
		expect(ordered('due-random', [...sameDay].reverse())).toEqual(once);
		expect(once).not.toEqual(sameDay.map(({ cardId }) => cardId));
	});

	it('puts the least retrievable first, by the model of each deck', () => {
		const recall = orderReviews(cards, 'retrievability', TODAY, () => DEFAULT_DECK_OPTIONS).map(({ memory }) =>
			cardRetrievability(memory, DEFAULT_DECK_OPTIONS, TODAY),
		);
		expect(recall).toEqual([...recall].sort((a, b) => a - b));
	});
});

describe('shuffleKey()', () => {
	it('is a whole number of 31 bits, the same each time and another on another day', () => {
		expect(shuffleKey('neural-networks/neuron', 20_779)).toBe(shuffleKey('neural-networks/neuron', 20_779));
		expect(shuffleKey('neural-networks/neuron', 20_780)).not.toBe(shuffleKey('neural-networks/neuron', 20_779));
		const keys = Array.from({ length: 2_000 }, (_, index) => shuffleKey(`card ${index}`, 1));
		for (const key of keys) expect(Number.isInteger(key) && key >= 0 && key < 2 ** 31).toBe(true);
		expect(new Set(keys).size).toBe(2_000);
		expect(Math.abs(keys.reduce((sum, key) => sum + key, 0) / 2_000 / 2 ** 30 - 1)).toBeLessThan(0.05);
	});
});
