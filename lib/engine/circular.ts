// Like the elementary functions, of + - * / alone, for the same points on every machine; within 1e-15 for |angle| <= 1000.

// pi / 2 in two parts, the upper with 21 trailing zero bits.
const QUARTER_UPPER = 1.5707963267341256;
const QUARTER_LOWER = 6.077100506506192e-11;

/** sin of an angle in radians. */
export function sine(angle: number): number {
	return sineFrom(angle, 0);
}

/** cos of an angle in radians. */
export function cosine(angle: number): number {
	return sineFrom(angle, 1);
}

/** sin(angle + quarters * pi / 2). */
function sineFrom(angle: number, quarters: number): number {
	const turns = Math.floor(angle / (Math.PI / 2) + 0.5);
	const r = angle - turns * QUARTER_UPPER - turns * QUARTER_LOWER;
	const quadrant = (((turns + quarters) % 4) + 4) % 4;
	const size = quadrant % 2 === 0 ? r * series(r * r, 3) : series(r * r, 2);
	return quadrant < 2 ? size : -size;
}

/** 1 - x / ((m - 1) m) + x^2 / ((m - 1) m (m + 1) (m + 2)) - ...: sin(r) / r for m = 3, cos(r) for m = 2, with x = r^2 <= 0.62. */
function series(x: number, m: number): number {
	let sum = 1;
	for (let n = m + 16; n >= m; n -= 2) sum = 1 - (x / ((n - 1) * n)) * sum;
	return sum;
}
