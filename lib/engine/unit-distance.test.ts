import { expect, it } from 'vitest';
import { matrixOf, toRows } from './matrix';
import { greatestUnitDistance, unitDistances } from './unit-distance';

it('unitDistances() measures every pair of rows, and equal units are 0 apart', () => {
	const W = matrixOf([
		[0, 0],
		[3, -4],
		[0, 0],
	]);
	expect(toRows(unitDistances(W))).toEqual([
		[0, 5, 0],
		[5, 0, 5],
		[0, 5, 0],
	]);
	expect(greatestUnitDistance(W)).toBe(5);
	expect(greatestUnitDistance(matrixOf([[1, 2]]))).toBe(0);
});
