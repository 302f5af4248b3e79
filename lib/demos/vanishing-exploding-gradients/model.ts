import type { DemoModel } from '@/lib/demos/demo';
import { fixedWords, numberWords, powerWords } from '@/lib/demos/number-words';
import { accuracy } from '@/lib/engine/accuracy';
import { backward } from '@/lib/engine/backward';
import type { DataSet } from '@/lib/engine/data-set';
import { forward, outputOf } from '@/lib/engine/forward';
import type { Network } from '@/lib/engine/network';
import { layerNorms } from '@/lib/engine/norms';
import { createTrainer } from '@/lib/engine/train';
import { deepData, deepNet } from './net';
import type { VanishingParams } from './params';

/** The gradient at one layer. */
export interface LayerSignal {
	l: number;
	/** The mean over the examples of the norm of dl/dz^l. */
	norm: number;
	/** What the weights above, W^(l+1), and the slopes f'(z^l) made of the norm one layer on; 1 at the last layer. */
	byWeights: number;
	bySlopes: number;
}

/** How training stands. */
export interface TrainingSoFar {
	epoch: number;
	loss: number;
	accuracy: number;
	/** The loss of every epoch so far. */
	losses: number[];
	/** The words of what stopped it, when a number was no longer finite. */
	stopped: string | null;
}

/** The gradients by layer, of which the backward pass has reached those from `reached` up. */
export interface VanishingFrame {
	signals: LayerSignal[];
	reached: number;
	training: TrainingSoFar | null;
}

/** The sizes of the gradient at both ends of the net. */
export interface VanishingOutcome {
	first: number;
	last: number;
	/** first / last; 0 when nothing arrives. */
	ratio: number;
	/** The geometric mean factor of one step back, and its two parts. */
	gamma: number;
	byWeights: number;
	bySlopes: number;
	steps: number;
}

/** How long its training goes on at most. */
export const TRAINING_EPOCHS = 300;
const LEARNING_RATE = 0.1;

function signalsOf(network: Network, data: DataSet): { signals: LayerSignal[]; loss: number; accuracy: number } {
	const pass = forward(network, data.x);
	const gradients = backward(network, pass, 'binary-cross-entropy', data.y);
	const norms = layerNorms(gradients);
	const signals = norms.map(({ l, dz, da }): LayerSignal => {
		const next = norms[l]?.dz;
		return next === undefined
			? { l, norm: dz, byWeights: 1, bySlopes: 1 }
			: { l, norm: dz, byWeights: quotient(da, next), bySlopes: quotient(dz, da) };
	});
	return { signals, loss: gradients.loss, accuracy: accuracy(outputOf(pass), data.y) };
}

function quotient(part: number, whole: number): number {
	return part === 0 ? 0 : part / whole;
}

/** What signals by layer come to: the ratio of first to last, and what one step back multiplies by. */
export function outcomeOf(signals: readonly LayerSignal[]): VanishingOutcome {
	const [first, last] = [signals[0]?.norm ?? Number.NaN, signals.at(-1)?.norm ?? Number.NaN];
	const steps = signals.length - 1;
	const mean = (part: (signal: LayerSignal) => number) =>
		Math.exp(signals.slice(0, -1).reduce((sum, signal) => sum + Math.log(part(signal)), 0) / steps);
	const ratio = quotient(first, last);
	return {
		first,
		last,
		ratio,
		gamma: ratio ** (1 / steps),
		byWeights: mean((signal) => signal.byWeights),
		bySlopes: mean((signal) => signal.bySlopes),
		steps,
	};
}

/** The ratio of the norms of dl/dz at the first and the last layer of an untrained net. */
export function firstToLast(params: VanishingParams): number {
	return outcomeOf(signalsOf(deepNet(params), deepData(params.seed)).signals).ratio;
}

/** The demo `vanishing-exploding-gradients`: the gradient on its way back through a deep net, then while training. */
export const vanishingModel: DemoModel<VanishingParams, VanishingFrame, VanishingOutcome> = {
	preview: ({ depth }) => ({
		signals: Array.from({ length: depth }, (_, k) => ({ l: k + 1, norm: 0, byWeights: 1, bySlopes: 1 })),
		reached: depth + 1,
		training: null,
	}),
	*run(params) {
		const { signals } = signalsOf(deepNet(params), deepData(params.seed));
		for (let reached = params.depth; reached >= 1; reached--) yield { signals, reached, training: null };
		const outcome = outcomeOf(signals);
		return { outcome, why: whyOf(outcome) };
	},
	*train(params) {
		const data = deepData(params.seed);
		const network = deepNet(params);
		const optimiser = { kind: 'sgd', learningRate: LEARNING_RATE } as const;
		const trainer = createTrainer({
			network,
			loss: 'binary-cross-entropy',
			optimiser,
			data,
			batchSize: 10,
			seed: params.seed,
		});
		const losses: number[] = [];
		let now = signalsOf(trainer.network, data);
		for (let epoch = 0; epoch <= TRAINING_EPOCHS; epoch++) {
			const report = epoch === 0 ? null : trainer.epoch();
			if (report?.ok === false) {
				const stopped = `step ${report.step}: ${report.quantity} of layer ${report.layer} is no longer finite`;
				const { signals, ...good } = now;
				yield { signals, reached: 1, training: { epoch: epoch - 1, ...good, losses: [...losses], stopped } };
				return `Training stopped at ${stopped}. The last epoch before it is shown: one step too large undid everything.`;
			}
			now = signalsOf(trainer.network, data);
			losses.push(now.loss);
			const { signals, ...good } = now;
			yield { signals, reached: 1, training: { epoch, ...good, losses: [...losses], stopped: null } };
		}
		return (
			`After ${TRAINING_EPOCHS} epochs the loss went from ${numberWords(losses[0] ?? Number.NaN)} to ${numberWords(now.loss)} ` +
			`and ${Math.round(100 * now.accuracy)} % of the points are classified right; ` +
			`the gradient at layer 1 is now ${numberWords(outcomeOf(now.signals).ratio)} of that at layer ${params.depth}.`
		);
	},
	live(params, frame) {
		if (frame.reached > params.depth) return { symbols: { L: { value: String(params.depth) } } };
		const shown = frame.signals.slice(frame.reached - 1);
		const { first, last, gamma } = outcomeOf(shown);
		const steps = shown.length - 1;
		return {
			symbols: {
				L: { value: String(params.depth) },
				first: { value: `${numberWords(first)} at layer ${frame.reached}` },
				last: { value: numberWords(last) },
				...(steps > 0 ? { gamma: { value: fixedWords(gamma, 3) }, steps: { value: String(steps) } } : {}),
			},
		};
	},
	table: (_params, { signals, reached }) => ({
		caption: 'The gradient by layer (— not yet reached)',
		columns: ['layer l', '‖∂ℓ/∂zˡ‖', '÷ that at L', 'step: weights ×', 'step: slopes ×'],
		rows: [...signals]
			.reverse()
			.map(({ l, norm, byWeights, bySlopes }) =>
				l < reached
					? [String(l), '—', '—', '—', '—']
					: [
							String(l),
							powerWords(norm, 2),
							numberWords(norm / (signals.at(-1)?.norm ?? 1)),
							numberWords(byWeights),
							numberWords(bySlopes),
						],
			),
	}),
};

function whyOf({ ratio, gamma, byWeights, bySlopes, steps }: VanishingOutcome): string {
	if (ratio === 0) return 'On the way every unit of some layer was switched off (slope 0), and nothing got past it.';
	const kind = ratio < 0.01 ? 'it vanishes' : ratio > 100 ? 'it explodes' : 'it keeps about its size';
	return (
		`Each step back multiplied the gradient by about ${numberWords(gamma)} ` +
		`(weights ${numberWords(byWeights)} × slopes ${numberWords(bySlopes)}); ` +
		`${steps} such step${steps === 1 ? '' : 's'} make ${numberWords(ratio)}: ${kind}.`
	);
}
