/** A dense matrix of doubles, row-major: entry (i, j) is `data[i * columns + j]`, both counted from 0. */
export interface Matrix {
	readonly rows: number;
	readonly columns: number;
	readonly data: Float64Array;
}

/** A `rows` x `columns` matrix over `data` (zeros when left out); throws RangeError when the sizes do not fit. */
export function createMatrix(
	rows: number,
	columns: number,
	data: Float64Array = new Float64Array(rows * columns),
): Matrix {
	if (data.length !== rows * columns) {
		throw new RangeError(`a ${rows} x ${columns} matrix needs ${rows * columns} numbers, got ${data.length}`);
	}
	return { rows, columns, data };
}

/** The matrix with these rows; throws RangeError when there is none or when they differ in length. */
export function matrixOf(rows: readonly (readonly number[])[]): Matrix {
	const columns = rows[0]?.length ?? 0;
	if (columns === 0) throw new RangeError('a matrix needs at least one row and one column');
	rows.forEach((row, i) => {
		if (row.length !== columns) {
			throw new RangeError(`row ${i} of a matrix has ${row.length} numbers, the first row has ${columns}`);
		}
	});
	return createMatrix(rows.length, columns, Float64Array.from(rows.flat()));
}

/** Entry (i, j), counted from 0; throws RangeError outside the matrix. */
export function at(matrix: Matrix, i: number, j: number): number {
	const value = j >= 0 && j < matrix.columns ? matrix.data[i * matrix.columns + j] : undefined;
	if (value === undefined) {
		throw new RangeError(`no entry (${i}, ${j}) in a ${matrix.rows} x ${matrix.columns} matrix`);
	}
	return value;
}

/** Row i as a view: writing to it writes to the matrix; throws RangeError outside the matrix. */
export function rowOf(matrix: Matrix, i: number): Float64Array {
	if (!(i >= 0 && i < matrix.rows)) throw new RangeError(`no row ${i} in a matrix of ${matrix.rows} rows`);
	return matrix.data.subarray(i * matrix.columns, (i + 1) * matrix.columns);
}

/** The rows as plain arrays (a copy), for tables and tests. */
export function toRows(matrix: Matrix): number[][] {
	return Array.from({ length: matrix.rows }, (_, i) => Array.from(rowOf(matrix, i)));
}

/** An independent copy. */
export function copyMatrix(matrix: Matrix): Matrix {
	return createMatrix(matrix.rows, matrix.columns, matrix.data.slice());
}
