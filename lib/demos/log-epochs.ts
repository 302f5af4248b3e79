/** Epochs to look at on a log axis: every whole number from 0 to `last` that about `count` evenly spaced powers come to. */
export function logEpochs(last: number, count: number): ReadonlySet<number> {
	const spaced = Array.from({ length: count }, (_, k) => Math.round(last ** (k / (count - 1))));
	return new Set([0, ...spaced]);
}
