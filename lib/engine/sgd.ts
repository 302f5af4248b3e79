/** One step of gradient descent in place: w <- w - rate * dl/dw (stochastic when the gradient is of a batch). */
export function sgdUpdate(
	_settings: object,
	parameters: Float64Array,
	gradient: Float64Array,
	_memory: Float64Array,
	rate: number,
): void {
	for (let k = 0; k < parameters.length; k++) {
		parameters[k] = (parameters[k] as number) - rate * (gradient[k] as number);
	}
}
