import { activations } from '@/lib/engine/activation';
import { type Matrix, rowOf } from '@/lib/engine/matrix';

/** Weights and then the bias of a linear function of x. */
export type LinearFit = readonly number[];

/** Ordinary least squares in closed form: the solution of (XᵀX) w = Xᵀy, with a column of ones for the bias. */
export function leastSquares(x: Matrix, y: Matrix): LinearFit {
	return weightedLeastSquares(x, y.data, () => 1);
}

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares, McCullagh & Nelder 1989, §2.5).
 * Throws RangeError when it does not settle, as when a line parts the classes.
 */
export function newtonLogistic(x: Matrix, y: Matrix): LinearFit {
	let fit: number[] = new Array<number>(x.columns + 1).fill(0);
	for (let round = 0; round < 50; round++) {
		const a = linearOutputs(fit, x).map(activations.sigmoid.f);
		const slope = (k: number) => (a[k] ?? 0) * (1 - (a[k] ?? 0));
		const gap = Float64Array.from(y.data, (target, k) => (target - (a[k] ?? 0)) / slope(k));
		const step = weightedLeastSquares(x, gap, slope);
		fit = fit.map((value, j) => value + (step[j] ?? 0));
		if (!fit.every(Number.isFinite)) break;
		if (Math.max(...step.map(Math.abs)) < 1e-12) return fit;
	}
	throw new RangeError('the classes are parted by a line: the likelihood has no greatest value');
}

/** z = wᵀx + b for every row of x. */
export function linearOutputs(fit: LinearFit, x: Matrix): number[] {
	return Array.from({ length: x.rows }, (_, k) =>
		rowOf(x, k).reduce((sum, value, j) => sum + value * (fit[j] ?? 0), fit[x.columns] ?? 0),
	);
}

function weightedLeastSquares(x: Matrix, y: Float64Array, weight: (k: number) => number): number[] {
	const n = x.columns + 1;
	const system = Array.from({ length: n }, () => new Array<number>(n + 1).fill(0));
	for (let k = 0; k < x.rows; k++) {
		const row = [...rowOf(x, k), 1, y[k] ?? 0];
		for (const [i, line] of system.entries()) {
			for (let j = 0; j <= n; j++) line[j] = (line[j] ?? 0) + weight(k) * (row[i] ?? 0) * (row[j] ?? 0);
		}
	}
	return solve(system);
}

/** Gauss-Jordan with the greatest pivot; each line of `system` ends with its right-hand side. */
function solve(system: number[][]): number[] {
	const n = system.length;
	for (let i = 0; i < n; i++) {
		const best = system.slice(i).reduce((b, line) => (Math.abs(line[i] ?? 0) > Math.abs(b[i] ?? 0) ? line : b));
		system.splice(system.indexOf(best), 1, system[i] as number[]);
		system[i] = best.map((value) => value / (best[i] ?? Number.NaN));
		for (const [k, line] of system.entries()) {
			const factor = line[i] ?? 0;
			if (k !== i) system[k] = line.map((value, j) => value - factor * (system[i]?.[j] ?? 0));
		}
	}
	return system.map((line) => line[n] ?? Number.NaN);
}
