import { expect, it } from 'vitest';
import { normalDensity, normalShare } from './normal-law';

it('normalShare() and normalDensity() are what mpmath gives at 40 digits, on both sides of where the method changes', () => {
	const golden = [
		[-0.25, 0.4012936743170763],
		[1.5, 0.9331927987311419],
		[-3, 0.0013498980316300946],
		[-10, 7.619853024160525e-24],
		[2.4999, 0.9937885816250553],
		[2.5001, 0.9937920872851848],
	] as const;
	for (const [z, share] of golden) {
		expect(Math.abs(normalShare(z) / share - 1)).toBeLessThan(1e-13);
		expect(Math.abs(normalShare(z) - share)).toBeLessThan(1e-15);
		expect(normalShare(z) + normalShare(-z)).toBeCloseTo(1, 14);
	}
	expect(normalDensity(0)).toBe(0.3989422804014327);
	expect([normalShare(-Infinity), normalShare(Infinity), normalShare(0)]).toEqual([0, 1, 0.5]);
	expect(normalShare(Number.NaN)).toBeNaN();
});
