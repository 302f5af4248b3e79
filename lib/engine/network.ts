import type { NetworkShape } from './layer-shape';
import { createMatrix, type Matrix } from './matrix';
import { stagesOf } from './stage';

export type { NetworkShape };

/**
 * A network with its numbers. `weights[l - 1]` is W^l, [n_l, n_(l-1)], one row per unit; `biases[l - 1]` is b^l, [n_l].
 * Both are views of `parameters` (W^1, b^1, W^2, b^2, ...), so writing to one is seen in the other.
 */
export interface Network {
	readonly shape: NetworkShape;
	readonly parameters: Float64Array;
	readonly weights: readonly Matrix[];
	readonly biases: readonly Float64Array[];
}

/** Where each layer's W and b lie: in a network's parameters, and likewise in the gradient with respect to them. */
export interface ParameterViews {
	readonly weights: Matrix[];
	readonly biases: Float64Array[];
}

/** n_(l-1): how many numbers dense layer `l` (1-based) reads; NaN when there is no such layer. */
export function inputsOfLayer(shape: NetworkShape, l: number): number {
	return stagesOf(shape).dense[l - 1]?.fanIn ?? Number.NaN;
}

/** n_L: how many numbers the network puts out. */
export function outputsOf(shape: NetworkShape): number {
	return stagesOf(shape).widths.at(-1) ?? shape.inputs;
}

/** How many weights and biases a network of this shape has; throws RangeError for a shape that makes no sense. */
export function parameterCount(shape: NetworkShape): number {
	return stagesOf(shape).dense.reduce((count, { units, fanIn }) => count + units * (fanIn + 1), 0);
}

/** Views of a flat block of parameters (or of their gradient), layer by layer. */
export function parameterViews(shape: NetworkShape, block: Float64Array): ParameterViews {
	const weights: Matrix[] = [];
	const biases: Float64Array[] = [];
	let start = 0;
	for (const { units, fanIn } of stagesOf(shape).dense) {
		const end = start + units * fanIn;
		weights.push(createMatrix(units, fanIn, block.subarray(start, end)));
		biases.push(block.subarray(end, end + units));
		start = end + units;
	}
	return { weights, biases };
}

/** A network over `parameters` (zeros when left out, not copied); throws RangeError when their number does not fit. */
export function createNetwork(shape: NetworkShape, parameters?: Float64Array): Network {
	const count = parameterCount(shape);
	const block = parameters ?? new Float64Array(count);
	if (block.length !== count) {
		throw new RangeError(`this shape has ${count} parameters, got ${block.length}`);
	}
	return { shape, parameters: block, ...parameterViews(shape, block) };
}

/** An independent copy with the same shape and numbers. */
export function copyNetwork(network: Network): Network {
	return createNetwork(network.shape, network.parameters.slice());
}
