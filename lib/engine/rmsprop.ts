/** Settings of RMSProp: `decay` in [0, 1) is 0.9, `epsilon` above 0 is 1e-8 when left out. */
export interface RmspropSettings {
	readonly decay?: number;
	readonly epsilon?: number;
}

/**
 * One step of RMSProp in place: s <- decay s + (1 - decay) g^2, w <- w - rate g / (sqrt(s) + epsilon)
 * (Tieleman & Hinton 2012, lecture 6.5). `memory` holds s for each parameter.
 */
export function rmspropUpdate(
	{ decay = 0.9, epsilon = 1e-8 }: RmspropSettings,
	parameters: Float64Array,
	gradient: Float64Array,
	memory: Float64Array,
	rate: number,
): void {
	for (let k = 0; k < parameters.length; k++) {
		const g = gradient[k] as number;
		const s = decay * (memory[k] as number) + (1 - decay) * g * g;
		memory[k] = s;
		parameters[k] = (parameters[k] as number) - (rate * g) / (Math.sqrt(s) + epsilon);
	}
}
