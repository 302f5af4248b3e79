import { activations } from './activation';
import type { Gradients } from './backward';
import type { ForwardPass } from './forward';
import { createMatrix, type Matrix } from './matrix';
import type { Network } from './network';

/** What the cards name at a layer l: `slope` is f'(z^l); those with d are derivatives of the loss with respect to what follows. */
export const QUANTITY_NAMES = ['W', 'b', 'input', 'z', 'a', 'slope', 'dz', 'da', 'dW', 'db'] as const;

/** The name of a quantity. */
export type QuantityName = (typeof QUANTITY_NAMES)[number];

/**
 * A quantity of layer `l` (1 to L) by its name: W and dW [n_l, n_(l-1)], b and db [1, n_l], input [batch, n_(l-1)], the others
 * [batch, n_l]. Views of what is there, but for the slope. Throws RangeError when there is no such layer.
 */
export function quantity(
	name: QuantityName,
	l: number,
	network: Network,
	pass: ForwardPass,
	gradients: Gradients,
): Matrix {
	const stage = pass.layout.dense[l - 1];
	if (stage === undefined) throw new RangeError(`no layer ${l} in a network of ${pass.layout.dense.length}`);
	const z = pass.z[l - 1] as Matrix;
	switch (name) {
		case 'W':
			return network.weights[l - 1] as Matrix;
		case 'b':
			return createMatrix(1, stage.units, network.biases[l - 1] as Float64Array);
		case 'input':
			return pass.values[stage.from] as Matrix;
		case 'z':
			return z;
		case 'a':
			return pass.a[l - 1] as Matrix;
		case 'slope':
			return createMatrix(z.rows, z.columns, z.data.map(activations[stage.activation].derivative));
		case 'dz':
			return gradients.dz[l - 1] as Matrix;
		case 'da':
			return gradients.da[l - 1] as Matrix;
		case 'dW':
			return gradients.dW[l - 1] as Matrix;
		case 'db':
			return createMatrix(1, stage.units, gradients.db[l - 1] as Float64Array);
	}
}
