import type { DemoModel } from '@/lib/demos/demo';
import { fixedWords, numberWords } from '@/lib/demos/number-words';
import { type PlaneGrid, planeInputs, unitGrids } from '@/lib/demos/plane-grid';
import { cosine, sine } from '@/lib/engine/circular';
import { drawClusters } from '@/lib/engine/data-clusters';
import { forward, outputOf } from '@/lib/engine/forward';
import { initialiseNetwork } from '@/lib/engine/initialise';
import { dense } from '@/lib/engine/layer-shape';
import { createMatrix, type Matrix, toRows } from '@/lib/engine/matrix';
import { openStream } from '@/lib/engine/random-stream';
import { createTrainer } from '@/lib/engine/train';
import { codeWords, nearestClass } from './code-words';
import type { EncodingParams } from './params';

/** The net at one epoch. */
export interface EncodingFrame {
	epoch: number;
	/** Null before the run. */
	loss: number | null;
	/** The share of points whose nearest code word is their own. */
	accuracy: number;
	/** The share of points on the right side of each output's boundary. */
	bits: number[];
	/** Each output over the plane. */
	maps: PlaneGrid[];
	/** The class decoded for each point. */
	decoded: number[];
}

/** What training came to. */
export interface EncodingOutcome {
	accuracy: number;
	bits: number[];
	outputs: number;
}

const EACH = 25;
const EPOCHS = 200;
/** K round clusters on a circle: class 0 at the upper left, then clockwise, as in the card's figure. */
export function encodingPoints({ classes, seed }: Pick<EncodingParams, 'classes' | 'seed'>): {
	x: Matrix;
	labels: readonly number[];
} {
	const spread = Math.min(0.12, 0.4 / classes);
	const { x, labels } = drawClusters({ classes, size: EACH * classes, spread }, openStream(seed, 'data'));
	const [c, s] = [cosine(0.75 * Math.PI), sine(0.75 * Math.PI)];
	for (let k = 0; k < x.data.length; k += 2) {
		const [x1, x2] = [x.data[k] as number, x.data[k + 1] as number];
		x.data[k] = c * x1 + s * x2;
		x.data[k + 1] = s * x1 - c * x2;
	}
	return { x, labels };
}

/** The maps show [-HALF, HALF]². */
export const HALF = 1.2;
const grid = planeInputs(29, HALF);

/** A frame every 5 epochs; without maps where nobody looks at them. */
function* framesOf(params: EncodingParams, drawn = true): Generator<EncodingFrame, void, void> {
	const { x, labels } = encodingPoints(params);
	const words = codeWords(params.classes, params.encoding);
	const outputs = words[0]?.length ?? 0;
	const y = createMatrix(x.rows, outputs, Float64Array.from(labels.flatMap((label) => words[label] ?? [])));
	const layers = [...(params.hidden > 0 ? [dense(params.hidden, 'tanh')] : []), dense(outputs, 'sigmoid')];
	const trainer = createTrainer({
		network: initialiseNetwork({ inputs: 2, layers }, { kind: 'inverse-sqrt' }, openStream(params.seed, 'weights')),
		loss: 'binary-cross-entropy',
		optimiser: { kind: 'sgd', learningRate: 0.25 * outputs },
		data: { x, y },
		batchSize: 20,
		seed: params.seed,
	});
	for (let epoch = 0, loss: number | null = null; epoch <= EPOCHS; epoch++) {
		if (epoch > 0) loss = trainer.epoch().ok ? (trainer.last()?.gradients.loss ?? null) : null;
		if (epoch % 5 !== 0) continue;
		const rows = toRows(outputOf(forward(trainer.network, x)));
		const decoded = rows.map((row) => nearestClass(row, words));
		const share = (right: (k: number) => boolean) => labels.filter((_, k) => right(k)).length / labels.length;
		yield {
			epoch,
			loss,
			accuracy: share((k) => decoded[k] === labels[k]),
			bits: Array.from({ length: outputs }, (_, bit) =>
				share((k) => (rows[k]?.[bit] ?? 0) > 0.5 === (words[labels[k] ?? 0]?.[bit] === 1)),
			),
			maps: drawn ? unitGrids(trainer.network, grid) : [],
			decoded,
		};
	}
}

/** The share of points decoded right after training. */
export function trainedAccuracy(params: EncodingParams): number {
	let accuracy = Number.NaN;
	for (const frame of framesOf(params, false)) accuracy = frame.accuracy;
	return accuracy;
}

/** The demo `class-encoding`: a net learns the code words of clusters on a circle. */
export const encodingModel: DemoModel<EncodingParams, EncodingFrame, EncodingOutcome> = {
	preview: (params) => framesOf(params).next().value as EncodingFrame,
	*run(params) {
		let last: EncodingFrame | undefined;
		for (const frame of framesOf(params)) {
			last = frame;
			yield frame;
		}
		const { accuracy, bits } = last as EncodingFrame;
		const outcome = { accuracy, bits, outputs: bits.length };
		return { outcome, why: whyOf(params, outcome) };
	},
	live: ({ classes, encoding }, { bits, accuracy, epoch }) => ({
		symbols: {
			K: { value: String(classes) },
			outputs: { value: String(bits.length) },
			code: {
				value: codeWords(classes, encoding)
					.map((word) => word.join(''))
					.join(' '),
			},
			right: { value: `${fixedWords(100 * accuracy, 0)} % at epoch ${epoch}` },
		},
	}),
	table: ({ classes, encoding }, { epoch, loss, bits, accuracy }) => {
		const words = codeWords(classes, encoding);
		return {
			caption: `Epoch ${epoch}: ${fixedWords(100 * accuracy, 0)} % decoded right${loss === null ? '' : `, loss ${numberWords(loss)}`}`,
			columns: ['output', 'classes with a 1', 'points on the right side'],
			rows: bits.map((share, bit) => [
				outputName(encoding, bit, bits.length),
				words.flatMap((word, k) => (word[bit] === 1 ? [k] : [])).join(', ') || 'none',
				`${fixedWords(100 * share, 0)} %`,
			]),
		};
	},
};

/** What an output stands for: "class 2", "bit 4" (its place value). */
export function outputName(encoding: EncodingParams['encoding'], output: number, outputs: number): string {
	return encoding === 'one-hot' ? `class ${output}` : `bit ${output + 1} of ${outputs}`;
}

/** How often an output's target changes on the way round the circle. */
export function turnsOf(words: readonly (readonly number[])[], bit: number): number {
	return words.filter((word, k) => word[bit] !== words[(k + 1) % words.length]?.[bit]).length;
}

function whyOf({ classes, encoding, hidden }: EncodingParams, { accuracy, bits }: EncodingOutcome): string {
	const words = codeWords(classes, encoding);
	const hard = bits.flatMap((_, bit) => (turnsOf(words, bit) > 2 ? [bit] : []));
	const right = `${fixedWords(100 * accuracy, 0)} % are decoded right`;
	if (hard.length === 0) {
		return `Going round the circle each output changes between 0 and 1 only twice, so one straight line is enough for each of the ${bits.length}: ${right}.`;
	}
	const named = hard
		.map((bit) => `${outputName(encoding, bit, bits.length)} reads ${words.map((word) => word[bit]).join(', ')}`)
		.join('; ');
	return hidden === 0
		? `Going round the circle ${named}: it changes more than twice, no straight line parts such classes, and ${right}.`
		: `Going round the circle ${named}; no straight line parts that, but ${hidden} hidden units can bend one: ${right}.`;
}
