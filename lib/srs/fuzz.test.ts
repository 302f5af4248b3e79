import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzPick, fuzzRange } from './fuzz';

describe('fuzzRange()', () => {
	it.each([
		[1, 1, 1],
		[2, 2, 2],
		[2.49, 2, 2],
		[2.5, 2, 4],
		[3, 2, 4],
		[7, 5, 9],
		[20, 17, 23],
		[100, 93, 107],
	])('is none below 2.5 days and grows by the bands: %d days may fall from %i to %i', (days, min, max) => {
		expect(fuzzRange(days, 36_500)).toEqual({ min, max });
	});

	it('stays at or below the maximum', () => {
		expect(fuzzRange(100, 100)).toEqual({ min: 93, max: 100 });
		expect(fuzzRange(5_000, 100)).toEqual({ min: 93, max: 100 });
		expect(fuzzRange(5_000, 1)).toEqual({ min: 1, max: 1 });
	});

	it('holds its interval, is never empty and only moves up with it', () => {
		const days = fc.integer({ min: 1, max: 40_000 });
		fc.assert(
			fc.property(days, fc.integer({ min: 1, max: 36_500 }), (interval, maximum) => {
				const { min, max } = fuzzRange(interval, maximum);
				const next = fuzzRange(interval + 1, maximum);
				const ideal = Math.min(interval, maximum);
				expect(min).toBeGreaterThanOrEqual(1);
				expect(min).toBeLessThanOrEqual(ideal);
				expect(max).toBeGreaterThanOrEqual(ideal);
				expect(max).toBeLessThanOrEqual(maximum);
				expect(next.min).toBeGreaterThanOrEqual(min);
				expect(next.max).toBeGreaterThanOrEqual(max);
			}),
		);
	});
});

describe('fuzzPick()', () => {
	it('gives the same day for the same card and count, inside the range', () => {
		fc.assert(
			fc.property(fc.string(), fc.nat(), fc.nat(50), (cardId, reps, width) => {
				const picked = fuzzPick({ min: 10, max: 10 + width }, cardId, reps);
				expect(picked).toBe(fuzzPick({ min: 10, max: 10 + width }, cardId, reps));
				expect(picked).toBeGreaterThanOrEqual(10);
				expect(picked).toBeLessThanOrEqual(10 + width);
			}),
		);
	});

	it('spreads cards evenly over the range', () => {
		const counts = Array(5).fill(0) as number[];
		for (let card = 0; card < 10_000; card += 1) {
			const picked = fuzzPick({ min: 0, max: 4 }, `neural-networks/note-${card}`, 3);
			counts[picked] = (counts[picked] ?? 0) + 1;
		}
		for (const count of counts) expect(Math.abs(count - 2_000)).toBeLessThan(200);
	});

	it('moves one card about from answer to answer', () => {
		const days = new Set(Array.from({ length: 30 }, (_, reps) => fuzzPick({ min: 0, max: 9 }, 'card', reps)));
		expect(days.size).toBeGreaterThan(6);
	});
});
