import type { DemoModel } from '@/lib/demos/demo';
import { fixedWords, numberWords } from '@/lib/demos/number-words';
import { answerGrid, planeData, planeNet } from '@/lib/demos/plane-classifier';
import type { PlaneGrid } from '@/lib/demos/plane-grid';
import { accuracy } from '@/lib/engine/accuracy';
import { backward } from '@/lib/engine/backward';
import type { DataSet } from '@/lib/engine/data-set';
import { forward, outputOf } from '@/lib/engine/forward';
import type { Network } from '@/lib/engine/network';
import { layerNorms } from '@/lib/engine/norms';
import { createTrainer } from '@/lib/engine/train';
import type { DepthDegradationParams } from './params';

/** One of the nets, by its number of layers. */
export interface DepthRun {
	depth: number;
	/** The mean loss over the training points, by epoch from 0. */
	losses: number[];
	accuracy: number;
	/** The norm of dl/dz at layer 1 over that at the last layer. */
	signal: number;
	/** How far, in standard deviations, the output z differs between points: 0 when the net answers the same everywhere. */
	spread: number;
	map: PlaneGrid;
}

export interface DepthDegradationFrame {
	epoch: number;
	runs: DepthRun[];
}

/** Training loss at the end, for 2 layers, 8 layers and the deepest net, and what the deepest suffers from. */
export interface DepthDegradationOutcome {
	shallow: number;
	middle: number;
	deep: number;
	deepAccuracy: number;
	/** Before training: see `DepthRun`. */
	middleSpread: number;
	deepSpread: number;
	deepSignal: number;
	/** The same for the deepest net at the end: 0 when a layer is switched off on every point. */
	deepSignalAtEnd: number;
}

/** How long each net trains. */
export const EPOCHS = 200;
const EPOCHS_A_FRAME = 5;
const LEARNING_RATE = 0.03;
const BATCH = 10;
const MIDDLE = 8;

/** Its examples: 200 points, all of them for training. */
export function depthData({ data, seed }: Pick<DepthDegradationParams, 'data' | 'seed'>): DataSet {
	return planeData(data, { size: 200 }, seed);
}

function trainerOf({ width, activation, seed }: DepthDegradationParams, depth: number, data: DataSet) {
	return createTrainer({
		network: planeNet({ hidden: depth - 1, width, activation, seed }),
		loss: 'binary-cross-entropy',
		optimiser: { kind: 'sgd', learningRate: LEARNING_RATE },
		data,
		batchSize: BATCH,
		seed,
	});
}

function look(network: Network, data: DataSet) {
	const pass = forward(network, data.x);
	const gradients = backward(network, pass, 'binary-cross-entropy', data.y);
	const norms = layerNorms(gradients);
	const z = Array.from(pass.z.at(-1)?.data ?? []);
	const mean = z.reduce((sum, zk) => sum + zk, 0) / z.length;
	return {
		loss: gradients.loss,
		accuracy: accuracy(outputOf(pass), data.y),
		signal: (norms[0]?.dz ?? Number.NaN) / (norms.at(-1)?.dz || 1),
		spread: Math.sqrt(z.reduce((sum, zk) => sum + (zk - mean) ** 2, 0) / z.length),
	};
}

/** The training loss of one net after all epochs. */
export function finalLoss(params: DepthDegradationParams, depth = params.depth): number {
	const data = depthData(params);
	const trainer = trainerOf(params, depth, data);
	for (let epoch = 0; epoch < EPOCHS; epoch++) if (!trainer.epoch().ok) return Number.NaN;
	return look(trainer.network, data).loss;
}

function* training(params: DepthDegradationParams): Generator<DepthDegradationFrame, void> {
	const data = depthData(params);
	const depths = [2, MIDDLE, params.depth];
	const nets = depths.map((depth) => ({ depth, trainer: trainerOf(params, depth, data), losses: [] as number[] }));
	for (let epoch = 0; epoch <= EPOCHS; epoch++) {
		const shown = epoch % EPOCHS_A_FRAME === 0;
		const runs = nets.map(({ depth, trainer, losses }): DepthRun | null => {
			const report = epoch > 0 ? trainer.epoch() : null;
			if (!shown && report?.ok) {
				losses.push(report.loss);
				return null;
			}
			const { loss, ...now } = look(trainer.network, data);
			losses.push(loss);
			return { depth, losses: [...losses], ...now, map: answerGrid(trainer.network) };
		});
		if (shown) yield { epoch, runs: runs.filter((run) => run !== null) };
	}
}

function firstFrame(params: DepthDegradationParams): DepthDegradationFrame {
	const first = training(params).next();
	if (first.done) throw new RangeError('training shows its start');
	return first.value;
}

/** The demo `depth-degradation`: the training loss of a shallow, a deep and a very deep net side by side. */
export const depthDegradationModel: DemoModel<DepthDegradationParams, DepthDegradationFrame, DepthDegradationOutcome> =
	{
		preview: firstFrame,
		*run(params) {
			const first = firstFrame(params);
			let last = first;
			for (const frame of training(params)) {
				last = frame;
				yield frame;
			}
			const [shallow = Number.NaN, middle = Number.NaN, deep = Number.NaN] = last.runs.map(
				({ losses }) => losses.at(-1) ?? Number.NaN,
			);
			const outcome: DepthDegradationOutcome = {
				shallow,
				middle,
				deep,
				deepAccuracy: last.runs[2]?.accuracy ?? Number.NaN,
				middleSpread: first.runs[1]?.spread ?? Number.NaN,
				deepSpread: first.runs[2]?.spread ?? Number.NaN,
				deepSignal: first.runs[2]?.signal ?? Number.NaN,
				deepSignalAtEnd: last.runs[2]?.signal ?? Number.NaN,
			};
			return { outcome, why: whyOf(params, outcome) };
		},
		live(params, { epoch, runs }) {
			const loss = (index: number) => ({ value: fixedWords(runs[index]?.losses[epoch] ?? Number.NaN, 3) });
			return {
				symbols: {
					L: { value: String(params.depth) },
					two: loss(0),
					eight: loss(1),
					deep: loss(2),
					signal: { value: numberWords(runs[2]?.signal ?? Number.NaN) },
				},
			};
		},
		table: (_params, { epoch, runs }) => ({
			caption: `Training after epoch ${epoch}, all on the same 200 points`,
			columns: [
				'layers',
				'training loss',
				'points right',
				'gradient at layer 1, of that at L',
				'spread of the output z',
			],
			rows: runs.map(({ depth, losses, accuracy: right, signal, spread }) => [
				String(depth),
				fixedWords(losses.at(-1) ?? Number.NaN, 4),
				`${fixedWords(100 * right, 1)} %`,
				numberWords(signal),
				numberWords(spread),
			]),
		}),
	};

function whyOf({ depth, activation }: DepthDegradationParams, outcome: DepthDegradationOutcome): string {
	const { middle, deep, deepAccuracy, middleSpread, deepSpread, deepSignal, deepSignalAtEnd } = outcome;
	const losses = `On the very points they train on, ${depth} layers end at a loss of ${fixedWords(deep, 2)} (${Math.round(100 * deepAccuracy)} % right) and ${MIDDLE} at ${fixedWords(middle, 2)}`;
	if (deep <= middle)
		return `${losses}: this time the deeper net did not do worse. Another seed or more layers may tell.`;
	const cause =
		activation === 'relu'
			? `Before training its output differed from point to point by only ${numberWords(deepSpread)} (${MIDDLE} layers: ${numberWords(middleSpread)}): each layer lost some of what told the points apart`
			: `Before training only ${numberWords(deepSignal)} of the gradient at the output arrived at layer 1`;
	const dead =
		deepSignalAtEnd === 0 ? ' At the end some layer is switched off on every point, and no gradient gets past it.' : '';
	return `${losses}: not overfitting, it is harder to optimise. ${cause}.${dead}`;
}
