import { describe, expect, it } from 'vitest';
import { linearScale, logScale, logTicks, ticks } from './scale';

describe('scales', () => {
	it('linearScale() maps ends to ends, upside down too', () => {
		const y = linearScale([0, 10], [100, 0]);
		expect([y(0), y(5), y(10)]).toEqual([100, 50, 0]);
	});

	it('logScale() gives each power of ten the same length', () => {
		const x = logScale([1, 1000], [0, 300]);
		expect(x(10)).toBeCloseTo(100);
		expect(x(100)).toBeCloseTo(200);
	});

	it('ticks() are round and within', () => {
		expect(ticks([-1, 1], 4)).toEqual([-1, -0.5, 0, 0.5, 1]);
	});

	it('logTicks() are powers of ten within, thinned when there are many', () => {
		expect(logTicks([0.5, 200], 5)).toEqual([1, 10, 100]);
		expect(logTicks([1e-12, 1], 5)).toEqual([1e-12, 1e-9, 1e-6, 1e-3, 1]);
	});
});
