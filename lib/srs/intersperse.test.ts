import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intersperse } from './intersperse';

describe('intersperse()', () => {
	it('spreads the shorter list evenly', () => {
		expect(intersperse(['r', 'r', 'r', 'r', 'r', 'r'], ['N', 'N']).join('')).toBe('rrNrrNrr');
		expect(intersperse(['r'], ['N', 'N', 'N']).join('')).toBe('NrNN');
		expect(intersperse([], ['N']).join('')).toBe('N');
	});

	it('keeps both orders, loses nothing, and leaves no gap longer than its share', () => {
		fc.assert(
			fc.property(fc.nat(80), fc.nat(80), (a, b) => {
				const first = Array.from({ length: a }, (_, index) => index);
				const second = Array.from({ length: b }, (_, index) => 1_000 + index);
				const merged = intersperse(first, second);
				expect(merged.filter((item) => item < 1_000)).toEqual(first);
				expect(merged.filter((item) => item >= 1_000)).toEqual(second);
				let run = 0;
				for (const item of merged) {
					run = item < 1_000 ? run + 1 : 0;
					expect(run).toBeLessThanOrEqual(Math.ceil((a + 1) / (b + 1)));
				}
			}),
		);
	});
});
