import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { histogramOf } from './histogram';

describe('histogramOf()', () => {
	it('puts each number into its bin, the upper end into the last', () => {
		expect(histogramOf([-2, -1, -0.1, 0, 0.9, 1, 5, Number.NaN], -1, 1, 2)).toEqual({
			low: -1,
			high: 1,
			counts: [2, 3],
			below: 1,
			above: 2,
			total: 8,
		});
	});

	it('loses no number', () => {
		fc.assert(
			fc.property(fc.array(fc.double()), fc.integer({ min: 1, max: 30 }), (values, bins) => {
				const { counts, below, above, total } = histogramOf(values, -3, 3, bins);
				expect(counts.reduce((sum, count) => sum + count, 0) + below + above).toBe(total);
			}),
		);
	});

	it('refuses an empty range', () => {
		expect(() => histogramOf([], 1, 1, 3)).toThrow(RangeError);
	});
});
