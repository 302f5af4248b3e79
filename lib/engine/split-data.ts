import { createMatrix, type Matrix } from './matrix';
import type { RandomStream } from './random-stream';

/** Examples, one a row: x [N, n_0], y [N, n_L]. */
export interface Examples {
	readonly x: Matrix;
	readonly y: Matrix;
}

/** Examples to learn from, and others to judge by. */
export interface DataSplit {
	readonly training: Examples;
	readonly validation: Examples;
}

/**
 * Deals the examples out at random: `share` of them, rounded, are for validation, but at least one on each side.
 * Throws RangeError unless share is within (0, 1) and there are two examples or more.
 */
export function splitData({ x, y }: Examples, share: number, stream: RandomStream): DataSplit {
	if (!(share > 0 && share < 1)) throw new RangeError(`share must be within (0, 1), got ${share}`);
	if (x.rows < 2) throw new RangeError(`a split needs at least 2 examples, got ${x.rows}`);
	const order = Array.from({ length: x.rows }, (_, n) => n);
	stream.shuffle(order);
	const held = Math.min(x.rows - 1, Math.max(1, Math.round(share * x.rows)));
	const take = (rows: readonly number[]): Examples => ({ x: takeRows(x, rows), y: takeRows(y, rows) });
	return { training: take(order.slice(held)), validation: take(order.slice(0, held)) };
}

/** A copy of the rows with these numbers (from 0), in this order; throws RangeError for a row that is not there. */
export function takeRows(matrix: Matrix, rows: readonly number[]): Matrix {
	const taken = createMatrix(rows.length, matrix.columns);
	for (const [n, row] of rows.entries()) {
		if (!(row >= 0 && row < matrix.rows)) throw new RangeError(`no row ${row} in a matrix of ${matrix.rows} rows`);
		taken.data.set(matrix.data.subarray(row * matrix.columns, (row + 1) * matrix.columns), n * matrix.columns);
	}
	return taken;
}
