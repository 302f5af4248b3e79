import fc from 'fast-check';
import { expect, it } from 'vitest';
import { power } from './power';
import { type Schedule, scheduleFactor } from './schedule';

const factors = (schedule: Schedule, steps: number) =>
	Array.from({ length: steps }, (_, index) => scheduleFactor(schedule, index + 1));

it('scheduleFactor() falls in steps, along a cosine, and rises in a line', () => {
	expect(factors({ kind: 'constant' }, 3)).toEqual([1, 1, 1]);
	expect(factors({ kind: 'step', every: 2, factor: 0.5 }, 5)).toEqual([1, 1, 0.5, 0.5, 0.25]);
	expect(factors({ kind: 'warm-up', steps: 4 }, 6)).toEqual([0.25, 0.5, 0.75, 1, 1, 1]);
	// mpmath: 0.1 + 0.9 (1 + cos(pi k / 4)) / 2.
	const cosine = [1, 0.8681980515339464, 0.55, 0.23180194846605362, 0.1, 0.1];
	for (const [k, factor] of factors({ kind: 'cosine', steps: 4, least: 0.1 }, 6).entries()) {
		expect(factor).toBeCloseTo(cosine[k] as number, 15);
	}
});

it('a warm-up goes over to the schedule after it at 1, whose steps count from there', () => {
	const next = { kind: 'step', every: 2, factor: 0.1 } as const;
	expect(factors({ kind: 'warm-up', steps: 2, next }, 6)).toEqual([0.5, 1, 1, 1, 0.1, 0.1]);
});

it('power() is Math.pow to 14 digits', () => {
	fc.assert(
		fc.property(fc.double({ min: 0.5, max: 1, noNaN: true }), fc.nat(200), (base, n) => {
			expect(power(base, n) / base ** n).toBeCloseTo(1, 12);
		}),
	);
	expect(power(0, 0)).toBe(1);
});
