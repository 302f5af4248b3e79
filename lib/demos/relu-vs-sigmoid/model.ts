import type { DemoModel } from '@/lib/demos/demo';
import { logEpochs } from '@/lib/demos/log-epochs';
import { fixedWords, numberWords } from '@/lib/demos/number-words';
import { answerGrid, planeData, planeNet } from '@/lib/demos/plane-classifier';
import type { PlaneGrid } from '@/lib/demos/plane-grid';
import { accuracy } from '@/lib/engine/accuracy';
import { activations } from '@/lib/engine/activation';
import { backward } from '@/lib/engine/backward';
import type { DataSet } from '@/lib/engine/data-set';
import { forward, outputOf } from '@/lib/engine/forward';
import type { Network } from '@/lib/engine/network';
import { layerNorms } from '@/lib/engine/norms';
import { createTrainer } from '@/lib/engine/train';
import type { ReluVsSigmoidParams } from './params';

/** How one of the two nets stands; one that has reached 95 % rests. */
export interface Racer {
	/** The share of points right, by epoch from 0. */
	accuracies: number[];
	finished: boolean;
	map: PlaneGrid;
	/** The mean of f'(z) over hidden units and points. */
	meanSlope: number;
	/** The norm of dl/dz at layer 1 over that at layer L. */
	signal: number;
	/** Hidden units whose slope is 0 on every point. */
	dead: number;
}

export interface ReluVsSigmoidFrame {
	epoch: number;
	relu: Racer;
	sigmoid: Racer;
}

/** How a net's race went; `signal`, `meanSlope` are from before training, `dead` from its end. */
export interface RaceResult extends Pick<Racer, 'finished' | 'signal' | 'meanSlope' | 'dead'> {
	/** Epochs to 95 %, or all there were. */
	epochs: number;
}

export interface ReluVsSigmoidOutcome {
	relu: RaceResult;
	sigmoid: RaceResult;
	/** Sigmoid's epochs over ReLU's. */
	factor: number;
}

/** The race is broken off here. */
export const MOST_EPOCHS = 600;
const GOAL = 0.95;

/** Its examples: 200 points. */
export function raceData({ data, seed }: Pick<ReluVsSigmoidParams, 'data' | 'seed'>): DataSet {
	return planeData(data, { size: 200 }, seed);
}

function look(network: Network, data: DataSet): Omit<Racer, 'accuracies' | 'finished' | 'map'> {
	const pass = forward(network, data.x);
	const norms = layerNorms(backward(network, pass, 'binary-cross-entropy', data.y));
	const hidden = network.shape.layers.filter((layer) => layer.kind === 'dense').slice(0, -1);
	let [sum, count, dead] = [0, 0, 0];
	hidden.forEach(({ units, activation }, index) => {
		const slopes = pass.z[index]?.data.map(activations[activation].derivative) ?? new Float64Array();
		count += slopes.length;
		for (const slope of slopes) sum += slope;
		for (let i = 0; i < units; i++) if (slopes.every((slope, k) => k % units !== i || slope === 0)) dead++;
	});
	return { meanSlope: sum / count, signal: (norms[0]?.dz ?? Number.NaN) / (norms.at(-1)?.dz ?? 1), dead };
}

function racer(params: ReluVsSigmoidParams, activation: 'relu' | 'sigmoid', data: DataSet) {
	const network = planeNet({ ...params, activation });
	const optimiser = { kind: 'sgd', learningRate: params.rate } as const;
	const plan = { network, loss: 'binary-cross-entropy', optimiser, data, batchSize: 10, seed: params.seed } as const;
	const trainer = createTrainer(plan);
	const right = () => accuracy(outputOf(forward(trainer.network, data.x)), data.y);
	const accuracies = [right()];
	const finished = () => (accuracies.at(-1) ?? 0) >= GOAL;
	return {
		finished,
		epoch() {
			if (finished()) return;
			trainer.epoch();
			accuracies.push(right());
		},
		stand: (): Racer => ({
			accuracies: [...accuracies],
			finished: finished(),
			map: answerGrid(trainer.network),
			...look(trainer.network, data),
		}),
	};
}

function* race(params: ReluVsSigmoidParams): Generator<ReluVsSigmoidFrame, void> {
	const data = raceData(params);
	const [relu, sigmoid] = [racer(params, 'relu', data), racer(params, 'sigmoid', data)];
	const shown = logEpochs(MOST_EPOCHS, 60);
	for (let epoch = 0; epoch <= MOST_EPOCHS; epoch++) {
		if (epoch > 0) for (const one of [relu, sigmoid]) one.epoch();
		const over = relu.finished() && sigmoid.finished();
		if (over || shown.has(epoch)) yield { epoch, relu: relu.stand(), sigmoid: sigmoid.stand() };
		if (over) return;
	}
}

function firstFrame(params: ReluVsSigmoidParams): ReluVsSigmoidFrame {
	const first = race(params).next();
	if (first.done) throw new RangeError('a race shows its start');
	return first.value;
}

/** The demo `relu-vs-sigmoid`: two nets learn the same points until each has 95 % of them right. */
export const reluVsSigmoidModel: DemoModel<ReluVsSigmoidParams, ReluVsSigmoidFrame, ReluVsSigmoidOutcome> = {
	preview: firstFrame,
	*run(params) {
		const first = firstFrame(params);
		let last = first;
		for (const frame of race(params)) {
			last = frame;
			yield frame;
		}
		const result = (net: 'relu' | 'sigmoid'): RaceResult => ({
			epochs: last[net].accuracies.length - 1,
			finished: last[net].finished,
			signal: first[net].signal,
			meanSlope: first[net].meanSlope,
			dead: last[net].dead,
		});
		const [relu, sigmoid] = [result('relu'), result('sigmoid')];
		const outcome = { relu, sigmoid, factor: sigmoid.epochs / Math.max(1, relu.epochs) };
		return { outcome, why: whyOf(params, outcome) };
	},
	live: (_params, { relu, sigmoid }) => ({
		symbols: {
			sigmoidSlope: { value: fixedWords(sigmoid.meanSlope, 3) },
			reluSlope: { value: fixedWords(relu.meanSlope, 3) },
			sigmoidSignal: { value: numberWords(sigmoid.signal) },
			reluSignal: { value: numberWords(relu.signal) },
		},
	}),
	table: (_params, { epoch, relu, sigmoid }) => ({
		caption: `The two nets after epoch ${epoch}; one that has 95 % right rests`,
		columns: ['', 'ReLU', 'sigmoid'],
		rows: [
			['epochs trained', ...[relu, sigmoid].map(({ accuracies }) => String(accuracies.length - 1))],
			['points right', ...[relu, sigmoid].map(({ accuracies }) => percent(accuracies.at(-1) ?? 0))],
			['mean slope f′(z)', ...[relu, sigmoid].map(({ meanSlope }) => fixedWords(meanSlope, 3))],
			['gradient at layer 1, of that at L', ...[relu, sigmoid].map(({ signal }) => numberWords(signal))],
			['dead units', ...[relu, sigmoid].map(({ dead }) => String(dead))],
		],
	}),
};

function percent(share: number): string {
	return `${fixedWords(100 * share, 1)} %`;
}

function whyOf({ hidden, width }: ReluVsSigmoidParams, { relu, sigmoid }: ReluVsSigmoidOutcome): string {
	const slopes =
		`Before the first step the slopes of the hidden units averaged ${fixedWords(relu.meanSlope, 2)} with ReLU and ${fixedWords(sigmoid.meanSlope, 2)} with the sigmoid, whose slope is never above ¼; ` +
		`of the gradient at the output, ${numberWords(relu.signal)} and ${numberWords(sigmoid.signal)} arrived at layer 1`;
	const price =
		relu.dead === 0
			? 'No ReLU unit has died in this run.'
			: `The price: ${relu.dead} of the ${hidden * width} ReLU units ${relu.dead === 1 ? 'is' : 'are'} dead, with slope 0 on every point.`;
	return `${slopes}: so much larger or smaller was each step there. ${price}`;
}
