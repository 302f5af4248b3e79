import { sine } from './circular';
import { createMatrix, type Matrix } from './matrix';
import type { RandomStream } from './random-stream';

/** Numbers to regress on: x [N, 1] in [-1, 1], y [N, 1]. */
export interface CurveData {
	readonly x: Matrix;
	readonly y: Matrix;
}

/** How points about a curve are drawn. */
export interface CurveOptions {
	/** How many points, N. */
	readonly size: number;
	/** Standard deviation of the normal noise added to y; 0 when left out. */
	readonly noise?: number;
}

/** Points about the line y = slope x + intercept, x uniform; throws RangeError for a size or noise out of range. */
export function drawLine(
	{
		size,
		noise = 0,
		slope = 0.8,
		intercept = 0.1,
	}: CurveOptions & { readonly slope?: number; readonly intercept?: number },
	stream: RandomStream,
): CurveData {
	return drawCurve((x) => slope * x + intercept, size, noise, stream);
}

/** Points about y = sin(pi x), one whole wave, x uniform; throws RangeError for a size or noise out of range. */
export function drawSine({ size, noise = 0 }: CurveOptions, stream: RandomStream): CurveData {
	return drawCurve((x) => sine(Math.PI * x), size, noise, stream);
}

function drawCurve(curve: (x: number) => number, size: number, noise: number, stream: RandomStream): CurveData {
	if (!Number.isInteger(size) || size < 1) throw new RangeError(`size must be a positive integer, got ${size}`);
	if (!(noise >= 0)) throw new RangeError(`noise must be at least 0, got ${noise}`);
	const x = createMatrix(size, 1);
	const y = createMatrix(size, 1);
	for (let n = 0; n < size; n++) {
		const at = 2 * stream.uniform() - 1;
		x.data[n] = at;
		y.data[n] = curve(at) + noise * stream.normal();
	}
	return { x, y };
}
