/** Counts of numbers by bin over [low, high]: bins of equal width, plain data that a worker can send. */
export interface Histogram {
	low: number;
	high: number;
	counts: number[];
	/** How many lay outside; they are in no bin. */
	below: number;
	above: number;
	/** All of them, the outside ones too. */
	total: number;
}

/** The histogram of `values` over [low, high] in `bins` bins; a number that is not finite counts as outside. Throws RangeError when low is not below high. */
export function histogramOf(values: ArrayLike<number>, low: number, high: number, bins: number): Histogram {
	if (!(low < high)) throw new RangeError(`low must be below high, got ${low} and ${high}`);
	const counts = new Array<number>(bins).fill(0);
	let below = 0;
	let above = 0;
	for (let k = 0; k < values.length; k++) {
		const value = values[k] as number;
		if (value < low) below++;
		else if (!(value <= high)) above++;
		else {
			const bin = Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins));
			counts[bin] = (counts[bin] ?? 0) + 1;
		}
	}
	return { low, high, counts, below, above, total: values.length };
}
