/** base^n for an integer n >= 0 by repeated squaring: the same bits on every machine, which Math.pow does not promise. */
export function power(base: number, n: number): number {
	let result = 1;
	let square = base;
	for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
		if (rest % 2 === 1) result *= square;
		square *= square;
	}
	return result;
}
