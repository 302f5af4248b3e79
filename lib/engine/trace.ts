import { type ActivationName, activations } from './activation';
import { backward } from './backward';
import { forward, outputOf } from './forward';
import type { LossName } from './loss';
import { createMatrix, type Matrix, rowOf } from './matrix';
import type { Network } from './network';

/** Rows and columns of a quantity as the cards write it: vectors n x 1, gradients with respect to them 1 x n. */
export type Extent = readonly [rows: number, columns: number];

/** Everything layer l computed for one example, in both passes; entry i - 1 of a vector is unit i. */
export interface TraceLayer {
	/** l, from 1 to L. */
	readonly l: number;
	readonly activation: ActivationName;
	/** W^l, [n_l, n_(l-1)], one row per unit. */
	readonly W: Matrix;
	readonly b: Float64Array;
	/** a^(l-1), what the layer read (behind dropout or a residual block: what that made). */
	readonly input: Float64Array;
	/** z^l = W^l a^(l-1) + b^l. */
	readonly z: Float64Array;
	/** a^l = f(z^l). */
	readonly a: Float64Array;
	/** f'(z^l). */
	readonly slope: Float64Array;
	/** The row dl/da^l. */
	readonly da: Float64Array;
	/** The row dl/dz^l. */
	readonly dz: Float64Array;
	/** dl/dW^l = (a^(l-1) dl/dz^l)^T, [n_l, n_(l-1)]. */
	readonly dW: Matrix;
	/** dl/db^l = dl/dz^l, a row. */
	readonly db: Float64Array;
	readonly shapes: Readonly<Record<'W' | 'b' | 'input' | 'z' | 'a' | 'slope' | 'da' | 'dz' | 'dW' | 'db', Extent>>;
}

/** One example's way through a network and back; `layers[l - 1]` is layer l. All arrays are copies. */
export interface Trace {
	readonly x: Float64Array;
	readonly target: Float64Array;
	/** a^L. */
	readonly output: Float64Array;
	/** l(a^L, y). */
	readonly loss: number;
	readonly layers: readonly TraceLayer[];
}

/** Both passes of the single example `x` [n_0] with `target` [n_L], every quantity kept, dropout off; throws RangeError when sizes do not fit. */
export function traceExample(network: Network, x: ArrayLike<number>, target: ArrayLike<number>, loss: LossName): Trace {
	const pass = forward(network, asRow(x));
	const gradients = backward(network, pass, loss, asRow(target));
	const layers = pass.layout.dense.map(({ activation, from }, index): TraceLayer => {
		const W = network.weights[index] as Matrix;
		const z = (pass.z[index] as Matrix).data;
		const a = (pass.a[index] as Matrix).data;
		const vector: Extent = [W.rows, 1];
		const row: Extent = [1, W.rows];
		const matrix: Extent = [W.rows, W.columns];
		return {
			l: index + 1,
			activation,
			W: createMatrix(W.rows, W.columns, W.data.slice()),
			b: (network.biases[index] as Float64Array).slice(),
			input: rowOf(pass.values[from] as Matrix, 0).slice(),
			z,
			a,
			slope: z.map(activations[activation].derivative),
			da: (gradients.da[index] as Matrix).data,
			dz: (gradients.dz[index] as Matrix).data,
			dW: gradients.dW[index] as Matrix,
			db: gradients.db[index] as Float64Array,
			shapes: {
				W: matrix,
				b: vector,
				input: [W.columns, 1],
				z: vector,
				a: vector,
				slope: vector,
				da: row,
				dz: row,
				dW: matrix,
				db: row,
			},
		};
	});
	const output = rowOf(outputOf(pass), 0);
	return { x: rowOf(pass.input, 0), target: Float64Array.from(target), output, loss: gradients.loss, layers };
}

function asRow(numbers: ArrayLike<number>): Matrix {
	return createMatrix(1, numbers.length, Float64Array.from(numbers));
}
