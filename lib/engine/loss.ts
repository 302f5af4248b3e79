import type { ActivationName } from './activation';
import { exp, log, log1p } from './elementary';
import type { Matrix } from './matrix';
import type { NetworkShape } from './network';

/** The losses at hand, by name. */
export const LOSS_NAMES = ['mean-squared-error', 'binary-cross-entropy', 'softmax-cross-entropy'] as const;

/** The name of a loss. */
export type LossName = (typeof LOSS_NAMES)[number];

/**
 * A loss l(a^L, y) of one example and its gradient. Everything is read at `start`..`start + K` of flat row-major
 * arrays: the example's K outputs z = z^L and a = a^L, and its K targets y. The loss of a batch is the mean over examples.
 */
export interface Loss {
	readonly name: LossName;
	/** The formula of one example in TeX, with K outputs. */
	readonly tex: string;
	/** The activation the last layer must have, or null when any will do. */
	readonly head: ActivationName | null;
	/** l of one example. */
	value(z: Float64Array, a: Float64Array, y: Float64Array, start: number, K: number): number;
	/** Writes the row dl/da^L of one example; may be infinite where a^L has rounded to a target it must not touch. */
	backward(z: Float64Array, a: Float64Array, y: Float64Array, start: number, K: number, da: Float64Array): void;
	/** Writes the row dl/dz^L at once, where that is the only stable way; absent: dl/dz^L = dl/da^L * f'(z^L). */
	backwardThroughHead?(a: Float64Array, y: Float64Array, start: number, K: number, dz: Float64Array): void;
}

// l = 1/K sum_k (a_k - y_k)^2;  dl/da_k = 2 (a_k - y_k) / K
const meanSquaredError: Loss = {
	name: 'mean-squared-error',
	tex: '\\ell=\\frac1K\\sum_k(a_k-y_k)^2',
	head: null,
	value(_z, a, y, start, K) {
		let sum = 0;
		for (let k = start; k < start + K; k++) {
			const gap = (a[k] as number) - (y[k] as number);
			sum += gap * gap;
		}
		return sum / K;
	},
	backward(_z, a, y, start, K, da) {
		for (let k = start; k < start + K; k++) da[k] = (2 * ((a[k] as number) - (y[k] as number))) / K;
	},
};

// l = -1/K sum_k (y_k ln a_k + (1 - y_k) ln(1 - a_k)) with a = sigma(z), so
// l = 1/K sum_k (max(z_k, 0) - y_k z_k + ln(1 + e^-|z_k|)), which no z overflows, and
// dl/da_k = (a_k - y_k) / (a_k (1 - a_k) K), dl/dz_k = (a_k - y_k) / K.
const binaryCrossEntropy: Loss = {
	name: 'binary-cross-entropy',
	tex: '\\ell=-\\frac1K\\sum_k\\bigl(y_k\\ln a_k+(1-y_k)\\ln(1-a_k)\\bigr)',
	head: 'sigmoid',
	value(z, _a, y, start, K) {
		let sum = 0;
		for (let k = start; k < start + K; k++) {
			const zk = z[k] as number;
			const e = exp(-Math.abs(zk));
			sum += Math.max(zk, 0) - (y[k] as number) * zk + log1p(e);
		}
		return sum / K;
	},
	backward(_z, a, y, start, K, da) {
		for (let k = start; k < start + K; k++) {
			const ak = a[k] as number;
			const gap = ak - (y[k] as number);
			da[k] = gap === 0 ? 0 : gap / (ak * (1 - ak) * K);
		}
	},
	backwardThroughHead(a, y, start, K, dz) {
		for (let k = start; k < start + K; k++) dz[k] = ((a[k] as number) - (y[k] as number)) / K;
	},
};

// With logits a = z^L, m their greatest and p_k = e^(a_k - m) / sum_j e^(a_j - m):
// l = sum_k y_k (m + ln sum_j e^(a_j - m) - a_k);  dl/da_k = p_k sum_j y_j - y_k, which is p_k - y_k when y sums to 1.
const softmaxCrossEntropy: Loss = {
	name: 'softmax-cross-entropy',
	tex: '\\ell=-\\sum_k y_k\\ln p_k,\\quad p_k=\\frac{e^{a_k}}{\\sum_j e^{a_j}}',
	head: 'identity',
	value(_z, a, y, start, K) {
		const m = greatest(a, start, K);
		let sum = 0;
		for (let k = start; k < start + K; k++) sum += exp((a[k] as number) - m);
		const logSum = log(sum);
		let loss = 0;
		for (let k = start; k < start + K; k++) loss += (y[k] as number) * (m - (a[k] as number) + logSum);
		return loss;
	},
	backward(_z, a, y, start, K, da) {
		const m = greatest(a, start, K);
		let sum = 0;
		let mass = 0;
		for (let k = start; k < start + K; k++) {
			const e = exp((a[k] as number) - m);
			da[k] = e;
			sum += e;
			mass += y[k] as number;
		}
		for (let k = start; k < start + K; k++) da[k] = ((da[k] as number) / sum) * mass - (y[k] as number);
	},
};

function greatest(a: Float64Array, start: number, K: number): number {
	let m = a[start] as number;
	for (let k = start + 1; k < start + K; k++) m = Math.max(m, a[k] as number);
	return m;
}

/** Every loss by its name. */
export const losses: Readonly<Record<LossName, Loss>> = {
	'mean-squared-error': meanSquaredError,
	'binary-cross-entropy': binaryCrossEntropy,
	'softmax-cross-entropy': softmaxCrossEntropy,
};

/** The mean loss over the batch, from z^L, a^L and the targets, all [batch, K]. */
export function meanLoss(loss: Loss, z: Matrix, a: Matrix, targets: Matrix): number {
	const K = a.columns;
	let sum = 0;
	for (let b = 0; b < a.rows; b++) sum += loss.value(z.data, a.data, targets.data, b * K, K);
	return sum / a.rows;
}

/**
 * Throws RangeError when the last layer of `shape` is not the one this loss is defined for: a dense layer with the loss's head;
 * for softmax cross-entropy also a softmax layer, whose inputs are then its logits.
 */
export function checkHead(shape: NetworkShape, name: LossName): void {
	const { head } = losses[name];
	const last = shape.layers.at(-1);
	if (head === null || last === undefined) return;
	if (name === 'softmax-cross-entropy' && last.kind === 'softmax') return;
	const activation = last.kind === 'dense' ? last.activation : last.kind;
	if (activation !== head) {
		throw new RangeError(`${name} needs a last layer with activation '${head}', got '${activation}'`);
	}
}
