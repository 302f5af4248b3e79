import { forward } from '@/lib/engine/forward';
import { createMatrix, type Matrix } from '@/lib/engine/matrix';
import type { Network } from '@/lib/engine/network';

/**
 * Numbers over a square of the plane, row by row from the top (greatest x₂) and left to right:
 * `values[row * columns + column]` is read in the middle of its cell. Plain data that a worker can send.
 */
export interface PlaneGrid {
	columns: number;
	rows: number;
	values: Float32Array;
}

/** Cells a side that a picture needs at most; more cost time and show nothing. */
export const FINEST_GRID = 50;

/**
 * The middles of `size` x `size` cells over [-half, half]², as inputs [size², 2] in the order of a `PlaneGrid`.
 * Throws RangeError unless size is a whole number from 2 to `FINEST_GRID`.
 */
export function planeInputs(size: number, half: number): Matrix {
	if (!Number.isInteger(size) || size < 2 || size > FINEST_GRID) {
		throw new RangeError(`size must be a whole number from 2 to ${FINEST_GRID}, got ${size}`);
	}
	const inputs = createMatrix(size * size, 2);
	const middle = (k: number) => half * ((2 * k + 1) / size - 1);
	for (let row = 0; row < size; row++) {
		for (let column = 0; column < size; column++) {
			inputs.data[2 * (row * size + column)] = middle(column);
			inputs.data[2 * (row * size + column) + 1] = -middle(row);
		}
	}
	return inputs;
}

/**
 * The activation of every unit of layer `l` (from 1; the last when left out) of a net with two inputs over the cells of
 * `inputs`, a grid a unit. One forward pass for all.
 */
export function unitGrids(network: Network, inputs: Matrix, l = network.shape.layers.length): PlaneGrid[] {
	const a = forward(network, inputs).a[l - 1];
	if (!a) throw new RangeError(`the network has ${network.shape.layers.length} layers, asked for layer ${l}`);
	const size = Math.round(Math.sqrt(inputs.rows));
	return Array.from({ length: a.columns }, (_, unit) => ({
		columns: size,
		rows: size,
		values: Float32Array.from({ length: a.rows }, (_, row) => a.data[row * a.columns + unit] as number),
	}));
}
