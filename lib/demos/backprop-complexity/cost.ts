import { dense, type NetworkShape } from '@/lib/engine/layer-shape';
import { stagesOf } from '@/lib/engine/stage';

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
	/** Numbers kept: weights, biases and their gradients; and a^(l-1) and f'(z^l) for each example. */
	weights: number;
	kept: number;
}

/** M inputs and L layers of M units. */
export function netOfSize({ width, depth }: NetSize): NetworkShape {
	return { inputs: width, layers: Array.from({ length: depth }, () => dense(width, 'tanh')) };
}

/** Counts, product by product, what the engine does for this net. */
export function passCost(size: NetSize): PassCost {
	const B = size.batch;
	const cost = { forward: 0, backward: 0, weights: 0, kept: 0 };
	for (const { l, fanIn, units } of stagesOf(netOfSize(size)).dense) {
		// Z = X Wᵀ + b; then dW = (dZᵀ X) / B and, but for the first layer, dX = dZ W.
		cost.forward += B * units * fanIn;
		cost.backward += B * units * fanIn * (l === 1 ? 1 : 2);
		cost.weights += 2 * units * (fanIn + 1);
		cost.kept += B * (fanIn + units);
	}
	return cost;
}

/** The slope of the straight line nearest to the points on log-log axes: the power at which y grows with x. */
export function growthPower(points: readonly { x: number; y: number }[]): number {
	const logs = points.map(({ x, y }) => [Math.log(x), Math.log(y)] as const);
	const mean = (k: 0 | 1) => logs.reduce((sum, pair) => sum + pair[k], 0) / logs.length;
	const [mx, my] = [mean(0), mean(1)];
	const across = logs.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
	return across / logs.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}
