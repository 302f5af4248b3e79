import { expect, it } from 'vitest';
import { drawnDataSet } from './data-drawn';
import { toRows } from './matrix';

it('drawnDataSet() takes the points in their order, and refuses what is no point', () => {
	const { x, y } = drawnDataSet([
		{ x1: 0.5, x2: -1, label: 1 },
		{ x1: 0, x2: 0.25, label: 0 },
	]);
	expect(toRows(x)).toEqual([
		[0.5, -1],
		[0, 0.25],
	]);
	expect(toRows(y)).toEqual([[1], [0]]);
	expect(() => drawnDataSet([])).toThrow(/at least one point/);
	expect(() => drawnDataSet([{ x1: Number.NaN, x2: 0, label: 0 }])).toThrow(/point 0 must have finite/);
	expect(() => drawnDataSet([{ x1: 0, x2: 0, label: 2 }])).toThrow(/class 0 or 1, got 2/);
});
