import { activations } from './activation';
import { denseBackward } from './dense-layer';
import type { ForwardPass } from './forward';
import type { LayerShape } from './layer-shape';
import { checkHead, type LossName, losses, meanLoss } from './loss';
import { createMatrix, type Matrix } from './matrix';
import { type Network, type NetworkShape, parameterCount, parameterViews } from './network';

/**
 * All that the backward pass computes; index l - 1 is layer l.
 * `dz[l - 1]` and `da[l - 1]`, [batch, n_l]: row b is the row vector dl/dz^l (dl/da^l) of example b alone, without 1/batch.
 * `dW[l - 1]` [n_l, n_(l-1)] and `db[l - 1]` [n_l]: of the batch's loss, that is the mean over examples (with 1/batch);
 * both are views of `parameters`, which lies like the network's own.
 */
export interface Gradients {
	/** The mean loss over the batch. */
	loss: number;
	readonly dz: readonly Matrix[];
	readonly da: readonly Matrix[];
	readonly parameters: Float64Array;
	readonly dW: readonly Matrix[];
	readonly db: readonly Float64Array[];
}

/** The backward pass into new arrays; `targets` is [batch, n_L]; throws RangeError when sizes or the loss's head do not fit. */
export function backward(network: Network, pass: ForwardPass, loss: LossName, targets: Matrix): Gradients {
	checkTargets(network.shape, pass.input.rows, loss, targets);
	const gradients = allocateGradients(network.shape, pass.input.rows);
	backwardInto(network, pass, loss, targets, gradients);
	return gradients;
}

/** Room for backward passes of `batch` examples. */
export function allocateGradients(shape: NetworkShape, batch: number): Gradients {
	const parameters = new Float64Array(parameterCount(shape));
	const { weights, biases } = parameterViews(shape, parameters);
	const dz = shape.layers.map((layer) => createMatrix(batch, layer.units));
	const da = shape.layers.map((layer) => createMatrix(batch, layer.units));
	return { loss: 0, dz, da, parameters, dW: weights, db: biases };
}

/** Throws RangeError unless `targets` is [batch, n_L] and the last layer is one that `loss` is defined for. */
export function checkTargets(shape: NetworkShape, batch: number, loss: LossName, targets: Matrix): void {
	checkHead(shape, loss);
	const outputs = shape.layers.at(-1)?.units;
	if (targets.rows !== batch || targets.columns !== outputs) {
		throw new RangeError(`targets must be ${batch} x ${outputs}, got ${targets.rows} x ${targets.columns}`);
	}
}

/** The backward pass into the arrays of `gradients`; `pass` must hold the forward pass of this very network. */
export function backwardInto(
	network: Network,
	pass: ForwardPass,
	lossName: LossName,
	targets: Matrix,
	gradients: Gradients,
): void {
	const loss = losses[lossName];
	const L = network.shape.layers.length;
	const zL = pass.z[L - 1] as Matrix;
	const aL = pass.a[L - 1] as Matrix;
	const daL = gradients.da[L - 1] as Matrix;
	const K = aL.columns;
	gradients.loss = meanLoss(loss, zL, aL, targets);
	for (let start = 0; start < aL.data.length; start += K) {
		loss.backward(zL.data, aL.data, targets.data, start, K, daL.data);
	}
	for (let l = L; l >= 1; l--) {
		const z = pass.z[l - 1] as Matrix;
		const a = pass.a[l - 1] as Matrix;
		const da = gradients.da[l - 1] as Matrix;
		const dz = gradients.dz[l - 1] as Matrix;
		if (l === L && loss.backwardThroughHead !== undefined) {
			for (let start = 0; start < aL.data.length; start += K) {
				loss.backwardThroughHead(aL.data, targets.data, start, K, dz.data);
			}
		} else {
			// (3) at the output, the last product of (4) below it: dl/dz^l = dl/da^l * f'(z^l)
			const { activation } = network.shape.layers[l - 1] as LayerShape;
			activations[activation].backward(z.data, a.data, da.data, dz.data);
		}
		const input = l === 1 ? pass.input : (pass.a[l - 2] as Matrix);
		const daBelow = gradients.da[l - 2];
		denseBackward(
			network.weights[l - 1] as Matrix,
			input,
			dz,
			gradients.dW[l - 1] as Matrix,
			gradients.db[l - 1] as Float64Array,
			daBelow,
		);
	}
}
