import { type PlaneGrid, unitGrids } from '@/lib/demos/plane-grid';
import { forward } from '@/lib/engine/forward';
import type { Matrix } from '@/lib/engine/matrix';
import type { Network } from '@/lib/engine/network';

/** The last hidden layer's space, laid flat: the input plane as a sheet in it, and the examples on the sheet. */
export interface HiddenSpace {
	/** Where each place of the plane lies: along the output's weights (the answer turns at 0), and across. */
	along: PlaneGrid;
	across: PlaneGrid;
	/** The same of each example. */
	points: [number, number][];
	/** Shown from -reach to reach. */
	reach: number;
	/** The direction across, unit by unit, to be passed on to the next call so that the view does not turn over. */
	axis: number[];
}

/**
 * The hidden space seen so that the output's boundary is an upright line: the first axis is the distance from it, the second
 * the direction within it in which the examples spread most. Without a hidden layer the space is the input itself.
 */
export function hiddenSpace(network: Network, x: Matrix, cells: Matrix, before: readonly number[] | null): HiddenSpace {
	const L = network.shape.layers.length;
	const w = [...(network.weights[L - 1]?.data ?? [])];
	const b = network.biases[L - 1]?.[0] ?? 0;
	const size = Math.hypot(...w) || 1;
	const first = w.map((wj) => wj / size);
	const examples = rowsOf(L === 1 ? x : (forward(network, x).a[L - 2] as Matrix));
	const second = spreadWithin(examples, first, before);
	const place = (h: readonly number[]): [number, number] => [dot(h, first) + b / size, dot(h, second)];
	const points = examples.map(place);
	const middle = points.reduce((sum, [, v]) => sum + v, 0) / points.length;
	const at = (h: readonly number[]): [number, number] => {
		const [u, v] = place(h);
		return [u, v - middle];
	};
	const side = Math.round(Math.sqrt(cells.rows));
	const sheet = rowsOf(L === 1 ? cells : cellsIn(network, cells, L - 1)).map(at);
	const grid = (k: 0 | 1): PlaneGrid => ({
		columns: side,
		rows: side,
		values: Float32Array.from(sheet, (one) => one[k]),
	});
	const centred = points.map(([u, v]): [number, number] => [u, v - middle]);
	const reach = 1.15 * Math.max(0.2, ...centred.flat().map(Math.abs));
	return { along: grid(0), across: grid(1), points: centred, reach, axis: second };
}

function cellsIn(network: Network, cells: Matrix, l: number): Matrix {
	const grids = unitGrids(network, cells, l);
	const data = new Float64Array(cells.rows * grids.length);
	for (let row = 0; row < cells.rows; row++)
		grids.forEach(({ values }, unit) => {
			data[row * grids.length + unit] = values[row] ?? 0;
		});
	return { rows: cells.rows, columns: grids.length, data };
}

/** The direction at right angles to `first` along which the rows vary most (a few rounds of the power method), of steady sign. */
function spreadWithin(rows: readonly number[][], first: readonly number[], before: readonly number[] | null): number[] {
	const n = first.length;
	if (n < 2) return first.map(() => 0);
	const mean = first.map((_, j) => rows.reduce((sum, row) => sum + (row[j] ?? 0), 0) / rows.length);
	const centred = rows.map((row) => row.map((h, j) => h - (mean[j] ?? 0)));
	let axis = upright(before?.length === n ? before : first.map((_, j) => 1 / (j + 1.5)), first);
	for (let round = 0; round < (before ? 3 : 20); round++) {
		const next = new Array<number>(n).fill(0);
		for (const row of centred) {
			const along = dot(row, axis);
			for (let j = 0; j < n; j++) next[j] = (next[j] ?? 0) + along * (row[j] ?? 0);
		}
		axis = upright(next, first);
	}
	return before && dot(axis, before) < 0 ? axis.map((v) => -v) : axis;
}

/** A vector less its part along the unit vector `first`, of length 1; any such vector when nothing is left. */
function upright(vector: readonly number[], first: readonly number[]): number[] {
	const part = dot(vector, first);
	const rest = vector.map((v, j) => v - part * (first[j] ?? 0));
	const size = Math.hypot(...rest);
	if (size > 1e-9) return rest.map((v) => v / size);
	const least = first.reduce((best, f, j) => (Math.abs(f) < Math.abs(first[best] ?? 1) ? j : best), 0);
	const unit = first.map((f, j) => Number(j === least) - (first[least] ?? 0) * f);
	const length = Math.hypot(...unit) || 1;
	return unit.map((v) => v / length);
}

function dot(one: readonly number[], other: readonly number[]): number {
	return one.reduce((sum, v, j) => sum + v * (other[j] ?? 0), 0);
}

function rowsOf({ rows, columns, data }: Matrix): number[][] {
	return Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * columns, (i + 1) * columns)));
}
