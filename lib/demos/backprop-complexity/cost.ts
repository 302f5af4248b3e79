import { dense, type NetworkShape } from '@/lib/engine/layer-shape';
import { bytesKept, multiplyAdds } from '@/lib/engine/pass-cost';

/** How large a net is: L layers of weights, M units everywhere, B examples a batch. */
export interface NetSize {
	width: number;
	depth: number;
	batch: number;
}

/** What one training pass comes to. */
export interface PassCost {
	/** Multiply-adds of the products of matrices. */
	forward: number;
	backward: number;
	/** Numbers kept: weights, biases and their gradients; and the input, a^l and z^l of each layer for each example. */
	weights: number;
	kept: number;
}

/** M inputs and L layers of M units. */
export function netOfSize({ width, depth }: NetSize): NetworkShape {
	return { inputs: width, layers: Array.from({ length: depth }, () => dense(width, 'tanh')) };
}

/** Counts, product by product and array by array, what the engine does and keeps for this net. */
export function passCost(size: NetSize): PassCost {
	const shape = netOfSize(size);
	const { forward, backward } = multiplyAdds(shape, size.batch);
	const { parameters, gradients, activations } = bytesKept(shape, size.batch);
	return { forward, backward, weights: (parameters + gradients) / 8, kept: activations / 8 };
}

/** The slope of the straight line nearest to the points on log-log axes: the power at which y grows with x. */
export function growthPower(points: readonly { x: number; y: number }[]): number {
	const logs = points.map(({ x, y }) => [Math.log(x), Math.log(y)] as const);
	const mean = (k: 0 | 1) => logs.reduce((sum, pair) => sum + pair[k], 0) / logs.length;
	const [mx, my] = [mean(0), mean(1)];
	const across = logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
	return across / logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}
