import { createMatrix, type Matrix, rowOf } from './matrix';
import { norm } from './norms';

/** The Euclidean distance between the weight vectors of every two units of a layer: entry (i, j) is ||w_i - w_j||, [n_l, n_l]. */
export function unitDistances(W: Matrix): Matrix {
	const distances = createMatrix(W.rows, W.rows);
	for (let i = 0; i < W.rows; i++) {
		for (let j = 0; j < i; j++) {
			const other = rowOf(W, j);
			const distance = norm(rowOf(W, i).map((w, k) => w - (other[k] as number)));
			distances.data[i * W.rows + j] = distance;
			distances.data[j * W.rows + i] = distance;
		}
	}
	return distances;
}

/** The greatest distance between two units of a layer: 0, to the bit, when all are the same. */
export function greatestUnitDistance(W: Matrix): number {
	return unitDistances(W).data.reduce((greatest, distance) => Math.max(greatest, distance), 0);
}
