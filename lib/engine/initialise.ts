import { createNetwork, type Network, type NetworkShape } from './network';
import { fillOrthogonal } from './orthogonal';
import type { RandomStream } from './random-stream';

/**
 * How weights begin; biases always begin at 0. D is a layer's number of inputs (n_(l-1)), M its units (n_l).
 * `inverse-sqrt`: sd = gain / sqrt(D) (LeCun et al. 1998, "Efficient BackProp", eq. 16);
 * `xavier`: sd = gain * sqrt(2 / (D + M)) (Glorot & Bengio 2010, eq. 12); `he`: sd = gain * sqrt(2 / D) (He et al. 2015, eq. 10).
 * `orthogonal`: gain times a random orthogonal matrix, so that W keeps lengths (Saxe et al. 2014).
 * A gain that is left out is 1.
 */
export type Initialiser =
	| { readonly kind: 'zero' }
	| { readonly kind: 'constant'; readonly value: number }
	| { readonly kind: 'normal'; readonly sd: number }
	| { readonly kind: 'inverse-sqrt'; readonly gain?: number }
	| { readonly kind: 'xavier'; readonly gain?: number }
	| { readonly kind: 'he'; readonly gain?: number }
	| { readonly kind: 'orthogonal'; readonly gain?: number };

/** Standard deviation of the weights of a layer with `fanIn` inputs (D) and `fanOut` units (M). */
export function weightSd(initialiser: Initialiser, fanIn: number, fanOut: number): number {
	switch (initialiser.kind) {
		case 'zero':
		case 'constant':
			return 0;
		case 'normal':
			return initialiser.sd;
		case 'inverse-sqrt':
			return (initialiser.gain ?? 1) / Math.sqrt(fanIn);
		case 'xavier':
			return (initialiser.gain ?? 1) * Math.sqrt(2 / (fanIn + fanOut));
		case 'he':
			return (initialiser.gain ?? 1) * Math.sqrt(2 / fanIn);
		case 'orthogonal':
			return (initialiser.gain ?? 1) / Math.sqrt(Math.max(fanIn, fanOut));
	}
}

/** A network with weights drawn from `stream` (layer by layer, row by row) and biases 0. */
export function initialiseNetwork(shape: NetworkShape, initialiser: Initialiser, stream: RandomStream): Network {
	const network = createNetwork(shape);
	for (const weight of network.weights) {
		if (initialiser.kind === 'zero') continue;
		if (initialiser.kind === 'constant') {
			weight.data.fill(initialiser.value);
			continue;
		}
		if (initialiser.kind === 'orthogonal') {
			fillOrthogonal(weight, initialiser.gain ?? 1, stream);
			continue;
		}
		const sd = weightSd(initialiser, weight.columns, weight.rows);
		for (let k = 0; k < weight.data.length; k++) weight.data[k] = sd * stream.normal();
	}
	return network;
}
