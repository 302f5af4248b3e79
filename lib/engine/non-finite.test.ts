import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allFinite } from './non-finite';

it('allFinite() finds one infinity or NaN anywhere, and infinities that would cancel', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 20 }),
			fc.nat(),
			fc.constantFrom(NaN, Infinity, -Infinity),
			(n, place, bad) => {
				const numbers = new Float64Array(n).fill(1.5);
				expect(allFinite(numbers)).toBe(true);
				numbers[place % n] = bad;
				expect(allFinite(numbers)).toBe(false);
			},
		),
	);
	expect(allFinite(Float64Array.of(Infinity, -Infinity))).toBe(false);
});

it('allFinite() is not fooled by a sum that overflows over finite numbers', () => {
	expect(allFinite(new Float64Array(9).fill(1.7e308))).toBe(true);
});
