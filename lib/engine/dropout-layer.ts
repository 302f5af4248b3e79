import type { Matrix } from './matrix';
import type { RandomStream } from './random-stream';

/**
 * Draws a mask of inverted dropout (Srivastava et al. 2014, section 10): each entry, row by row, is 0 with probability p, else
 * 1 / (1 - p), so that the expected value of every number stays what it was.
 */
export function drawMask(p: number, stream: RandomStream, mask: Matrix): void {
	const kept = 1 / (1 - p);
	for (let k = 0; k < mask.data.length; k++) mask.data[k] = stream.uniform() < p ? 0 : kept;
}

/** Forward: to = mask * from, entry by entry; all [batch, n]. */
export function dropoutForward(mask: Matrix, from: Matrix, to: Matrix): void {
	for (let k = 0; k < to.data.length; k++) to.data[k] = (mask.data[k] as number) * (from.data[k] as number);
}

/** Backward: dl/dfrom = mask * dl/dto, entry by entry: what was dropped gets no gradient. */
export function dropoutBackward(mask: Matrix, dTo: Matrix, dFrom: Matrix): void {
	for (let k = 0; k < dTo.data.length; k++) dFrom.data[k] = (mask.data[k] as number) * (dTo.data[k] as number);
}
