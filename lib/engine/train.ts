import { allocateGradients, backwardInto, checkTargets, type Gradients } from './backward';
import { allocatePass, type ForwardPass, forwardInto } from './forward';
import type { LossName } from './loss';
import { createMatrix, type Matrix } from './matrix';
import { copyNetwork, type Network } from './network';
import { type NonFinite, nonFiniteInPasses, nonFiniteInUpdate } from './non-finite';
import { checkOptimiser, type OptimiserSpec, optimisers, updateParameters } from './optimiser';
import { openStream } from './random-stream';
import type { TrainingState } from './training-state';

/** What a run of training is made of. */
export interface TrainingPlan {
	/** Where it starts: copied, never changed. */
	readonly network: Network;
	readonly loss: LossName;
	readonly optimiser: OptimiserSpec;
	/** x [N, n_0] and y [N, n_L], an example a row. */
	readonly data: { readonly x: Matrix; readonly y: Matrix };
	/** Examples a step; the last batch of an epoch has what is left. */
	readonly batchSize: number;
	/** Opens the streams 'shuffle', which orders the examples of each epoch, and 'dropout', which draws masks. */
	readonly seed: number;
}

/** What a step or an epoch came to; `loss` is the mean over its examples, each before the update it took part in. */
export type TrainingReport =
	| { readonly ok: true; readonly step: number; readonly epoch: number; readonly loss: number }
	| ({ readonly ok: false; readonly reason: 'non-finite'; readonly step: number } & NonFinite);

/** A run of training, advanced by its caller. */
export interface Trainer {
	/** The network as it stands: it changes with every step; copy it to keep it. */
	readonly network: Network;
	/** The passes of the last batch, for pictures; null before the first step. Overwritten by the next step. */
	last(): { readonly pass: ForwardPass; readonly gradients: Gradients } | null;
	/**
	 * One batch: forward, backward, update. When a number is not finite it reports the step (counted from 1) and layer,
	 * and the whole state stays as it was before that step.
	 */
	step(): TrainingReport;
	/** Steps to the end of the present epoch; stops at the first non-finite number. */
	epoch(): TrainingReport;
	/** A snapshot from which `restore` continues exactly. */
	state(): TrainingState;
	/** Goes back (or on) to a snapshot; throws RangeError when it is of another network or data set. */
	restore(state: TrainingState): void;
}

/** Starts a run of training; throws RangeError when sizes do not fit, or for a batch size or learning rate out of range. */
export function createTrainer(plan: TrainingPlan): Trainer {
	const { loss, data, batchSize, optimiser: spec } = plan;
	const N = data.x.rows;
	checkTargets(plan.network.shape, N, loss, data.y);
	if (!Number.isInteger(batchSize) || batchSize < 1) {
		throw new RangeError(`batchSize must be a positive integer, got ${batchSize}`);
	}
	checkOptimiser(spec);

	const network = copyNetwork(plan.network);
	const stream = openStream(plan.seed, 'shuffle');
	const dropout = openStream(plan.seed, 'dropout');
	const order = Uint32Array.from({ length: N }, (_, example) => example);
	const memory = new Float64Array(network.parameters.length * optimisers[spec.kind].memoryPerParameter);
	const scratch = new Float64Array(network.parameters.length);
	const parametersBefore = new Float64Array(network.parameters.length);
	const memoryBefore = new Float64Array(memory.length);
	const fullBatch = openBatch(network, data.y.columns, Math.min(batchSize, N));
	const lastBatch = N % batchSize === 0 ? fullBatch : openBatch(network, data.y.columns, N % batchSize);
	const drops = fullBatch.pass.masks.length > 0;
	let last: Batch | null = null;
	let step = 0;
	let epoch = 0;
	let position = 0;
	stream.shuffle(order);

	function takeStep(): TrainingReport {
		const batch = position + fullBatch.x.rows <= N ? fullBatch : lastBatch;
		gather(data.x, order, position, batch.x);
		gather(data.y, order, position, batch.y);
		const dropoutBefore = drops ? dropout.state() : null;
		forwardInto(network, batch.pass, drops ? dropout : 'off');
		backwardInto(network, batch.pass, loss, batch.y, batch.gradients);
		last = batch;
		const inPasses = nonFiniteInPasses(batch.pass, batch.gradients);
		if (inPasses !== null) {
			if (dropoutBefore !== null) dropout.restore(dropoutBefore);
			return { ok: false, reason: 'non-finite', step: step + 1, ...inPasses };
		}

		parametersBefore.set(network.parameters);
		memoryBefore.set(memory);
		updateParameters(spec, network.parameters, batch.gradients.parameters, memory, scratch, step + 1);
		const inUpdate = nonFiniteInUpdate(network, memory);
		if (inUpdate !== null) {
			network.parameters.set(parametersBefore);
			memory.set(memoryBefore);
			if (dropoutBefore !== null) dropout.restore(dropoutBefore);
			return { ok: false, reason: 'non-finite', step: step + 1, ...inUpdate };
		}
		step++;
		position += batch.x.rows;
		if (position >= N) {
			epoch++;
			position = 0;
			stream.shuffle(order);
		}
		return { ok: true, step, epoch, loss: batch.gradients.loss };
	}

	return {
		network,
		last: () => last,
		step: takeStep,
		epoch() {
			const present = epoch;
			let sum = 0;
			let examples = 0;
			for (;;) {
				const report = takeStep();
				if (!report.ok) return report;
				const rows = last?.x.rows ?? 0;
				sum += report.loss * rows;
				examples += rows;
				if (epoch > present) return { ...report, loss: sum / examples };
			}
		},
		state: () => ({
			step,
			epoch,
			position,
			order: order.slice(),
			parameters: network.parameters.slice(),
			memory: memory.slice(),
			shuffle: stream.state(),
			...(drops ? { dropout: dropout.state() } : {}),
		}),
		restore(state) {
			const fits =
				(state.dropout !== undefined) === drops &&
				state.parameters.length === network.parameters.length &&
				state.memory.length === memory.length;
			if (!fits || state.order.length !== N) throw new RangeError('this state is of another network or data set');
			network.parameters.set(state.parameters);
			memory.set(state.memory);
			order.set(state.order);
			stream.restore(state.shuffle);
			if (state.dropout !== undefined) dropout.restore(state.dropout);
			({ step, epoch, position } = state);
			last = null;
		},
	};
}

/** A batch with everything its two passes need, allocated once. */
interface Batch {
	readonly x: Matrix;
	readonly y: Matrix;
	readonly pass: ForwardPass;
	readonly gradients: Gradients;
}

function openBatch(network: Network, outputs: number, rows: number): Batch {
	const x = createMatrix(rows, network.shape.inputs);
	return {
		x,
		y: createMatrix(rows, outputs),
		pass: allocatePass(network.shape, x),
		gradients: allocateGradients(network.shape, rows),
	};
}

/** Copies the rows order[start], order[start + 1], ... of `from` into the rows of `to`. */
function gather(from: Matrix, order: Uint32Array, start: number, to: Matrix): void {
	const { columns } = from;
	for (let r = 0; r < to.rows; r++) {
		const source = (order[start + r] as number) * columns;
		for (let j = 0; j < columns; j++) to.data[r * columns + j] = from.data[source + j] as number;
	}
}
