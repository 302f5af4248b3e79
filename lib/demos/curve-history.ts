/** Numbers by epoch, plain data that a worker can send: `values[s][k]` is series s at epoch `epochs[k]`. */
export interface CurvePoints {
	epochs: number[];
	values: number[][];
}

/** A record of training that stays small however long it goes on. */
export interface CurveHistory {
	/** Notes one number a series; epochs come in rising order. */
	push(epoch: number, ...numbers: number[]): void;
	/** What is kept, as copies: the first and the last epoch always among them. */
	points(): CurvePoints;
}

/**
 * A history of `series` curves that keeps at most `capacity` + 1 points: when it is full every other one is let go, so the
 * whole run stays in view at half the detail. Throws RangeError when capacity is below 4.
 */
export function createCurveHistory(series: number, capacity = 400): CurveHistory {
	if (!(capacity >= 4)) throw new RangeError(`capacity must be at least 4, got ${capacity}`);
	const empty = () => Array.from({ length: series }, (): number[] => []);
	let kept: CurvePoints = { epochs: [], values: empty() };
	let latest: { epoch: number; numbers: number[] } | null = null;
	let stride = 1;
	let seen = 0;
	const add = (to: CurvePoints, epoch: number, numbers: readonly number[]) => {
		to.epochs.push(epoch);
		for (let s = 0; s < series; s++) to.values[s]?.push(numbers[s] ?? Number.NaN);
	};
	return {
		push(epoch, ...numbers) {
			latest = { epoch, numbers };
			if (seen++ % stride !== 0) return;
			latest = null;
			add(kept, epoch, numbers);
			if (kept.epochs.length < capacity) return;
			const even = <T>(list: readonly T[]) => list.filter((_, k) => k % 2 === 0);
			const last = kept.epochs.length - 1;
			// The point let go at the end stays the latest one.
			if (last % 2 === 1) latest = { epoch, numbers };
			kept = { epochs: even(kept.epochs), values: kept.values.map(even) };
			stride *= 2;
		},
		points() {
			const copy = { epochs: [...kept.epochs], values: kept.values.map((numbers) => [...numbers]) };
			if (latest) add(copy, latest.epoch, latest.numbers);
			return copy;
		},
	};
}
