import { describe, expect, it } from 'vitest';
import { curvePath, type Pixel, spreadLabels } from './curve-path';

describe('curvePath()', () => {
	it('goes through the points', () => {
		expect(
			curvePath([
				[0, 5],
				[10, 6],
			]),
		).toBe('M0.0 5.0L10.0 6.0');
	});

	it('breaks where a number is not finite', () => {
		expect(
			curvePath([
				[0, 5],
				[10, Number.NaN],
				[20, 6],
				[30, 7],
			]),
		).toBe('M0.0 5.0M20.0 6.0L30.0 7.0');
		expect(
			curvePath([
				[Number.NaN, 1],
				[1, 1],
			]),
		).toBe('M1.0 1.0');
	});

	it('keeps the spikes of a crowded curve and few points besides', () => {
		const points = Array.from({ length: 10_000 }, (_, k): Pixel => [k / 100, k === 5050 ? 99 : k % 2]);
		const path = curvePath(points);
		expect(path).toContain(' 99.0');
		expect(path.match(/[ML]/g)?.length).toBeLessThan(4 * 102);
	});
});

describe('spreadLabels()', () => {
	it('leaves labels that have room where they are', () => {
		expect(spreadLabels([10, 50], 14, 0, 100)).toEqual([10, 50]);
	});

	it('parts labels that would lie on each other, in their order and within the picture', () => {
		expect(spreadLabels([51, 50], 14, 0, 100)).toEqual([64, 50]);
		expect(spreadLabels([99, 98, 97], 14, 0, 100)).toEqual([100, 86, 72]);
	});
});
