import { activations } from './activation';
import { denseForward } from './dense-layer';
import { drawMask, dropoutForward } from './dropout-layer';
import { createMatrix, type Matrix } from './matrix';
import type { Network, NetworkShape } from './network';
import type { RandomStream } from './random-stream';
import { joinForward } from './residual-block';
import { softmaxForward } from './softmax';
import { type Stages, stagesOf } from './stage';

/**
 * All that the forward pass computes and the backward pass reads, a row an example: `input` is a^0, [batch, n_0];
 * `z[l - 1]` is z^l and `a[l - 1]` is a^l = f(z^l), both [batch, n_l], l counting the dense layers.
 */
export interface ForwardPass {
	readonly input: Matrix;
	readonly z: readonly Matrix[];
	readonly a: readonly Matrix[];
	/** Dropout's masks, the k-th layer's at k, [batch, n]: 0 where dropped, 1 / (1 - p) where kept; all 1 when it is off. */
	readonly masks: readonly Matrix[];
	/** Every value between stages: the input, each a, what dropout let through, the sums of residual blocks; the last is the output. */
	readonly values: readonly Matrix[];
	readonly layout: Stages;
}

/** What dropout does in a forward pass: nothing, the masks of the pass once more, or new masks from a stream. */
export type DropoutMode = 'off' | 'frozen' | RandomStream;

/**
 * The forward pass of `x` [batch, n_0] into new arrays, with dropout off unless a stream is given to draw its masks from;
 * throws RangeError when x has not n_0 columns.
 */
export function forward(network: Network, x: Matrix, dropout: 'off' | RandomStream = 'off'): ForwardPass {
	const pass = allocatePass(network.shape, x);
	forwardInto(network, pass, dropout);
	return pass;
}

/** Room for forward passes of the rows of `x` [batch, n_0], which is read anew at each; throws RangeError when its width is wrong. */
export function allocatePass(shape: NetworkShape, x: Matrix): ForwardPass {
	if (x.columns !== shape.inputs)
		throw new RangeError(`the network has ${shape.inputs} inputs, x has ${x.columns} columns`);
	const layout = stagesOf(shape);
	const values = layout.widths.map((width, index) => (index === 0 ? x : createMatrix(x.rows, width)));
	const masks = layout.stages
		.filter((stage) => stage.kind === 'dropout')
		.map(({ to }) => createMatrix(x.rows, layout.widths[to] as number));
	return {
		input: x,
		z: layout.dense.map(({ units }) => createMatrix(x.rows, units)),
		a: layout.dense.map(({ to }) => values[to] as Matrix),
		masks,
		values,
		layout,
	};
}

/** The forward pass of `pass.input` into the arrays of `pass`. */
export function forwardInto(network: Network, pass: ForwardPass, dropout: DropoutMode = 'off'): void {
	const { stages } = pass.layout;
	const { values } = pass;
	for (let index = 0; index < stages.length; index++) {
		const stage = stages[index] as (typeof stages)[number];
		if (stage.kind === 'fork') continue;
		const to = values[stage.to] as Matrix;
		switch (stage.kind) {
			case 'dense': {
				const W = network.weights[stage.l - 1] as Matrix;
				const b = network.biases[stage.l - 1] as Float64Array;
				denseForward(
					activations[stage.activation],
					W,
					b,
					values[stage.from] as Matrix,
					pass.z[stage.l - 1] as Matrix,
					to,
				);
				break;
			}
			case 'dropout': {
				const mask = pass.masks[stage.mask] as Matrix;
				if (dropout === 'off') mask.data.fill(1);
				else if (dropout !== 'frozen') drawMask(stage.p, dropout, mask);
				dropoutForward(mask, values[stage.from] as Matrix, to);
				break;
			}
			case 'softmax':
				softmaxForward(values[stage.from] as Matrix, to);
				break;
			case 'join':
				joinForward(stage.gain, values[stage.skip] as Matrix, values[stage.branch] as Matrix, to);
				break;
		}
	}
}

/** What the network answered, [batch, n_L]: a^L, unless another kind of layer comes last. */
export function outputOf(pass: ForwardPass): Matrix {
	return pass.values.at(-1) ?? pass.input;
}
