import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balancedInterval, type DueLoad } from './load-balance';

const EVERY_DAY = [1, 1, 1, 1, 1, 1, 1];
const load = (due: Record<number, number>, siblings: number[] = []): DueLoad => ({
	dueOn: (day) => due[day] ?? 0,
	siblingDays: new Set(siblings),
});

describe('balancedInterval()', () => {
	it('takes the day with the fewest cards due', () => {
		expect(balancedInterval({ min: 8, max: 11 }, 8, 100, load({ 108: 5, 109: 4, 110: 1, 111: 3 }), EVERY_DAY)).toBe(10);
	});

	it('keeps what the fuzz says when all days are alike', () => {
		expect(balancedInterval({ min: 8, max: 11 }, 9, 100, load({}), EVERY_DAY)).toBe(9);
	});

	it('keeps away from the day of a sibling, even an empty one', () => {
		expect(balancedInterval({ min: 8, max: 9 }, 8, 100, load({ 109: 30 }, [108]), EVERY_DAY)).toBe(9);
	});

	it('takes the day of a sibling when there is no other', () => {
		expect(balancedInterval({ min: 8, max: 8 }, 8, 100, load({}, [108]), EVERY_DAY)).toBe(8);
	});

	it('weighs a day by the share wanted on its weekday', () => {
		// Study day 0 was Thursday 1 January 1970: day 3 was a Sunday, day 4 a Monday.
		const sundaysOff = [0, 1, 1, 1, 1, 1, 1];
		const halfMondays = [1, 0.5, 1, 1, 1, 1, 1];
		expect(balancedInterval({ min: 3, max: 4 }, 3, 0, load({ 4: 80 }), sundaysOff)).toBe(4);
		expect(balancedInterval({ min: 3, max: 4 }, 4, 0, load({ 3: 10, 4: 6 }), halfMondays)).toBe(3);
		expect(balancedInterval({ min: 3, max: 4 }, 4, 0, load({}), halfMondays)).toBe(3);
	});

	it('never leaves the range and always answers the same', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 90 }),
				fc.nat(9),
				fc.nat(9),
				fc.dictionary(fc.constantFrom('1', '5', '30', '60'), fc.nat(9)),
				(min, width, at, due) => {
					const range = { min, max: min + width };
					const preferred = min + Math.min(at, width);
					const pick = () => balancedInterval(range, preferred, 0, load(due), EVERY_DAY);
					expect(pick()).toBe(pick());
					expect(pick()).toBeGreaterThanOrEqual(range.min);
					expect(pick()).toBeLessThanOrEqual(range.max);
				},
			),
		);
	});
});
