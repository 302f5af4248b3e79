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
