import type { Grain } from '@/lib/demos/demo';
import { layerNorms } from '@/lib/engine/norms';
import type { Trainer, TrainingReport } from '@/lib/engine/train';
import { BATCH } from './net';

/** What one step of training does, in this order. */
export type Phase = 'forward' | 'loss' | 'backward' | 'update';

/** Where a walk through training stands: the batch last worked on, and what its two passes found. */
export interface PerceptronWalk {
	/** Counted from 1. */
	epoch: number;
	batch: number;
	batches: number;
	phase: Phase;
	/** Indices of the batch's examples. */
	examples: number[];
	/** Mean loss of the batch before the update. */
	loss: number;
	/** a^0, a^1, ..., a^L of the batch's first example. */
	activations: number[][];
	/** Norm of dl/dW^l, by layer from 1. */
	gradientNorms: number[];
	/** Weights while the batch was gone through, and after the update: `weights[l - 1][i - 1][j - 1]`. */
	weights: number[][][];
}

export const PHASES: readonly Phase[] = ['forward', 'loss', 'backward', 'update'];

type Failure = Extract<TrainingReport, { ok: false }>;

function weightsOf({ network }: Trainer): number[][][] {
	return network.weights.map(({ rows, columns, data }) =>
		Array.from({ length: rows }, (_, i) => Array.from(data.subarray(i * columns, (i + 1) * columns))),
	);
}

/** Takes the next batch; gives where each of its four phases stands, or what stopped it with the state as it was. */
function takeBatch(trainer: Trainer, batches: number): PerceptronWalk[] | Failure {
	const { order, position, epoch } = trainer.state();
	const weights = weightsOf(trainer);
	const report = trainer.step();
	if (!report.ok) return report;
	const last = trainer.last();
	if (!last) throw new RangeError('a step leaves its passes behind');
	const { pass, gradients } = last;
	const first = ({ columns, data }: { columns: number; data: Float64Array }) => Array.from(data.subarray(0, columns));
	const walk = {
		epoch: epoch + 1,
		batch: Math.floor(position / BATCH) + 1,
		batches,
		examples: Array.from(order.subarray(position, position + pass.input.rows)),
		loss: report.loss,
		activations: [pass.input, ...pass.a].map(first),
		gradientNorms: layerNorms(gradients).map(({ dW }) => dW),
	};
	return PHASES.map((phase) => ({ ...walk, phase, weights: phase === 'update' ? weightsOf(trainer) : weights }));
}

/**
 * Goes through training phase by phase, batch by batch or epoch by epoch, as each `next` asks; ends after `epochs`, or
 * returns what stopped it. The same seed gives the same weights whatever the grains asked for.
 */
export function* walkTraining(
	trainer: Trainer,
	{ epochs, batches }: { epochs: number; batches: number },
): Generator<PerceptronWalk | null, Failure | null, Grain> {
	let grain = yield null;
	while (trainer.state().epoch < epochs) {
		const { epoch } = trainer.state();
		let phases: PerceptronWalk[];
		do {
			const taken = takeBatch(trainer, batches);
			if (!Array.isArray(taken)) return taken;
			phases = taken;
		} while (grain === 'epoch' && trainer.state().epoch === epoch);
		const ended = trainer.state().epoch > epoch;
		for (const walk of phases) {
			const atEnd = walk.phase === 'update' && (ended || grain === 'batch');
			if (atEnd || grain === 'phase') grain = yield walk;
		}
	}
	return null;
}
