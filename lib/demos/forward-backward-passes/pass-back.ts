/** What the forward pass keeps of one layer, and the weights, which are still in place. */
export interface Kept {
	W: readonly (readonly number[])[];
	/** a^(l-1). */
	input: readonly number[];
	/** f'(z^l). */
	slope: readonly number[];
}

/** One turn of the backward pass: a layer for which everything needed was there, and its gradients. */
export interface Turn {
	l: number;
	dz: number[];
	dW: number[][];
}

/**
 * The backward pass from what was kept and dl/da^L alone, in turns: each turn tries every layer that is left and takes those
 * for which all numbers are there (a gradient not yet known is not a number). Throws RangeError when no layer can be done.
 */
export function passBack(kept: readonly Kept[], daL: readonly number[]): Turn[][] {
	const L = kept.length;
	const dz: number[][] = kept.map(({ slope }) => slope.map(() => Number.NaN));
	const turns: Turn[][] = [];
	for (let left = L; left > 0; ) {
		const turn = kept.flatMap(({ input, slope }, k): Turn[] => {
			if (dz[k]?.every(Number.isFinite)) return [];
			// (3) at the output, (4) below it
			const da = k === L - 1 ? daL : rowTimes(dz[k + 1] ?? [], kept[k + 1]?.W ?? []);
			const found = slope.map((s, i) => (da[i] ?? Number.NaN) * s);
			// (1)
			return found.every(Number.isFinite)
				? [{ l: k + 1, dz: found, dW: found.map((d) => input.map((a) => a * d)) }]
				: [];
		});
		if (turn.length === 0) throw new RangeError('some number that the backward pass needs was not kept');
		for (const { l, dz: found } of turn) dz[l - 1] = found;
		left -= turn.length;
		turns.push(turn);
	}
	return turns;
}

function rowTimes(row: readonly number[], W: readonly (readonly number[])[]): number[] {
	return (W[0] ?? []).map((_, j) => row.reduce((sum, r, i) => sum + r * (W[i]?.[j] ?? Number.NaN), 0));
}
