import type { DemoModel } from '@/lib/demos/demo';
import { fixedWords, numberWords } from '@/lib/demos/number-words';
import { answerGrid, planeData, planeNet } from '@/lib/demos/plane-classifier';
import type { PlaneGrid } from '@/lib/demos/plane-grid';
import { accuracy } from '@/lib/engine/accuracy';
import { activations } from '@/lib/engine/activation';
import { backward } from '@/lib/engine/backward';
import type { DataSet } from '@/lib/engine/data-set';
import { forward, outputOf } from '@/lib/engine/forward';
import type { Initialiser } from '@/lib/engine/initialise';
import { toRows } from '@/lib/engine/matrix';
import type { Network } from '@/lib/engine/network';
import { createTrainer } from '@/lib/engine/train';
import type { RandomInitialisationParams } from './params';

/** One hidden unit: all its parameters, and what reaches it for the first example. */
export interface HiddenUnit {
	/** The two weights in, the bias, the weight out. */
	theta: number[];
	slope: number;
	dz: number;
}

/** The hidden units after an epoch, and every epoch before. */
export interface RandomInitialisationFrame {
	epoch: number;
	units: HiddenUnit[];
	/** By epoch from 0: the tip of each unit's arrow, [unit][coordinate]; the greatest distance; the loss. */
	tips: number[][][];
	distances: number[];
	losses: number[];
	accuracy: number;
	map: PlaneGrid;
}

/** Where training ended; distances are between two units' parameters, taken as vectors. */
export interface RandomInitialisationOutcome {
	furthest: number;
	nearest: number;
	loss: number;
	accuracy: number;
	/** How far unit 1 travelled. */
	moved: number;
}

/** How long it trains. */
export const EPOCHS = 100;
const EPOCHS_A_FRAME = 2;
const LEARNING_RATE = 0.3;
const INITIALISERS: Record<RandomInitialisationParams['init'], Initialiser> = {
	zero: { kind: 'zero' },
	constant: { kind: 'constant', value: 0.5 },
	random: { kind: 'normal', sd: 1 },
};

/** Its examples: 200 points of xor, which no single unit can part. */
export const xorData = (seed: number): DataSet => planeData('xor', { size: 200 }, seed);

/** The least and the greatest distance between two hidden units. */
function distancesOf(units: readonly HiddenUnit[]): { nearest: number; furthest: number } {
	const all = units.flatMap(({ theta }, i) =>
		units.slice(0, i).map((other) => Math.hypot(...theta.map((value, k) => value - (other.theta[k] ?? Number.NaN)))),
	);
	return { nearest: Math.min(...all), furthest: Math.max(...all) };
}

function look({ activation }: RandomInitialisationParams, network: Network, data: DataSet) {
	const pass = forward(network, data.x);
	const gradients = backward(network, pass, 'binary-cross-entropy', data.y);
	const [W, out, b] = [network.weights[0], network.weights[1], network.biases[0]];
	const units = (W ? toRows(W) : []).map((row, i): HiddenUnit => {
		const z = pass.z[0]?.data[i] ?? Number.NaN;
		return {
			theta: [...row, b?.[i] ?? Number.NaN, out?.data[i] ?? Number.NaN],
			slope: activations[activation].derivative(z),
			dz: gradients.dz[0]?.data[i] ?? Number.NaN,
		};
	});
	return { units, loss: gradients.loss, accuracy: accuracy(outputOf(pass), data.y) };
}

function* training(params: RandomInitialisationParams): Generator<RandomInitialisationFrame, void> {
	const { seed, init, width, activation } = params;
	const data = xorData(seed);
	const network = planeNet({ hidden: 1, width, activation, seed }, INITIALISERS[init]);
	const optimiser = { kind: 'sgd', learningRate: LEARNING_RATE } as const;
	const trainer = createTrainer({ network, loss: 'binary-cross-entropy', optimiser, data, batchSize: 10, seed });
	const [tips, distances, losses]: [number[][][], number[], number[]] = [[], [], []];
	for (let epoch = 0; epoch <= EPOCHS; epoch++) {
		if (epoch > 0) trainer.epoch();
		const { units, loss, accuracy: right } = look(params, trainer.network, data);
		tips.push(units.map(({ theta }) => theta.slice(0, 2)));
		distances.push(distancesOf(units).furthest);
		losses.push(loss);
		if (epoch % EPOCHS_A_FRAME > 0) continue;
		const sofar = { tips: [...tips], distances: [...distances], losses: [...losses] };
		yield { epoch, units, ...sofar, accuracy: right, map: answerGrid(trainer.network) };
	}
}

/** What a frame, as a rule the last, comes to. */
function outcomeOf({ units, losses, accuracy: right, tips }: RandomInitialisationFrame): RandomInitialisationOutcome {
	const [from, to] = [tips[0]?.[0] ?? [], tips.at(-1)?.[0] ?? []];
	const moved = Math.hypot(...to.map((value, k) => value - (from[k] ?? Number.NaN)));
	return { ...distancesOf(units), loss: losses.at(-1) ?? Number.NaN, accuracy: right, moved };
}

function firstFrame(params: RandomInitialisationParams): RandomInitialisationFrame {
	const first = training(params).next();
	if (first.done) throw new RangeError('training shows its start before its first epoch');
	return first.value;
}

/** The demo `random-initialisation`: the hidden units of a small net while it learns xor. */
export const randomInitialisationModel: DemoModel<
	RandomInitialisationParams,
	RandomInitialisationFrame,
	RandomInitialisationOutcome
> = {
	preview: firstFrame,
	*run(params) {
		let last = firstFrame(params);
		for (const frame of training(params)) {
			last = frame;
			yield frame;
		}
		const outcome = outcomeOf(last);
		return { outcome, why: whyOf(params, outcome, last) };
	},
	live(_params, { units, distances }) {
		const [one, two] = units;
		if (!one || !two) return { symbols: {} };
		return {
			symbols: {
				w: {
					value: `(${one.theta
						.slice(0, 2)
						.map((value) => fixedWords(value, 3))
						.join(', ')})`,
					shape: '2×1',
				},
				v: { value: fixedWords(one.theta[3] ?? Number.NaN, 3) },
				slope: { value: fixedWords(one.slope, 3) },
				dzi: { value: fixedWords(one.dz, 4) },
				dzk: { value: fixedWords(two.dz, 4) },
				distance: { value: numberWords(distances.at(-1) ?? Number.NaN) },
			},
		};
	},
	table: (_params, { epoch, units, distances, losses }) => ({
		caption: `The hidden units after epoch ${epoch}: furthest apart ${numberWords(distances.at(-1) ?? 0)}, loss ${numberWords(losses.at(-1) ?? 0)}`,
		columns: ['unit', 'w₁', 'w₂', 'b', 'weight out', '∂ℓ/∂z, first example'],
		rows: units.map(({ theta, dz }, i) => [
			String(i + 1),
			...theta.map((value) => fixedWords(value, 4)),
			fixedWords(dz, 5),
		]),
	}),
};

function whyOf(
	{ init, width, activation }: RandomInitialisationParams,
	{ furthest, nearest, loss, moved, accuracy: right }: RandomInitialisationOutcome,
	{ units }: RandomInitialisationFrame,
): string {
	const percent = `${Math.round(100 * right)} %`;
	if (furthest > 0)
		return `The units began with different weights, so each got its own gradient (at the end ${units
			.slice(0, 2)
			.map(({ dz }) => fixedWords(dz, 4))
			.join(
				' and ',
			)} at units 1 and 2), and they spread out: the nearest two are ${numberWords(nearest)} apart, the furthest ${numberWords(furthest)}. Together they get the loss down to ${numberWords(loss)}, ${percent} right.`;
	if (moved === 0 && init === 'zero')
		return `With ${activation} every activation of the layer is ${activation} of 0, which is 0, and every weight out of it is 0 too: no weight got any gradient in ${EPOCHS} epochs, only the bias of the output. The loss is still ${numberWords(loss)}.`;
	return `Unit 1 moved by ${numberWords(moved)}, and each of the other ${width - 1} got the same gradient at every step, to the last bit, and moved with it. ${width} equal units are worth one: the loss stays at ${numberWords(loss)}, ${percent} right.`;
}
