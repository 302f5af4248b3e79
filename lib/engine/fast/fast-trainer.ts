import { backward, checkTargets } from '@/lib/engine/backward';
import { forward } from '@/lib/engine/forward';
import { createMatrix, type Matrix } from '@/lib/engine/matrix';
import { copyNetwork, createNetwork } from '@/lib/engine/network';
import { type NonFinite, nonFiniteInPasses, nonFiniteInUpdate } from '@/lib/engine/non-finite';
import { checkOptimiser } from '@/lib/engine/optimiser';
import { power } from '@/lib/engine/power';
import { openStream } from '@/lib/engine/random-stream';
import { scheduleFactor } from '@/lib/engine/schedule';
import type { Trainer, TrainingPlan, TrainingReport } from '@/lib/engine/train';
import { fastLayers, whyNotOptimiser } from './fast-plan';
import { paddedColumns } from './panels';
import { fillRows } from './row-table';
import { startTraining } from './training-program';

/**
 * Starts a run of training on the fast path: floats of 32 bits, a whole step in one call. It takes the plans of `createTrainer`
 * that `chooseTrainer` finds fit and gives a trainer of the same kind: the same order of examples for the same seed, and losses
 * and parameters that agree with the reference path to within rounding. `network` is brought up to date when it is read: read
 * it from the trainer each time. `last()` works the passes of the last batch out anew, on the reference path.
 * Throws RangeError for what `createTrainer` refuses, and for a network or an optimiser that the fast path does not take.
 */
export function createFastTrainer(plan: TrainingPlan): Trainer {
	const { loss, data, batchSize, optimiser: spec } = plan;
	const N = data.x.rows;
	const { shape } = plan.network;
	checkTargets(shape, N, loss, data.y);
	if (!Number.isInteger(batchSize) || batchSize < 1) {
		throw new RangeError(`batchSize must be a positive integer, got ${batchSize}`);
	}
	checkOptimiser(spec);
	const fit = fastLayers(shape);
	if (!fit.ok) throw new RangeError(`the fast path cannot take this network: ${fit.reason}`);
	const layers = fit.value;
	const refused = whyNotOptimiser(spec);
	if (refused !== null) throw new RangeError(`the fast path cannot take this optimiser: ${refused}`);

	const full = Math.min(batchSize, N);
	const rest = N % full;
	const batches = rest === 0 ? [full] : [full, rest];
	const program = startTraining({ layers, loss, optimiser: spec, examples: N, batches });
	const { floats, functions } = program;
	const part = (address: number, length: number) => floats.subarray(address / 4, address / 4 + length);
	const parameters = part(program.network.parameters, program.network.count);
	const parametersBefore = part(program.update.parametersBefore, program.network.count);
	const memories = program.update.memory.map((address) => part(address, program.network.count));
	const memoriesBefore = program.update.memoryBefore.map((address) => part(address, program.network.count));
	const order = program.integers.subarray(program.order / 4, program.order / 4 + N);
	fillRows(part(program.x, N * paddedColumns(data.x.columns)), data.x);
	fillRows(part(program.y, N * paddedColumns(data.y.columns)), data.y);
	parameters.set(plan.network.parameters);
	order.forEach((_, example) => {
		order[example] = example;
	});

	const stream = openStream(plan.seed, 'shuffle');
	const network = copyNetwork(plan.network);
	network.parameters.set(parameters);
	const stepFull = functions[`step${full}`] as (...numbers: number[]) => number;
	const stepRest = functions[`step${rest === 0 ? full : rest}`] as (...numbers: number[]) => number;
	const adam = spec.kind === 'adam' || spec.kind === 'adamw' ? spec : null;
	let stale = false;
	let step = 0;
	let epoch = 0;
	let position = 0;
	/** The last batch: where it stood in which order, and how many it had (0 before the first step). */
	const orderBefore = new Uint32Array(N);
	let last = { order, start: 0, size: 0 };
	stream.shuffle(order);

	function takeStep(): TrainingReport {
		const size = position + full <= N ? full : rest;
		const { schedule } = spec;
		const rate = schedule === undefined ? spec.learningRate : spec.learningRate * scheduleFactor(schedule, step + 1);
		const first = adam === null ? rate : rate / (1 - power(adam.beta1 ?? 0.9, step + 1));
		const second = adam === null ? 1 : 1 / (1 - power(adam.beta2 ?? 0.999, step + 1));
		const kept = 1 - rate * (spec.weightDecay ?? 0);
		const run = size === full ? stepFull : stepRest;
		const lossNow = run(program.order + position * 4, first, second, kept);
		stale = true;
		last.order = order;
		last.start = position;
		last.size = size;
		if (!Number.isFinite(lossNow)) {
			const where = whereNotFinite();
			parameters.set(parametersBefore);
			memories.forEach((memory, index) => {
				memory.set(memoriesBefore[index] as Float32Array);
			});
			return { ok: false, reason: 'non-finite', step: step + 1, ...where };
		}
		step++;
		position += size;
		if (position >= N) {
			epoch++;
			position = 0;
			orderBefore.set(order);
			last.order = orderBefore;
			stream.shuffle(order);
		}
		return { ok: true, step, epoch, loss: lossNow };
	}

	/** The passes of the last batch from the parameters before its update, on the reference path. */
	function lastPasses() {
		const before = createNetwork(shape, Float64Array.from(parametersBefore));
		const rows = last.order.subarray(last.start, last.start + last.size);
		const pass = forward(before, readRows(floats, program.x, data.x.columns, rows));
		return { pass, gradients: backward(before, pass, loss, readRows(floats, program.y, data.y.columns, rows)) };
	}

	function wholeMemory(): Float64Array {
		return Float64Array.from(memories.flatMap((memory) => Array.from(memory)));
	}

	/** The first number that does not fit a float of 32 bits, in the order in which they come up. */
	function whereNotFinite(): NonFinite {
		const { pass, gradients } = lastPasses();
		for (const numbers of [...pass.z, ...gradients.dz]) numbers.data.set(Float32Array.from(numbers.data));
		gradients.parameters.set(Float32Array.from(gradients.parameters));
		gradients.loss = Math.fround(gradients.loss);
		const updated = createNetwork(shape, Float64Array.from(parameters));
		const found = nonFiniteInPasses(pass, gradients) ?? nonFiniteInUpdate(updated, wholeMemory());
		return found ?? { layer: layers.length, quantity: 'loss' };
	}

	return {
		get network() {
			if (stale) network.parameters.set(parameters);
			stale = false;
			return network;
		},
		last: () => (last.size === 0 ? null : lastPasses()),
		step: takeStep,
		epoch() {
			const present = epoch;
			let sum = 0;
			for (let examples = 0; ; ) {
				const report = takeStep();
				if (!report.ok) return report;
				sum += report.loss * last.size;
				examples += last.size;
				if (epoch > present) return { ...report, loss: sum / examples };
			}
		},
		state: () => ({
			step,
			epoch,
			position,
			order: order.slice(),
			parameters: Float64Array.from(parameters),
			memory: wholeMemory(),
			shuffle: stream.state(),
		}),
		restore(state) {
			const memoryLength = memories.length * parameters.length;
			const fits = state.parameters.length === parameters.length && state.memory.length === memoryLength;
			if (!fits || state.order.length !== N) throw new RangeError('this state is of another network or data set');
			parameters.set(state.parameters);
			memories.forEach((memory, index) => {
				memory.set(state.memory.subarray(index * memory.length, (index + 1) * memory.length));
			});
			order.set(state.order);
			stream.restore(state.shuffle);
			({ step, epoch, position } = state);
			last = { order, start: 0, size: 0 };
			stale = true;
		},
	};
}

function readRows(floats: Float32Array, address: number, columns: number, rows: Uint32Array): Matrix {
	const width = paddedColumns(columns);
	const matrix = createMatrix(rows.length, columns);
	rows.forEach((row, index) => {
		const start = address / 4 + row * width;
		matrix.data.set(floats.subarray(start, start + columns), index * columns);
	});
	return matrix;
}
