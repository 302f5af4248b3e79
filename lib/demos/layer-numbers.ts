import { toRows } from '@/lib/engine/matrix';
import type { Trace } from '@/lib/engine/trace';

/** What one layer computed going forward, as plain lists that a worker can send. */
export interface LayerNumbers {
	l: number;
	/** One row per unit. */
	W: number[][];
	b: number[];
	/** a^(l-1). */
	input: number[];
	z: number[];
	a: number[];
	/** f'(z^l). */
	slope: number[];
}

/** The forward numbers of a trace, layer by layer. */
export function layerNumbers(trace: Trace): LayerNumbers[] {
	return trace.layers.map(({ l, W, b, input, z, a, slope }) => ({
		l,
		W: toRows(W),
		b: [...b],
		input: [...input],
		z: [...z],
		a: [...a],
		slope: [...slope],
	}));
}
