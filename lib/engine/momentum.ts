/** Settings of momentum; `momentum` in [0, 1) is 0.9 when left out. */
export interface MomentumSettings {
	readonly momentum?: number;
}

/**
 * One step with momentum in place: v <- momentum v + g, w <- w - rate v (Polyak 1964; Sutskever et al. 2013, eq. 1 and 2, with the
 * rate taken out of v). `memory` holds v for each parameter.
 */
export function momentumUpdate(
	{ momentum = 0.9 }: MomentumSettings,
	parameters: Float64Array,
	gradient: Float64Array,
	memory: Float64Array,
	rate: number,
): void {
	for (let k = 0; k < parameters.length; k++) {
		const v = momentum * (memory[k] as number) + (gradient[k] as number);
		memory[k] = v;
		parameters[k] = (parameters[k] as number) - rate * v;
	}
}

/**
 * One step of Nesterov's method in place: v <- momentum v + g, w <- w - rate (g + momentum v), the gradient being taken where
 * the next step would lead (Sutskever et al. 2013, eq. 3 and 4, in the variables of Bengio et al. 2013, eq. 7).
 */
export function nesterovUpdate(
	{ momentum = 0.9 }: MomentumSettings,
	parameters: Float64Array,
	gradient: Float64Array,
	memory: Float64Array,
	rate: number,
): void {
	for (let k = 0; k < parameters.length; k++) {
		const g = gradient[k] as number;
		const v = momentum * (memory[k] as number) + g;
		memory[k] = v;
		parameters[k] = (parameters[k] as number) - rate * (g + momentum * v);
	}
}
