import { createMatrix, type Matrix } from './matrix';
import type { RandomStream } from './random-stream';

/**
 * Fills `weights` [M, D] with gain times a random orthogonal matrix, all such equally likely: its rows (its columns when M > D)
 * are perpendicular to one another and of length `gain` (Saxe, McClelland & Ganguli 2014). Normal draws made orthonormal by
 * Gram and Schmidt, each vector twice, so that rounding leaves nothing behind.
 */
export function fillOrthogonal(weights: Matrix, gain: number, stream: RandomStream): void {
	const { rows, columns, data } = weights;
	const wide = columns >= rows;
	const basis = createMatrix(Math.min(rows, columns), Math.max(rows, columns));
	const n = basis.columns;
	for (let r = 0; r < basis.rows; r++) {
		const vector = basis.data.subarray(r * n, (r + 1) * n);
		for (let k = 0; k < n; k++) vector[k] = stream.normal();
		for (let pass = 0; pass < 2; pass++) {
			for (let other = 0; other < r; other++) {
				const unit = basis.data.subarray(other * n, (other + 1) * n);
				const along = dot(vector, unit);
				for (let k = 0; k < n; k++) vector[k] = (vector[k] as number) - along * (unit[k] as number);
			}
			const length = Math.sqrt(dot(vector, vector));
			for (let k = 0; k < n; k++) vector[k] = (vector[k] as number) / length;
		}
	}
	for (let i = 0; i < rows; i++) {
		for (let j = 0; j < columns; j++) {
			data[i * columns + j] = gain * (basis.data[wide ? i * n + j : j * n + i] as number);
		}
	}
}

function dot(a: Float64Array, b: Float64Array): number {
	let sum = 0;
	for (let k = 0; k < a.length; k++) sum += (a[k] as number) * (b[k] as number);
	return sum;
}
