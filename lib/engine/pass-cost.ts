import type { NetworkShape } from './layer-shape';
import { type OptimiserKind, optimisers } from './optimiser';
import { stagesOf } from './stage';

/** Multiply-adds of one dense layer's products for a batch. */
export interface LayerCost {
	/** l, from 1 to L. */
	readonly l: number;
	/** z = W a + b: B n_l n_(l-1). */
	readonly forward: number;
	/** dl/dW: B n_l n_(l-1), and dl/da of the layer below, as many again, unless that is the network's input. */
	readonly backward: number;
}

/** Multiply-adds of the products of both passes for a batch; element-wise work, O(L M B), is left out. */
export interface PassCost {
	readonly forward: number;
	readonly backward: number;
	readonly total: number;
	readonly layers: readonly LayerCost[];
}

/** How many multiply-adds the matrix products of one forward and one backward pass of `batch` examples take, exactly. */
export function multiplyAdds(shape: NetworkShape, batch: number): PassCost {
	const layers = stagesOf(shape).dense.map(({ l, units, fanIn, from }): LayerCost => {
		const product = batch * units * fanIn;
		return { l, forward: product, backward: from === 0 ? product : 2 * product };
	});
	const forward = layers.reduce((sum, layer) => sum + layer.forward, 0);
	const backward = layers.reduce((sum, layer) => sum + layer.backward, 0);
	return { forward, backward, total: forward + backward, layers };
}

/** Bytes of float64 that one step of training holds at once. */
export interface KeptBytes {
	/** W and b: 8 (n_l n_(l-1) + n_l) a layer, O(L M^2). */
	readonly parameters: number;
	/** dl/dW and dl/db, as many. */
	readonly gradients: number;
	/** The optimiser's memory. */
	readonly optimiser: number;
	/** What the forward pass keeps for the backward pass: the input, every z and every value made, and masks; O(L B M). */
	readonly activations: number;
	readonly total: number;
}

/** How many bytes a step of `batch` examples keeps, exactly as this engine allocates them (dl/dz and dl/da, as many as z and a, aside). */
export function bytesKept(shape: NetworkShape, batch: number, optimiser: OptimiserKind = 'sgd'): KeptBytes {
	const { dense, widths, stages } = stagesOf(shape);
	const parameters = 8 * dense.reduce((sum, { units, fanIn }) => sum + units * (fanIn + 1), 0);
	const numbers =
		widths.reduce((sum, width) => sum + width, 0) +
		dense.reduce((sum, { units }) => sum + units, 0) +
		stages.reduce((sum, stage) => sum + (stage.kind === 'dropout' ? (widths[stage.to] as number) : 0), 0);
	const kept = {
		parameters,
		gradients: parameters,
		optimiser: parameters * optimisers[optimiser].memoryPerParameter,
		activations: 8 * batch * numbers,
	};
	return { ...kept, total: kept.parameters + kept.gradients + kept.optimiser + kept.activations };
}
