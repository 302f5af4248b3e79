import { activations } from './activation';
import { denseBackward } from './dense-layer';
import { dropoutBackward } from './dropout-layer';
import { type ForwardPass, outputOf } from './forward';
import { checkHead, type LossName, losses, meanLoss } from './loss';
import { createMatrix, type Matrix } from './matrix';
import { type Network, type NetworkShape, outputsOf, parameterCount, parameterViews } from './network';
import { forkBackward, joinBackward } from './residual-block';
import { softmaxBackward } from './softmax';
import { type Stage, stagesOf } from './stage';

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
	/** dl/dvalue, [batch, n], of each value of the pass, a row an example without 1/batch; null for the input, where none is worked out. */
	readonly values: readonly (Matrix | null)[];
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
	const { dense, widths } = stagesOf(shape);
	const values = widths.map((width, index) => (index === 0 ? null : createMatrix(batch, width)));
	return {
		loss: 0,
		dz: dense.map(({ units }) => createMatrix(batch, units)),
		da: dense.map(({ to }) => values[to] as Matrix),
		values,
		parameters,
		dW: weights,
		db: biases,
	};
}

/** Throws RangeError unless `targets` is [batch, n_L] and the last layer is one that `loss` is defined for. */
export function checkTargets(shape: NetworkShape, batch: number, loss: LossName, targets: Matrix): void {
	checkHead(shape, loss);
	const outputs = outputsOf(shape);
	if (targets.rows !== batch || targets.columns !== outputs) {
		throw new RangeError(`targets must be ${batch} x ${outputs}, got ${targets.rows} x ${targets.columns}`);
	}
}

/** The mean loss of a pass, from the logits where the loss is stable only so. */
export function lossOfPass(pass: ForwardPass, loss: LossName, targets: Matrix): number {
	return meanLoss(losses[loss], pass.z.at(-1) ?? pass.input, readByLoss(pass, loss), targets);
}

/** The output, or the logits below a softmax head when the loss takes those. */
function readByLoss(pass: ForwardPass, loss: LossName): Matrix {
	const last = pass.layout.stages.at(-1);
	const logits = last?.kind === 'softmax' && loss === 'softmax-cross-entropy' ? pass.values[last.from] : undefined;
	return logits ?? outputOf(pass);
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
	const { stages } = pass.layout;
	const { values } = pass;
	const d = gradients.values;
	const zL = pass.z.at(-1) ?? pass.input;
	const aL = readByLoss(pass, lossName);
	const daL = d[values.indexOf(aL)] as Matrix;
	const K = aL.columns;
	gradients.loss = meanLoss(loss, zL, aL, targets);
	for (let start = 0; start < aL.data.length; start += K) {
		loss.backward(zL.data, aL.data, targets.data, start, K, daL.data);
	}
	for (let index = stages.length - 1; index >= 0; index--) {
		const stage = stages[index] as Stage;
		switch (stage.kind) {
			case 'dense': {
				const a = values[stage.to] as Matrix;
				const dz = gradients.dz[stage.l - 1] as Matrix;
				if (a === aL && loss.backwardThroughHead !== undefined) {
					for (let start = 0; start < a.data.length; start += K) {
						loss.backwardThroughHead(a.data, targets.data, start, K, dz.data);
					}
				} else {
					// (3) at the output, the last product of (4) below it: dl/dz^l = dl/da^l * f'(z^l)
					const z = pass.z[stage.l - 1] as Matrix;
					activations[stage.activation].backward(z.data, a.data, (d[stage.to] as Matrix).data, dz.data);
				}
				const W = network.weights[stage.l - 1] as Matrix;
				const dW = gradients.dW[stage.l - 1] as Matrix;
				const db = gradients.db[stage.l - 1] as Float64Array;
				denseBackward(W, values[stage.from] as Matrix, dz, dW, db, d[stage.from] ?? null);
				break;
			}
			case 'dropout': {
				const below = d[stage.from];
				if (below) dropoutBackward(pass.masks[stage.mask] as Matrix, d[stage.to] as Matrix, below);
				break;
			}
			case 'softmax': {
				const below = d[stage.from];
				if (below && below !== daL) softmaxBackward(values[stage.to] as Matrix, d[stage.to] as Matrix, below);
				break;
			}
			case 'join': {
				const branch = d[stage.branch];
				if (branch) joinBackward(stage.gain, d[stage.to] as Matrix, branch);
				break;
			}
			case 'fork': {
				const below = d[stage.at];
				if (below) forkBackward(d[stage.joined] as Matrix, below);
				break;
			}
		}
	}
}
