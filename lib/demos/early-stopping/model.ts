import type { DemoModel } from '@/lib/demos/demo';
import { logEpochs } from '@/lib/demos/log-epochs';
import { fixedWords, numberWords } from '@/lib/demos/number-words';
import { answerGrid, planeData, planeNet } from '@/lib/demos/plane-classifier';
import type { PlaneGrid } from '@/lib/demos/plane-grid';
import type { DataSet } from '@/lib/engine/data-set';
import { allocatePass, forwardInto, outputOf } from '@/lib/engine/forward';
import { losses, meanLoss } from '@/lib/engine/loss';
import type { Matrix } from '@/lib/engine/matrix';
import { copyNetwork, type Network } from '@/lib/engine/network';
import { createTrainer } from '@/lib/engine/train';
import type { EarlyStoppingParams } from './params';

/** Both losses by epoch from 0, and what early stopping makes of them so far. */
export interface EarlyStoppingFrame {
	epoch: number;
	train: number[];
	validation: number[];
	/** The epoch of the lowest validation loss so far. */
	best: number;
	/** The epoch at which patience ran out, and the one whose weights were kept; null while it has not. */
	stopped: number | null;
	kept: number | null;
	/** What the net answers now, and what it answered with the weights that were best so far. */
	map: PlaneGrid;
	bestMap: PlaneGrid;
}

export interface EarlyStoppingOutcome {
	best: number;
	bestLoss: number;
	finalLoss: number;
	/** Final over best validation loss. */
	ratio: number;
	trainAtBest: number;
	trainAtEnd: number;
	stopped: number | null;
	keptLoss: number;
}

const WIDTH = 32;
const LEARNING_RATE = 0.05;
const BATCH = 8;

/** The points it trains on and those held out; each set has its own stream. */
export function earlyStoppingData({ data, examples, noise, seed }: EarlyStoppingParams): [DataSet, DataSet] {
	return [planeData(data, { size: examples, noise }, seed), planeData(data, { size: 200, noise }, seed, 'validation')];
}

/** The epochs of the run's frames, in order. */
export function epochsShown({ epochs }: Pick<EarlyStoppingParams, 'epochs'>): ReadonlySet<number> {
	return logEpochs(epochs, 56);
}

function lossMeter(network: Network, x: Matrix, y: Matrix): () => number {
	const pass = allocatePass(network.shape, x);
	return () => {
		forwardInto(network, pass);
		return meanLoss(losses['binary-cross-entropy'], pass.z.at(-1) ?? x, outputOf(pass), y);
	};
}

function* training(params: EarlyStoppingParams, mapped = true): Generator<EarlyStoppingFrame, void> {
	const { epochs, patience, seed } = params;
	const [data, heldOut] = earlyStoppingData(params);
	const network = planeNet({ hidden: 2, width: WIDTH, activation: 'relu', seed });
	const optimiser = { kind: 'sgd', learningRate: LEARNING_RATE } as const;
	const trainer = createTrainer({ network, loss: 'binary-cross-entropy', optimiser, data, batchSize: BATCH, seed });
	const trainLoss = lossMeter(trainer.network, data.x, data.y);
	const validationLoss = lossMeter(trainer.network, heldOut.x, heldOut.y);
	const [train, validation]: [number[], number[]] = [[], []];
	let [best, stopped, kept]: [number, number | null, number | null] = [0, null, null];
	let bestNetwork = copyNetwork(network);
	const shown = epochsShown(params);
	let bestMap = answerGrid(network);
	let bestMapped = 0;
	for (let epoch = 0; epoch <= epochs; epoch++) {
		if (epoch > 0) trainer.epoch();
		train.push(trainLoss());
		validation.push(validationLoss());
		if ((validation[epoch] ?? Number.NaN) < (validation[best] ?? Number.NaN)) {
			best = epoch;
			bestNetwork = copyNetwork(trainer.network);
		}
		if (stopped === null && epoch - best >= patience) [stopped, kept] = [epoch, best];
		if (!(mapped ? shown.has(epoch) : epoch === epochs)) continue;
		if (best !== bestMapped) [bestMap, bestMapped] = [answerGrid(bestNetwork), best];
		const map = answerGrid(trainer.network);
		yield { epoch, train: [...train], validation: [...validation], best, stopped, kept, map, bestMap };
	}
}

/** What a frame, as a rule the last, comes to. */
function outcomeOf({ train, validation, best, stopped, kept }: EarlyStoppingFrame): EarlyStoppingOutcome {
	const at = (losses: readonly number[], epoch: number) => losses.at(epoch) ?? Number.NaN;
	const [bestLoss, finalLoss] = [at(validation, best), at(validation, -1)];
	return {
		best,
		bestLoss,
		finalLoss,
		ratio: finalLoss / bestLoss,
		trainAtBest: at(train, best),
		trainAtEnd: at(train, -1),
		stopped,
		keptLoss: at(validation, kept ?? best),
	};
}

/** The outcome alone, without pictures. */
export function earlyStoppingOutcome(params: EarlyStoppingParams): EarlyStoppingOutcome {
	const end = training(params, false).next();
	if (end.done) throw new RangeError('training shows its end');
	return outcomeOf(end.value);
}

function firstFrame(params: EarlyStoppingParams): EarlyStoppingFrame {
	const first = training(params).next();
	if (first.done) throw new RangeError('training shows its start');
	return first.value;
}

/** The demo `early-stopping`: training and validation loss of a net too large for its few noisy examples. */
export const earlyStoppingModel: DemoModel<EarlyStoppingParams, EarlyStoppingFrame, EarlyStoppingOutcome> = {
	preview: firstFrame,
	*run(params) {
		let last = firstFrame(params);
		for (const frame of training(params)) {
			last = frame;
			yield frame;
		}
		const outcome = outcomeOf(last);
		return { outcome, why: whyOf(params, outcome) };
	},
	live({ patience }, { epoch, train, validation, best }) {
		return {
			symbols: {
				t: { value: `epoch ${epoch}` },
				train: { value: fixedWords(train[epoch] ?? Number.NaN, 3) },
				validation: { value: fixedWords(validation[epoch] ?? Number.NaN, 3) },
				best: { value: `${fixedWords(validation[best] ?? Number.NaN, 3)} at epoch ${best}` },
				patience: { value: `${Math.min(epoch - best, patience)} of ${patience} checks waited` },
			},
		};
	},
	table: ({ epochs }, { train, validation, best, stopped }) => {
		const rows = [...logEpochs(epochs, 24), best, stopped ?? 0].filter((epoch) => epoch < train.length);
		return {
			caption: 'Loss by epoch',
			columns: ['epoch', 'training loss', 'validation loss', ''],
			rows: [...new Set(rows)]
				.sort((a, b) => a - b)
				.map((epoch) => [
					String(epoch),
					fixedWords(train[epoch] ?? Number.NaN, 4),
					fixedWords(validation[epoch] ?? Number.NaN, 4),
					epoch === best ? 'lowest so far' : epoch === stopped ? 'patience runs out' : '',
				]),
		};
	},
};

function whyOf({ patience, epochs }: EarlyStoppingParams, outcome: EarlyStoppingOutcome): string {
	const { best, bestLoss, finalLoss, trainAtBest, trainAtEnd, stopped, keptLoss, ratio } = outcome;
	const words = (loss: number) => fixedWords(loss, 2);
	const turn =
		ratio > 1.02
			? `From epoch ${best} to ${epochs} the training loss went on from ${words(trainAtBest)} to ${words(trainAtEnd)}, while the validation loss rose from ${words(bestLoss)} to ${words(finalLoss)}, ${numberWords(ratio)} times the lowest: what was learnt in between fits the noise of these examples.`
			: `The validation loss did not turn up within ${epochs} epochs: its lowest, ${words(bestLoss)}, is at epoch ${best}. There is little noise to fit, or too little time.`;
	if (stopped === null) return `${turn} A patience of ${patience} never ran out.`;
	const missed = keptLoss > bestLoss * 1.005 ? `, a little early: ${words(bestLoss)} was still to come` : '';
	return `${turn} With a patience of ${patience}, training stops at epoch ${stopped}, ${epochs - stopped} epochs saved, and the weights kept have ${words(keptLoss)}${missed}.`;
}
