import { expect, it } from 'vitest';
import { at, copyMatrix, createMatrix, matrixOf, rowOf, toRows } from './matrix';

it('matrixOf() keeps rows in order and at() reads them', () => {
	const matrix = matrixOf([
		[1, 2, 3],
		[4, 5, 6],
	]);
	expect([matrix.rows, matrix.columns, at(matrix, 0, 2), at(matrix, 1, 0)]).toEqual([2, 3, 3, 4]);
	expect(toRows(matrix)).toEqual([
		[1, 2, 3],
		[4, 5, 6],
	]);
});

it('at() and rowOf() refuse places outside the matrix', () => {
	const matrix = createMatrix(2, 3);
	for (const [i, j] of [
		[2, 0],
		[0, 3],
		[-1, 0],
		[1, -1],
	] as const) {
		expect(() => at(matrix, i, j)).toThrow(/2 x 3/);
	}
	expect(() => rowOf(matrix, 2)).toThrow(RangeError);
});

it('createMatrix() and matrixOf() refuse numbers that do not fit', () => {
	expect(() => createMatrix(2, 3, new Float64Array(5))).toThrow(/needs 6 numbers, got 5/);
	expect(() => matrixOf([[1, 2], [3]])).toThrow(/row 1/);
	expect(() => matrixOf([])).toThrow(RangeError);
});

it('rowOf() is a view and copyMatrix() is not', () => {
	const matrix = createMatrix(2, 2);
	const copy = copyMatrix(matrix);
	rowOf(matrix, 1)[0] = 7;
	expect(at(matrix, 1, 0)).toBe(7);
	expect(at(copy, 1, 0)).toBe(0);
});
