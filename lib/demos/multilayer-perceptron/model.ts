import type { DemoModel } from '@/lib/demos/demo';
import { listWords } from '@/lib/demos/number-lists';
import { fixedWords, numberWords } from '@/lib/demos/number-words';
import { type PlaneGrid, planeInputs, unitGrids } from '@/lib/demos/plane-grid';
import { accuracy } from '@/lib/engine/accuracy';
import { backward } from '@/lib/engine/backward';
import { forward, outputOf } from '@/lib/engine/forward';
import type { Network } from '@/lib/engine/network';
import { type HiddenSpace, hiddenSpace } from './hidden-space';
import { BATCH, perceptronData, perceptronTrainer } from './net';
import type { PerceptronParams } from './params';
import { type PerceptronWalk, walkTraining } from './walk';

/** The net at an epoch: what it answers over the plane, and the plane as its last hidden layer sees it. */
export interface PerceptronFrame {
	epoch: number;
	loss: number;
	/** Share of the examples classified right, after every `EVERY` epochs so far. */
	accuracies: number[];
	answer: PlaneGrid;
	space: HiddenSpace;
	/** The weights of the output. */
	w: number[];
	/** Index of each example that is classified wrong. */
	wrong: number[];
	/** The batch that training has just gone through, while it is walked through. */
	walk: PerceptronWalk | null;
}

/** How many examples came out right. */
export interface PerceptronOutcome {
	accuracy: number;
	loss: number;
	/** How many weights and biases the net has. */
	parameters: number;
}

/** Epochs of the run, and how many pass from frame to frame. */
export const EPOCHS = 100;
export const EVERY = 2;
/** The plane shown is [-HALF, HALF]². */
export const HALF = 1.15;
/** The share right that the prediction is about: what one straight line makes of the four corners of XOR. */
export const BAR = 0.75;
const CELLS = planeInputs(40, HALF);

function frameOf(
	network: Network,
	params: PerceptronParams,
	epoch: number,
	before: PerceptronFrame | null,
): PerceptronFrame {
	const data = perceptronData(params);
	const pass = forward(network, data.x);
	const outputs = outputOf(pass);
	const [answer] = unitGrids(network, CELLS);
	return {
		epoch,
		loss: backward(network, pass, 'binary-cross-entropy', data.y).loss,
		accuracies: [...(before?.accuracies ?? []), accuracy(outputs, data.y)],
		answer: answer as PlaneGrid,
		space: hiddenSpace(network, data.x, CELLS, before?.space.axis ?? null),
		w: [...(network.weights.at(-1)?.data ?? [])],
		wrong: Array.from(outputs.data.keys()).filter((k) => (outputs.data[k] ?? 0) > 0.5 !== (data.y.data[k] ?? 0) > 0.5),
		walk: null,
	};
}

/** A frame of the walk: only an update changes the net; the curve has a point for every `EVERY` epochs alone. */
function walkFrame(network: Network, params: PerceptronParams, walk: PerceptronWalk, before: PerceptronFrame) {
	if (walk.phase !== 'update') return { ...before, walk };
	const epoch = walk.epoch - (walk.batch === walk.batches ? 0 : 1);
	const frame = frameOf(network, params, epoch, before);
	const onCurve = epoch > before.epoch && epoch % EVERY === 0;
	return { ...frame, accuracies: onCurve ? frame.accuracies : before.accuracies, walk };
}

/** The share of the examples that the trained net classifies right, without frames. */
export function trainedAccuracy(params: PerceptronParams): number {
	const trainer = perceptronTrainer(params);
	for (let epoch = 0; epoch < EPOCHS; epoch++) trainer.epoch();
	const data = perceptronData(params);
	return accuracy(outputOf(forward(trainer.network, data.x)), data.y);
}

/** The demo `multilayer-perceptron`: a net learns to part two classes, with or without hidden layers. */
export const perceptronModel: DemoModel<PerceptronParams, PerceptronFrame, PerceptronOutcome> = {
	preview: (params) => frameOf(perceptronTrainer(params).network, params, 0, null),
	*run(params) {
		const trainer = perceptronTrainer(params);
		let frame = frameOf(trainer.network, params, 0, null);
		yield frame;
		for (let epoch = 1; epoch <= EPOCHS; epoch++) {
			trainer.epoch();
			if (epoch % EVERY > 0) continue;
			frame = frameOf(trainer.network, params, epoch, frame);
			yield frame;
		}
		const right = frame.accuracies.at(-1) ?? Number.NaN;
		const outcome = { accuracy: right, loss: frame.loss, parameters: trainer.network.parameters.length };
		return { outcome, why: whyOf(params, outcome) };
	},
	*train(params) {
		const trainer = perceptronTrainer(params);
		const data = perceptronData(params);
		const batches = Math.ceil(data.x.rows / BATCH);
		let frame = frameOf(trainer.network, params, 0, null);
		let grain = yield frame;
		const walk = walkTraining(trainer, { epochs: EPOCHS, batches });
		walk.next();
		for (let step = walk.next(grain); ; step = walk.next(grain)) {
			if (step.done) {
				const right = percent(accuracy(outputOf(forward(trainer.network, data.x)), data.y));
				return step.value
					? `Training stopped at step ${step.value.step}: ${step.value.quantity} of layer ${step.value.layer} is no longer finite.`
					: `After ${EPOCHS} epochs of ${batches === 1 ? 'one batch' : `${batches} batches`} ${right} of the examples come out right, as in the run: the same seed takes the same steps.`;
			}
			if (!step.value) continue;
			frame = walkFrame(trainer.network, params, step.value, frame);
			grain = yield frame;
		}
	},
	live: ({ hidden, width, activation }, { loss, epoch, w, accuracies, space }) => ({
		symbols: {
			x: { value: `${space.points.length} points`, shape: '2×1 each' },
			w: { value: listWords(w.slice(0, 4), 1) + (w.length > 4 ? ' …' : ''), shape: `${w.length}×1` },
			y: { value: `on the right side for ${percent(accuracies.at(-1) ?? 0)}` },
			L: { value: String(hidden + 1) },
			...(hidden > 0 ? { M: { value: String(width) }, f: { value: activation } } : {}),
			loss: { value: `${numberWords(loss)} at epoch ${epoch}` },
		},
		line: hidden === 0 ? 0 : 1,
	}),
	table: (_params, { epoch, loss, accuracies, space }) => ({
		caption: `Share of the ${space.points.length} examples classified right; epoch ${epoch}, loss ${fixedWords(loss, 3)}`,
		columns: ['epoch', 'right'],
		rows: accuracies.map((share, k) => [String(k * EVERY), percent(share)]).filter((_, k) => k % 5 === 0),
	}),
};

/** A share in whole percent, or to a tenth where that matters. */
export function percent(share: number): string {
	return `${Number((100 * share).toFixed(1))} %`;
}

function whyOf(
	{ hidden, width, activation, data }: PerceptronParams,
	{ accuracy: right, parameters }: PerceptronOutcome,
): string {
	const came = `With ${parameters} weights and biases ${percent(right)} of the examples came out right.`;
	const straight =
		'so its boundary is where one weighted sum of x₁ and x₂ changes sign, a straight line, however long it trains';
	const fit =
		right >= 0.95
			? 'and for these data a line is enough'
			: `and no line parts ${data === 'xor' ? 'the four corners of XOR' : 'these classes'}`;
	if (hidden === 0) return `${came} Without a hidden layer the output sees the input itself, ${straight}, ${fit}.`;
	if (activation === 'identity')
		return `${came} Layers of identities are one linear layer in all, ${straight}, ${fit}: more than one layer helps only with a bend in it.`;
	return right >= 0.95
		? `${came} ${hidden === 1 ? 'The hidden layer folds' : 'The hidden layers fold'} the plane, with ${width} unit${width === 1 ? '' : 's'} a layer, until one straight line, the upright one in the right picture, parts the classes; seen from the plane that line is bent.`
		: `${came} The last layer still draws one straight line, and what ${hidden === 1 ? 'the hidden layer makes' : 'the hidden layers make'} of the plane with ${width} unit${width === 1 ? '' : 's'} a layer is not parted by it: more units, or more epochs, would give it more to fold with.`;
}
