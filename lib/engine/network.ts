import type { LayerShape } from './layer-shape';
import { createMatrix, type Matrix } from './matrix';

/** The architecture: how many inputs (n_0), then the layers 1..L in order; layer l is `layers[l - 1]`. */
export interface NetworkShape {
	readonly inputs: number;
	readonly layers: readonly LayerShape[];
}

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

/** n_(l-1): how many numbers layer `l` (1-based) reads. */
export function inputsOfLayer(shape: NetworkShape, l: number): number {
	return l === 1 ? shape.inputs : (shape.layers[l - 2]?.units ?? Number.NaN);
}

/** n_L: how many numbers the network puts out. */
export function outputsOf(shape: NetworkShape): number {
	return inputsOfLayer(shape, shape.layers.length + 1);
}

/** How many weights and biases a network of this shape has; throws RangeError for a size that is no positive integer. */
export function parameterCount(shape: NetworkShape): number {
	checkSize('inputs', shape.inputs);
	if (shape.layers.length === 0) throw new RangeError('a network needs at least one layer');
	let count = 0;
	shape.layers.forEach((layer, index) => {
		checkSize(`units of layer ${index + 1}`, layer.units);
		count += layer.units * (inputsOfLayer(shape, index + 1) + 1);
	});
	return count;
}

/** Views of a flat block of parameters (or of their gradient), layer by layer. */
export function parameterViews(shape: NetworkShape, block: Float64Array): ParameterViews {
	const weights: Matrix[] = [];
	const biases: Float64Array[] = [];
	let start = 0;
	shape.layers.forEach((layer, index) => {
		const fanIn = inputsOfLayer(shape, index + 1);
		const end = start + layer.units * fanIn;
		weights.push(createMatrix(layer.units, fanIn, block.subarray(start, end)));
		biases.push(block.subarray(end, end + layer.units));
		start = end + layer.units;
	});
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

function checkSize(name: string, size: number): void {
	if (!Number.isInteger(size) || size < 1) throw new RangeError(`${name} must be a positive integer, got ${size}`);
}
