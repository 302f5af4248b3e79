import { type Matrix, matrixOf } from './matrix';

/** A point that a learner put down: its place, and its class, 0 or 1. */
export interface DrawnPoint {
	readonly x1: number;
	readonly x2: number;
	readonly label: number;
}

/** Points put down by hand as a data set: x [N, 2], y [N, 1]; throws RangeError without points, or for one that is not finite or of neither class. */
export function drawnDataSet(points: readonly DrawnPoint[]): { readonly x: Matrix; readonly y: Matrix } {
	if (points.length === 0) throw new RangeError('a data set needs at least one point');
	for (const [n, { x1, x2, label }] of points.entries()) {
		if (!Number.isFinite(x1) || !Number.isFinite(x2)) {
			throw new RangeError(`point ${n} must have finite coordinates, got (${x1}, ${x2})`);
		}
		if (label !== 0 && label !== 1) throw new RangeError(`point ${n} must be of class 0 or 1, got ${label}`);
	}
	return { x: matrixOf(points.map(({ x1, x2 }) => [x1, x2])), y: matrixOf(points.map(({ label }) => [label])) };
}
