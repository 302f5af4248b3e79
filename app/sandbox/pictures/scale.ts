/** A straight map from numbers to pixels. */
export function linearScale(
	domain: readonly [number, number],
	range: readonly [number, number],
): (value: number) => number {
	const [d0, d1] = domain;
	const [r0, r1] = range;
	return (value) => r0 + ((value - d0) / (d1 - d0)) * (r1 - r0);
}

/** Round numbers within `domain`, about `count` of them. */
export function ticks([low, high]: readonly [number, number], count: number): number[] {
	const raw = (high - low) / count;
	const power = 10 ** Math.floor(Math.log10(raw));
	const step = ([1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10) * power;
	const first = Math.ceil(low / step);
	return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, k) =>
		Number(((first + k) * step).toFixed(10)),
	);
}

/** A map from numbers above 0 to pixels, each power of ten as long as the next. */
export function logScale(
	[low, high]: readonly [number, number],
	range: readonly [number, number],
): (value: number) => number {
	const along = linearScale([Math.log10(low), Math.log10(high)], range);
	return (value) => along(Math.log10(value));
}

/** The powers of ten within `domain`, thinned to about `count`. */
export function logTicks([low, high]: readonly [number, number], count: number): number[] {
	const first = Math.ceil(Math.log10(low) - 1e-9);
	const last = Math.floor(Math.log10(high) + 1e-9);
	const every = Math.max(1, Math.ceil((last - first + 1) / count));
	return Array.from({ length: last - first + 1 }, (_, k) => first + k)
		.filter((power) => power % every === 0)
		.map((power) => Number(`1e${power}`));
}
