import { activations } from './activation';
import type { Gradients } from './backward';
import type { ForwardPass } from './forward';
import type { Matrix } from './matrix';
import type { Network } from './network';
import { stagesOf } from './stage';

/** Euclidean norms at layer l. */
export interface LayerNorms {
	/** l, from 1 to L. */
	readonly l: number;
	/** The mean over the batch of the norm of dl/dz^l of one example. */
	readonly dz: number;
	/** The mean over the batch of the norm of dl/da^l of one example. */
	readonly da: number;
	/** The norm of dl/dW^l of the batch's loss, all entries taken as one vector. */
	readonly dW: number;
	/** The norm of dl/db^l of the batch's loss. */
	readonly db: number;
}

/** The norm of each gradient, layer by layer from 1 to L. */
export function layerNorms(gradients: Gradients): LayerNorms[] {
	return gradients.dz.map((dz, index) => ({
		l: index + 1,
		dz: meanRowNorm(dz),
		da: meanRowNorm(gradients.da[index] as Matrix),
		dW: norm((gradients.dW[index] as Matrix).data),
		db: norm(gradients.db[index] as Float64Array),
	}));
}

/**
 * For each layer the share, in [0, 1], of its units (over all examples of the batch) whose slope |f'(z)| is below
 * `threshold` times the activation's greatest slope.
 */
export function saturatedShares(network: Network, pass: ForwardPass, threshold = 0.05): number[] {
	return stagesOf(network.shape).dense.map(({ activation }, index) => {
		const { derivative, maxSlope } = activations[activation];
		const z = (pass.z[index] as Matrix).data;
		let count = 0;
		for (const zk of z) if (Math.abs(derivative(zk)) < threshold * maxSlope) count++;
		return count / z.length;
	});
}

/** Euclidean norm, scaled by the greatest entry so that neither 1e-200 nor 1e200 is lost in the squares. */
export function norm(vector: Float64Array): number {
	let greatest = 0;
	for (const v of vector) greatest = Math.max(greatest, Math.abs(v));
	if (greatest === 0 || !Number.isFinite(greatest)) return greatest;
	let sum = 0;
	for (const v of vector) sum += (v / greatest) ** 2;
	return greatest * Math.sqrt(sum);
}

function meanRowNorm(matrix: Matrix): number {
	let sum = 0;
	for (let start = 0; start < matrix.data.length; start += matrix.columns) {
		sum += norm(matrix.data.subarray(start, start + matrix.columns));
	}
	return sum / matrix.rows;
}
