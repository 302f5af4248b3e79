import type { DemoModel } from '@/lib/demos/demo';
import { fixedWords, plainWords } from '@/lib/demos/number-words';
import { type PlaneGrid, planeInputs, unitGrids } from '@/lib/demos/plane-grid';
import { accuracy } from '@/lib/engine/accuracy';
import { type DataSet, drawDataSet } from '@/lib/engine/data-set';
import { forward, outputOf } from '@/lib/engine/forward';
import { initialiseNetwork } from '@/lib/engine/initialise';
import { dense, dropout } from '@/lib/engine/layer-shape';
import type { Network } from '@/lib/engine/network';
import { norm } from '@/lib/engine/norms';
import { openStream } from '@/lib/engine/random-stream';
import { createTrainer, type Trainer } from '@/lib/engine/train';
import { deleteHalf } from './delete-half';
import type { DropoutParams } from './params';

/** One of the two nets at one moment. */
export interface DropoutNet {
	/** Its answers over the plane: of the full net in training, of what is left while half is deleted. */
	map: PlaneGrid;
	accuracy: number;
	/** The hidden units that are off, from 0: dropped in this step for one example, or deleted. */
	off: number[];
	/** The accuracies of the deletions so far. */
	halves: number[];
}

/** Both nets, trained with dropout and without, from the same weights. */
export interface DropoutFrame {
	phase: 'training' | 'deleting';
	epoch: number;
	dropped: DropoutNet;
	plain: DropoutNet;
}

/** Accuracies: full, and on average with half of the hidden units deleted. */
export interface DropoutOutcome {
	full: number;
	half: number;
	plainFull: number;
	plainHalf: number;
	/** The greatest weight out of the hidden layer as a share of their norm, with dropout and without. */
	reliance: number;
	plainReliance: number;
}

const EPOCHS = 100;
const DELETIONS = 20;
/** The maps show [-HALF, HALF]². */
export const HALF = 1.2;
const grid = planeInputs(21, HALF);

/** 200 points of the chosen set. */
export function dropoutData({ data, seed }: Pick<DropoutParams, 'data' | 'seed'>): DataSet {
	return drawDataSet(data, { size: 200, noise: data === 'moons' ? 0.1 : 0 }, openStream(seed, 'data'));
}

function trainerOf({ width, seed }: DropoutParams, p: number, data: DataSet): Trainer {
	const layers = [dense(width, 'relu'), ...(p > 0 ? [dropout(p)] : []), dense(1, 'sigmoid')];
	return createTrainer({
		network: initialiseNetwork({ inputs: 2, layers }, { kind: 'he' }, openStream(seed, 'weights')),
		loss: 'binary-cross-entropy',
		optimiser: { kind: 'sgd', learningRate: 0.1 },
		data,
		batchSize: 10,
		seed,
	});
}

function scoreOf(network: Network, data: DataSet): number {
	return accuracy(outputOf(forward(network, data.x)), data.y);
}

function netOf(network: Network, data: DataSet, off: number[], halves: number[]): DropoutNet {
	return {
		map: unitGrids(network, grid, 2)[0] as PlaneGrid,
		accuracy: scoreOf(network, data),
		off,
		halves: [...halves],
	};
}

/** The units dropped for the first example of the last batch. */
function droppedIn(trainer: Trainer, width: number): number[] {
	const mask = trainer.last()?.pass.masks[0]?.data.subarray(0, width) ?? [];
	return Array.from(mask).flatMap((kept, unit) => (kept === 0 ? [unit] : []));
}

/** The mean accuracy with a random half of the hidden units deleted, after training with probability `p`. */
export function accuracyAfterDeletion(params: DropoutParams, p: number): number {
	const data = dropoutData(params);
	const trainer = trainerOf(params, p, data);
	for (let epoch = 0; epoch < EPOCHS; epoch++) trainer.epoch();
	const stream = openStream(params.seed, 'deletion');
	return mean(Array.from({ length: DELETIONS }, () => scoreOf(deleteHalf(trainer.network, stream).network, data)));
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

function relianceOf(network: Network): number {
	const weights = network.weights[1]?.data ?? new Float64Array();
	return Math.max(...Array.from(weights, Math.abs)) / norm(weights);
}

/** The demo `dropout`: two nets in training, then both lose a random half of their hidden units, again and again. */
export const dropoutModel: DemoModel<DropoutParams, DropoutFrame, DropoutOutcome> = {
	preview(params) {
		const data = dropoutData(params);
		const net = netOf(trainerOf(params, 0, data).network, data, [], []);
		return { phase: 'training', epoch: 0, dropped: net, plain: net };
	},
	*run(params) {
		const data = dropoutData(params);
		const [dropping, plain] = [trainerOf(params, params.p, data), trainerOf(params, 0, data)];
		for (let epoch = 1; epoch <= EPOCHS; epoch++) {
			dropping.epoch();
			plain.epoch();
			if (epoch % 10 !== 0) continue;
			const dropped = netOf(dropping.network, data, droppedIn(dropping, params.width), []);
			yield { phase: 'training', epoch, dropped, plain: netOf(plain.network, data, [], []) };
		}
		const stream = openStream(params.seed, 'deletion');
		const halves = { dropped: [] as number[], plain: [] as number[] };
		for (let deletion = 0; deletion < DELETIONS; deletion++) {
			// The same units go in both.
			const state = stream.state();
			const left = deleteHalf(dropping.network, stream);
			stream.restore(state);
			const plainLeft = deleteHalf(plain.network, stream);
			halves.dropped.push(scoreOf(left.network, data));
			halves.plain.push(scoreOf(plainLeft.network, data));
			yield {
				phase: 'deleting',
				epoch: EPOCHS,
				dropped: netOf(left.network, data, left.off, halves.dropped),
				plain: netOf(plainLeft.network, data, plainLeft.off, halves.plain),
			};
		}
		const outcome = {
			full: scoreOf(dropping.network, data),
			half: mean(halves.dropped),
			plainFull: scoreOf(plain.network, data),
			plainHalf: mean(halves.plain),
			reliance: relianceOf(dropping.network),
			plainReliance: relianceOf(plain.network),
		};
		return { outcome, why: whyOf(params, outcome) };
	},
	live: ({ p }, { dropped, phase }) => ({
		symbols: {
			p: { value: plainWords(p) },
			scale: { value: phase === 'training' ? plainWords(1 / (1 - p)) : '2 for what is left' },
			m: { value: dropped.off.length === 0 ? 'all 1' : `${dropped.off.length} of them 0` },
			a: { value: `${percent(dropped.accuracy)} right` },
		},
	}),
	table: ({ p }, { phase, epoch, dropped, plain }) => ({
		caption:
			phase === 'training'
				? `Epoch ${epoch}: both nets whole`
				: `Right with half of the hidden units deleted, ${dropped.halves.length} times`,
		columns: ['', `trained with p = ${plainWords(p)}`, 'trained without dropout'],
		rows:
			phase === 'training'
				? [['right', percent(dropped.accuracy), percent(plain.accuracy)]]
				: [
						...dropped.halves.map((share, k) => [`deletion ${k + 1}`, percent(share), percent(plain.halves[k] ?? 0)]),
						['mean', percent(mean(dropped.halves)), percent(mean(plain.halves))],
					],
	}),
};

/** A share in per cent. */
export function percent(share: number): string {
	return `${fixedWords(100 * share, share > 0.9 && share < 1 ? 1 : 0)} %`;
}

function whyOf({ p, width }: DropoutParams, outcome: DropoutOutcome): string {
	const { full, half, plainFull, plainHalf, reliance, plainReliance } = outcome;
	if (p === 0)
		return `With p = 0 nothing is ever dropped: both nets are one and the same, and deleting half takes it from ${percent(full)} to ${percent(half)} right.`;
	const even = reliance < plainReliance ? 'spread more evenly' : 'trained to do without one another';
	return (
		`Trained with p = ${plainWords(p)} the net kept ${percent(half)} of ${percent(full)} when half of its ${width} units went, without dropout ${percent(plainHalf)} of ${percent(plainFull)}. ` +
		`In every step other units were missing, so the work is ${even}: the strongest weight out of the hidden layer makes up ${fixedWords(100 * reliance, 0)} % of their norm, against ${fixedWords(100 * plainReliance, 0)} %.`
	);
}
