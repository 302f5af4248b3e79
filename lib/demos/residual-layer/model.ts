import type { DemoModel } from '@/lib/demos/demo';
import { numberWords, plainWords, powerWords } from '@/lib/demos/number-words';
import { backward } from '@/lib/engine/backward';
import { type DataSet, drawDataSet } from '@/lib/engine/data-set';
import { forward } from '@/lib/engine/forward';
import { initialiseNetwork } from '@/lib/engine/initialise';
import { dense, residual } from '@/lib/engine/layer-shape';
import type { Network } from '@/lib/engine/network';
import { layerNorms } from '@/lib/engine/norms';
import { openStream } from '@/lib/engine/random-stream';
import { createTrainer, type Trainer } from '@/lib/engine/train';
import type { ResidualParams } from './params';

/** The size of dl/dz^l at each hidden layer as a share of that at the last, with skips and without, for the same weights. */
export interface ResidualFrame {
	skips: number[];
	plain: number[];
	/** The backward pass has reached the layers from this one up. */
	reached: number;
	training: { epoch: number; skips: number[]; plain: number[] } | null;
}

/** The first layer's share in the chosen net, and in both. */
export interface ResidualOutcome {
	ratio: number;
	skips: number;
	plain: number;
	chosen: ResidualParams['skip'];
}

const WIDTH = 16;
const LEARNING_RATE = 1;
/** How long its training goes on. */
export const TRAINING_EPOCHS = 60;

/** 2 inputs, `depth` layers of 16 units, one sigmoid output; the same weights with skips and without. */
export function residualNet({ depth, activation, gain, seed }: ResidualParams, skip: boolean): Network {
	const layer = dense(WIDTH, activation);
	const body = Array.from({ length: depth - 1 }, () => (skip ? residual([layer], gain) : layer));
	const shape = { inputs: 2, layers: [layer, ...body, dense(1, 'sigmoid')] };
	return initialiseNetwork(shape, { kind: activation === 'relu' ? 'he' : 'inverse-sqrt' }, openStream(seed, 'weights'));
}

const residualData = (seed: number): DataSet => drawDataSet('circle', { size: 200 }, openStream(seed, 'data'));

/** Norms of dl/dz^l at the hidden layers, the last set to 1. */
function shares(network: Network, data: DataSet, depth: number): number[] {
	const norms = layerNorms(backward(network, forward(network, data.x), 'binary-cross-entropy', data.y));
	const last = norms[depth - 1]?.dz ?? 0;
	return norms.slice(0, depth).map(({ dz }) => (dz === 0 ? 0 : dz / last));
}

function trainerOf(params: ResidualParams, skip: boolean, data: DataSet): Trainer {
	return createTrainer({
		network: residualNet(params, skip),
		loss: 'binary-cross-entropy',
		optimiser: { kind: 'sgd', learningRate: LEARNING_RATE },
		data,
		batchSize: 10,
		seed: params.seed,
	});
}

/** The loss of the last epoch of training. */
export function lossAfterTraining(params: ResidualParams): number {
	const trainer = trainerOf(params, params.skip === 'on', residualData(params.seed));
	let loss = Number.NaN;
	for (let epoch = 0; epoch < TRAINING_EPOCHS; epoch++) {
		const report = trainer.epoch();
		if (!report.ok) return Number.NaN;
		loss = report.loss;
	}
	return loss;
}

/** The shares of both untrained nets. */
function untrained(params: ResidualParams): { skips: number[]; plain: number[] } {
	const data = residualData(params.seed);
	const sharesOf = (skip: boolean) => shares(residualNet(params, skip), data, params.depth);
	return { skips: sharesOf(true), plain: sharesOf(false) };
}

/** The demo `residual-layer`: the gradient on its way back with skips and without, then both nets in training. */
export const residualModel: DemoModel<ResidualParams, ResidualFrame, ResidualOutcome> = {
	preview: (params) => ({ ...untrained(params), reached: params.depth + 1, training: null }),
	*run(params) {
		const both = untrained(params);
		for (let reached = params.depth; reached >= 1; reached--) yield { ...both, reached, training: null };
		const [skips, plain] = [both.skips[0] ?? Number.NaN, both.plain[0] ?? Number.NaN];
		const outcome = { ratio: params.skip === 'on' ? skips : plain, skips, plain, chosen: params.skip };
		return { outcome, why: whyOf(params, outcome) };
	},
	*train(params) {
		const data = residualData(params.seed);
		const nets = { skips: trainerOf(params, true, data), plain: trainerOf(params, false, data) };
		const losses = { skips: [] as number[], plain: [] as number[] };
		for (let epoch = 1; epoch <= TRAINING_EPOCHS; epoch++) {
			for (const net of ['skips', 'plain'] as const) {
				const report = nets[net].epoch();
				if (!report.ok) {
					return `Training stopped: ${report.quantity} of layer ${report.layer} of the net ${net === 'skips' ? 'with' : 'without'} skips is no longer finite (step ${report.step}).`;
				}
				losses[net].push(report.loss);
			}
			yield {
				skips: shares(nets.skips.network, data, params.depth),
				plain: shares(nets.plain.network, data, params.depth),
				reached: 1,
				training: { epoch, skips: [...losses.skips], plain: [...losses.plain] },
			};
		}
		return (
			`After ${TRAINING_EPOCHS} epochs the loss with skips is ${numberWords(losses.skips.at(-1) ?? Number.NaN)}, ` +
			`without ${numberWords(losses.plain.at(-1) ?? Number.NaN)} (a guess has 0.693).`
		);
	},
	live(params, { reached, skips, plain }) {
		const shown = params.skip === 'on' ? skips : plain;
		return {
			symbols: {
				I: { value: params.skip === 'on' ? 'there: the skip' : 'left out' },
				dF: { value: params.skip === 'on' ? `times g = ${plainWords(params.gain)}` : 'the only way back' },
				...(reached <= params.depth
					? {
							da: { value: `${numberWords(shown[reached - 1] ?? 0)} at layer ${reached}` },
							next: { value: `1 at layer ${params.depth}` },
						}
					: {}),
			},
		};
	},
	table: (_params, { skips, plain, reached }) => ({
		caption: 'The gradient by layer, as a share of that at the last hidden layer (— not yet reached)',
		columns: ['layer', 'with skips', 'without skips'],
		rows: skips
			.map((share, k) =>
				k + 1 < reached ? [String(k + 1), '—', '—'] : [String(k + 1), numberWords(share), powerWords(plain[k] ?? 0, 2)],
			)
			.reverse(),
	}),
};

function whyOf({ depth, gain }: ResidualParams, { skips, plain }: ResidualOutcome): string {
	const steps = depth - 1;
	const factor = (ratio: number) => numberWords(ratio ** (1 / steps));
	return (
		`Without skips each of the ${steps} steps back multiplied the gradient by about ${factor(plain)}, which makes ${numberWords(plain)}. ` +
		`With them each step multiplied by I + ${plainWords(gain)} ∂F/∂a, about ${factor(skips)}: the identity lets all of it pass, and ` +
		`${numberWords(skips)} is left (the branch’s gain stands in every layer but the first, which alone is worth ${numberWords(1 / gain)}).`
	);
}
