import { activations } from './activation';
import { denseForward } from './dense-layer';
import type { LayerShape } from './layer-shape';
import { createMatrix, type Matrix } from './matrix';
import type { Network, NetworkShape } from './network';

/**
 * All that the forward pass computes and the backward pass reads, a row an example:
 * `input` is a^0, [batch, n_0]; `z[l - 1]` is z^l and `a[l - 1]` is a^l, both [batch, n_l]; the output is the last `a`.
 */
export interface ForwardPass {
	readonly input: Matrix;
	readonly z: readonly Matrix[];
	readonly a: readonly Matrix[];
}

/** The forward pass of `x` [batch, n_0] into new arrays; throws RangeError when x has not n_0 columns. */
export function forward(network: Network, x: Matrix): ForwardPass {
	const pass = allocatePass(network.shape, x);
	forwardInto(network, pass);
	return pass;
}

/** Room for forward passes of the rows of `x` [batch, n_0], which is read anew at each; throws RangeError when its width is wrong. */
export function allocatePass(shape: NetworkShape, x: Matrix): ForwardPass {
	if (x.columns !== shape.inputs)
		throw new RangeError(`the network has ${shape.inputs} inputs, x has ${x.columns} columns`);
	const allocate = (layer: LayerShape) => createMatrix(x.rows, layer.units);
	return { input: x, z: shape.layers.map(allocate), a: shape.layers.map(allocate) };
}

/** The forward pass of `pass.input` into the arrays of `pass`. */
export function forwardInto(network: Network, pass: ForwardPass): void {
	let input = pass.input;
	const { layers } = network.shape;
	for (let index = 0; index < layers.length; index++) {
		const layer = layers[index] as LayerShape;
		const W = network.weights[index] as Matrix;
		const b = network.biases[index] as Float64Array;
		const z = pass.z[index] as Matrix;
		const a = pass.a[index] as Matrix;
		denseForward(activations[layer.activation], W, b, input, z, a);
		input = a;
	}
}

/** a^L, [batch, n_L]: what the network answered. */
export function outputOf(pass: ForwardPass): Matrix {
	return pass.a.at(-1) ?? pass.input;
}
