import type { Activation } from './activation';
import type { Matrix } from './matrix';
import { affineProduct, plainProduct, transposedProduct } from './product';

/**
 * Forward through a dense layer, a row an example: z^l = W^l a^(l-1) + b^l, then a^l = f(z^l).
 * `input` is a^(l-1), [batch, n_(l-1)]; writes `z` and `a`, both [batch, n_l].
 */
export function denseForward(f: Activation, W: Matrix, b: Float64Array, input: Matrix, z: Matrix, a: Matrix): void {
	affineProduct(input, W, b, z);
	f.forward(z.data, a.data);
}

/**
 * Backward through a dense layer, given dl/dz^l (`dz`, [batch, n_l], a row an example):
 * (1) dl/dW^l = (a^(l-1) dl/dz^l)^T and (2) dl/db^l = dl/dz^l, both meant over the batch into `dW` [n_l, n_(l-1)] and `db` [n_l];
 * and, unless the layer reads the network's input (null), the first product of (4): dl/da^(l-1) = dl/dz^l W^l into `daBelow` [batch, n_(l-1)].
 */
export function denseBackward(
	W: Matrix,
	input: Matrix,
	dz: Matrix,
	dW: Matrix,
	db: Float64Array,
	daBelow: Matrix | null,
): void {
	const B = dz.rows;
	transposedProduct(dz, input, 1 / B, dW);
	meanOfRows(dz, db);
	if (daBelow !== null) plainProduct(dz, W, daBelow);
}

/** The mean of the rows, four columns at a time. */
function meanOfRows(rows: Matrix, mean: Float64Array): void {
	const { columns, data } = rows;
	let j = 0;
	for (; j + 3 < columns; j += 4) {
		let s0 = 0;
		let s1 = 0;
		let s2 = 0;
		let s3 = 0;
		for (let k = j; k < data.length; k += columns) {
			s0 += data[k] as number;
			s1 += data[k + 1] as number;
			s2 += data[k + 2] as number;
			s3 += data[k + 3] as number;
		}
		mean[j] = s0 / rows.rows;
		mean[j + 1] = s1 / rows.rows;
		mean[j + 2] = s2 / rows.rows;
		mean[j + 3] = s3 / rows.rows;
	}
	for (; j < columns; j++) {
		let sum = 0;
		for (let k = j; k < data.length; k += columns) sum += data[k] as number;
		mean[j] = sum / rows.rows;
	}
}
