/** One step of gradient descent in place: w <- w - learningRate * dl/dw (stochastic when the gradient is of a batch). */
export function sgdUpdate(
	{ learningRate }: { readonly learningRate: number },
	parameters: Float64Array,
	gradient: Float64Array,
): void {
	for (let k = 0; k < parameters.length; k++) {
		parameters[k] = (parameters[k] as number) - learningRate * (gradient[k] as number);
	}
}
