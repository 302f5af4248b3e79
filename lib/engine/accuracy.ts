import type { Matrix } from './matrix';

/**
 * The share of examples, in [0, 1], that are classified right; both matrices are [batch, K]. With one output, when it lies on
 * the same side of `threshold` as its target (0.5 for targets 0 and 1, 0 for -1 and 1); with more, when the greatest output is
 * where the greatest target is.
 */
export function accuracy(outputs: Matrix, targets: Matrix, threshold = 0.5): number {
	const K = outputs.columns;
	let right = 0;
	for (let start = 0; start < outputs.data.length; start += K) {
		if (K === 1) {
			if ((outputs.data[start] as number) > threshold === (targets.data[start] as number) > threshold) right++;
		} else if (greatestAt(outputs.data, start, K) === greatestAt(targets.data, start, K)) right++;
	}
	return right / outputs.rows;
}

function greatestAt(data: Float64Array, start: number, K: number): number {
	let best = start;
	for (let k = start + 1; k < start + K; k++) if ((data[k] as number) > (data[best] as number)) best = k;
	return best;
}
