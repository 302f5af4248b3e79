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

function meanOfRows(rows: Matrix, mean: Float64Array): void {
	const { columns, data } = rows;
	mean.fill(0);
	for (let start = 0; start < data.length; start += columns) {
		for (let j = 0; j < columns; j++) mean[j] = (mean[j] as number) + (data[start + j] as number);
	}
	for (let j = 0; j < columns; j++) mean[j] = (mean[j] as number) / rows.rows;
}
