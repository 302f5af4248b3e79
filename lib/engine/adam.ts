import { power } from './power';

/** Settings of Adam: `beta1` and `beta2` in [0, 1) are 0.9 and 0.999, `epsilon` above 0 is 1e-8 when left out. */
export interface AdamSettings {
	readonly beta1?: number;
	readonly beta2?: number;
	readonly epsilon?: number;
}

/**
 * Step number `step` (from 1) of Adam in place (Kingma & Ba 2015, algorithm 1): m <- beta1 m + (1 - beta1) g,
 * v <- beta2 v + (1 - beta2) g^2, w <- w - rate m' / (sqrt(v') + epsilon) with m' = m / (1 - beta1^step) and
 * v' = v / (1 - beta2^step), since both begin at 0. The first half of `memory` holds m, the second v.
 */
export function adamUpdate(
	{ beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8 }: AdamSettings,
	parameters: Float64Array,
	gradient: Float64Array,
	memory: Float64Array,
	rate: number,
	step: number,
): void {
	const n = parameters.length;
	const correction1 = 1 - power(beta1, step);
	const correction2 = 1 - power(beta2, step);
	for (let k = 0; k < n; k++) {
		const g = gradient[k] as number;
		const m = beta1 * (memory[k] as number) + (1 - beta1) * g;
		const v = beta2 * (memory[n + k] as number) + (1 - beta2) * g * g;
		memory[k] = m;
		memory[n + k] = v;
		parameters[k] = (parameters[k] as number) - (rate * (m / correction1)) / (Math.sqrt(v / correction2) + epsilon);
	}
}
