import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCardMemory } from './card-memory';
import { DEFAULT_DECK_OPTIONS } from './deck-options';
import type { QueueCard } from './queue';
import { spreadBacklog } from './spread-backlog';

const TODAY = 1_000;
const card = (index: number): QueueCard => ({
	cardId: `card ${index}`,
	noteId: `note ${index}`,
	deckId: 'deck',
	shuffle: 0,
	memory: {
		...newCardMemory(0),
		phase: 'review',
		due: { kind: 'day', day: 900 },
		stability: 1 + index,
		difficulty: 5,
		lastReviewDay: 890,
	},
});
const cards = (count: number) => Array.from({ length: count }, (_, index) => card(index));
const plan = (count: number, overDays: number, perDay: number, dueOn: (day: number) => number = () => 0) =>
	spreadBacklog({ cards: cards(count), today: TODAY, overDays, perDay, dueOn, optionsOf: () => DEFAULT_DECK_OPTIONS });

describe('spreadBacklog()', () => {
	it('gives the most retrievable to the first days, in even shares', () => {
		const { days, left } = plan(5, 3, 100);
		expect(days).toEqual([
			{ day: 1_000, cardIds: ['card 4', 'card 3'] },
			{ day: 1_001, cardIds: ['card 2', 'card 1'] },
			{ day: 1_002, cardIds: ['card 0'] },
		]);
		expect(left).toEqual([]);
	});

	it('fills the lighter days up to the fuller ones', () => {
		const { days } = plan(4, 2, 100, (day) => (day === TODAY ? 3 : 1));
		expect(days.map(({ cardIds }) => cardIds.length)).toEqual([1, 3]);
	});

	it('leaves due what no day has room for', () => {
		const { days, left } = plan(7, 2, 3, (day) => (day === TODAY ? 9 : 0));
		expect(days.map(({ cardIds }) => cardIds.length)).toEqual([0, 3]);
		expect(left).toHaveLength(4);
	});

	it('loses no card, repeats none and overfills no day', () => {
		fc.assert(
			fc.property(
				fc.nat(60),
				fc.integer({ min: 1, max: 20 }),
				fc.nat(12),
				fc.nat(15),
				(count, overDays, perDay, busy) => {
					const dueOn = (day: number) => (day * 7) % (busy + 1);
					const { days, left } = plan(count, overDays, perDay, dueOn);
					const given = [...days.flatMap(({ cardIds }) => cardIds), ...left];
					expect(new Set(given).size).toBe(count);
					expect(given).toHaveLength(count);
					for (const { day, cardIds } of days) {
						if (cardIds.length > 0) expect(dueOn(day) + cardIds.length).toBeLessThanOrEqual(perDay);
					}
					const room = days.some(({ day, cardIds }) => dueOn(day) + cardIds.length < perDay);
					expect(left.length === 0 || !room).toBe(true);
				},
			),
		);
	});

	it.each([0, -1, 1.5])('refuses to spread over %s days', (overDays) => {
		expect(() => plan(1, overDays, 10)).toThrow(/spread over 1 day or more/);
	});
});
