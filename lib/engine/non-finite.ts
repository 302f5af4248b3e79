import type { Gradients } from './backward';
import type { ForwardPass } from './forward';
import type { Network } from './network';

/** Where a number first stopped being finite: which quantity, of which layer (1 to L; L for the loss). */
export interface NonFinite {
	readonly layer: number;
	readonly quantity: 'z' | 'loss' | 'dz' | 'dW' | 'db' | 'W' | 'b';
}

/** Whether every number is finite. */
export function allFinite(numbers: Float64Array): boolean {
	for (let k = 0; k < numbers.length; k++) {
		const v = numbers[k] as number;
		if (v - v !== 0) return false;
	}
	return true;
}

/** The first non-finite number of both passes in the order they are computed, or null. */
export function nonFiniteInPasses(pass: ForwardPass, gradients: Gradients): NonFinite | null {
	const L = pass.z.length;
	for (let l = 1; l <= L; l++) if (!finiteAt(pass.z[l - 1]?.data)) return { layer: l, quantity: 'z' };
	if (!Number.isFinite(gradients.loss)) return { layer: L, quantity: 'loss' };
	if (allFinite(gradients.parameters)) return null;
	for (let l = L; l >= 1; l--) {
		if (!finiteAt(gradients.dz[l - 1]?.data)) return { layer: l, quantity: 'dz' };
		if (!finiteAt(gradients.dW[l - 1]?.data)) return { layer: l, quantity: 'dW' };
		if (!finiteAt(gradients.db[l - 1])) return { layer: l, quantity: 'db' };
	}
	return null;
}

/** The first non-finite parameter, or null. */
export function nonFiniteParameter(network: Network): NonFinite | null {
	if (allFinite(network.parameters)) return null;
	for (let l = 1; l <= network.weights.length; l++) {
		if (!finiteAt(network.weights[l - 1]?.data)) return { layer: l, quantity: 'W' };
		if (!finiteAt(network.biases[l - 1])) return { layer: l, quantity: 'b' };
	}
	return null;
}

function finiteAt(numbers: Float64Array | undefined): boolean {
	return numbers === undefined || allFinite(numbers);
}
