import { activations } from '@/lib/engine/activation';
import { forward } from '@/lib/engine/forward';
import { createMatrix, type Matrix } from '@/lib/engine/matrix';
import type { Network } from '@/lib/engine/network';

/**
 * One epoch as synaptic trains, for MSE: example by example, the error at the output without f'(z^L), and each layer updated
 * before its error is passed to the layer below, so through weights that are already new.
 */
export function trainInTurn(network: Network, x: Matrix, y: Matrix, rate: number): void {
	const L = network.weights.length;
	for (let n = 0; n < x.rows; n++) {
		const row = createMatrix(1, x.columns, x.data.subarray(n * x.columns, (n + 1) * x.columns));
		const pass = forward(network, row);
		let dz = Array.from(pass.a[L - 1]?.data ?? [], (a, k) => (2 / y.columns) * (a - (y.data[n * y.columns + k] ?? 0)));
		for (let l = L; l >= 1; l--) {
			const W = network.weights[l - 1] as Matrix;
			const input = l === 1 ? row : (pass.a[l - 2] as Matrix);
			const da = new Float64Array(W.columns);
			dz.forEach((error, unit) => {
				for (let j = 0; j < W.columns; j++) {
					const at = unit * W.columns + j;
					W.data[at] = (W.data[at] ?? 0) - rate * error * (input.data[j] ?? 0);
					da[j] = (da[j] ?? 0) + error * (W.data[at] ?? 0);
				}
			});
			network.biases[l - 1]?.forEach((b, unit, biases) => {
				biases[unit] = b - rate * (dz[unit] ?? 0);
			});
			const below = network.shape.layers[l - 2];
			const z = pass.z[l - 2]?.data;
			if (below?.kind !== 'dense' || z === undefined) continue;
			const { derivative } = activations[below.activation];
			dz = Array.from(da, (error, j) => error * derivative(z[j] ?? 0));
		}
	}
}
