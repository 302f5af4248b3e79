import type { Gradients } from './backward';
import type { ForwardPass } from './forward';
import type { Network } from './network';

/** Where a number first stopped being finite: which quantity, of which layer (1 to L; L for the loss); `memory` is the optimiser's. */
export interface NonFinite {
	readonly layer: number;
	readonly quantity: 'z' | 'loss' | 'dz' | 'dW' | 'db' | 'memory' | 'W' | 'b';
}

/** Whether every number is finite. */
export function allFinite(numbers: Float64Array): boolean {
	// A finite sum has finite terms; four sums side by side do not wait for each other.
	let s0 = 0;
	let s1 = 0;
	let s2 = 0;
	let s3 = 0;
	let k = 0;
	for (; k + 3 < numbers.length; k += 4) {
		s0 += numbers[k] as number;
		s1 += numbers[k + 1] as number;
		s2 += numbers[k + 2] as number;
		s3 += numbers[k + 3] as number;
	}
	for (; k < numbers.length; k++) s0 += numbers[k] as number;
	// A sum may overflow over finite terms: only then is each looked at.
	return Number.isFinite(s0 + s1 + s2 + s3) || numbers.every(Number.isFinite);
}

/** The first non-finite number of both passes in the order they are computed, or null. */
export function nonFiniteInPasses(pass: ForwardPass, gradients: Gradients): NonFinite | null {
	const L = pass.z.length;
	for (let l = 1; l <= L; l++) {
		if (!finiteAt(pass.z[l - 1]?.data)) return { layer: l, quantity: 'z' };
	}
	if (!Number.isFinite(gradients.loss)) return { layer: L, quantity: 'loss' };
	if (allFinite(gradients.parameters)) return null;
	for (let l = L; l >= 1; l--) {
		if (!finiteAt(gradients.dz[l - 1]?.data)) return { layer: l, quantity: 'dz' };
		if (!finiteAt(gradients.dW[l - 1]?.data)) return { layer: l, quantity: 'dW' };
		if (!finiteAt(gradients.db[l - 1])) return { layer: l, quantity: 'db' };
	}
	return null;
}

/**
 * The first non-finite number after an update, or null: in the optimiser's memory, as many numbers for each parameter as there
 * are, then in the parameters. A memory may be infinite where no parameter is: Adam then stands still without a word.
 */
export function nonFiniteInUpdate(network: Network, memory: Float64Array): NonFinite | null {
	const { parameters, weights, biases } = network;
	if (!allFinite(memory)) {
		const place = memory.findIndex((number) => !Number.isFinite(number)) % parameters.length;
		let end = 0;
		const index = weights.findIndex(({ rows, columns }) => {
			end += rows * (columns + 1);
			return place < end;
		});
		return { layer: index + 1, quantity: 'memory' };
	}
	if (allFinite(parameters)) return null;
	for (let l = 1; l <= weights.length; l++) {
		if (!finiteAt(weights[l - 1]?.data)) return { layer: l, quantity: 'W' };
		if (!finiteAt(biases[l - 1])) return { layer: l, quantity: 'b' };
	}
	return null;
}

function finiteAt(numbers: Float64Array | undefined): boolean {
	return numbers === undefined || allFinite(numbers);
}
