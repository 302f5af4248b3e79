import { describe, expect, it } from 'vitest';
import { applyAction } from './card-action';
import { type CardMemory, newCardMemory } from './card-memory';

const moment = { day: 500 };
const card: CardMemory = {
	...newCardMemory(3),
	phase: 'relearning',
	stability: 4,
	difficulty: 6,
	step: 1,
	due: { kind: 'instant', atMs: 7 },
	lastReviewDay: 499,
	lastReviewAtMs: 5,
	reps: 9,
	lapses: 8,
	leech: true,
	flag: 2,
	suspended: true,
};

describe('applyAction()', () => {
	it.each([
		[{ type: 'suspend' }, { ...card, suspended: true }],
		[{ type: 'unsuspend' }, { ...card, suspended: false }],
		[{ type: 'bury' }, { ...card, buriedUntilDay: 501 }],
		[{ type: 'unbury' }, { ...card, buriedUntilDay: null }],
		[
			{ type: 'flag', flag: 7 },
			{ ...card, flag: 7 },
		],
		[
			{ type: 'set-due', day: 510 },
			{ ...card, phase: 'review', step: 0, due: { kind: 'day', day: 510 }, intervalDays: 10 },
		],
		[{ type: 'reset' }, { ...newCardMemory(0), flag: 2, suspended: true }],
	] as const)('%o changes just what it says', (action, after) => {
		const before = structuredClone(card);
		expect(applyAction(card, action, moment)).toEqual(after);
		expect(card).toEqual(before);
	});

	it('makes a new card one for review, and keeps the interval of one that is', () => {
		expect(applyAction(newCardMemory(3), { type: 'set-due', day: 490 }, moment)).toMatchObject({
			phase: 'review',
			intervalDays: 1,
			stability: null,
		});
		const review = { ...card, phase: 'review' as const, intervalDays: 30 };
		expect(applyAction(review, { type: 'set-due', day: 510 }, moment)).toMatchObject({
			intervalDays: 30,
			due: { day: 510 },
		});
	});

	it.each([-1, 8, 1.5, Number.NaN])('refuses the flag %s', (flag) => {
		expect(() => applyAction(card, { type: 'flag', flag }, moment)).toThrow(/flag must be a whole number from 0 to 7/);
	});

	it('refuses a due day that is no whole number', () => {
		expect(() => applyAction(card, { type: 'set-due', day: 1.5 }, moment)).toThrow(
			/due day must be a whole study-day index/,
		);
	});
});
