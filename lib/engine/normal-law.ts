import { exp } from './elementary';

const INVERSE_SQRT_TWO_PI = 0.3989422804014327;

/** The density of the standard normal law at z: e^(-z^2 / 2) / sqrt(2 pi). */
export function normalDensity(z: number): number {
	return INVERSE_SQRT_TWO_PI * exp(-0.5 * z * z);
}

/**
 * The share of the standard normal law below z, within 1e-15 and, relative to itself, 1e-13 down to z = -37: near 0 by the
 * series 1/2 + density (z + z^3/3 + z^5/(3*5) + ...), beyond by the continued fraction of the tail,
 * density / (z + 1 / (z + 2 / (z + ...))) (Abramowitz & Stegun 1964, 26.2.11 and 26.2.14).
 */
export function normalShare(z: number): number {
	const size = Math.abs(z);
	if (!(size < 2.5)) {
		if (size > 40) return z < 0 ? 0 : 1;
		let fraction = size;
		for (let n = 100; n >= 1; n--) fraction = size + n / fraction;
		const tail = normalDensity(size) / fraction;
		return z < 0 ? tail : 1 - tail;
	}
	let term = z;
	let sum = z;
	for (let n = 3; Math.abs(term) > 1e-18; n += 2) {
		term *= (z * z) / n;
		sum += term;
	}
	return 0.5 + normalDensity(z) * sum;
}
