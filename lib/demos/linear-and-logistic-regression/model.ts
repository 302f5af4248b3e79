import type { DemoModel } from '@/lib/demos/demo';
import { numberWords, plainWords } from '@/lib/demos/number-words';
import { type PlaneGrid, planeInputs, unitGrids } from '@/lib/demos/plane-grid';
import { drawLine } from '@/lib/engine/data-curve';
import { drawDataSet } from '@/lib/engine/data-set';
import { forward } from '@/lib/engine/forward';
import { initialiseNetwork } from '@/lib/engine/initialise';
import { dense } from '@/lib/engine/layer-shape';
import { createMatrix, type Matrix } from '@/lib/engine/matrix';
import type { Network } from '@/lib/engine/network';
import { openStream } from '@/lib/engine/random-stream';
import { createTrainer } from '@/lib/engine/train';
import { type LinearFit, leastSquares, linearOutputs, newtonLogistic } from './classical-fit';
import type { RegressionParams } from './params';

/** The net at one epoch beside the classical answer. */
export interface RegressionFrame {
	epoch: number;
	/** Weights and then the bias of the net; null with a hidden layer. */
	fit: LinearFit | null;
	classical: LinearFit;
	/** Linear: the net's answers at `LINE_XS`. */
	line: number[];
	/** Logistic: the net's answers over the plane. */
	plane: PlaneGrid | null;
	/** The greatest distance between the z of the net and of the classical fit, over the examples; epoch by epoch. */
	gaps: { epoch: number; gap: number }[];
}

/** How far the net still is from the classical answer. */
export interface RegressionOutcome {
	epochs: number;
	start: number;
	gap: number;
	/** What the gap is multiplied by in an epoch, at the end. */
	rate: number;
	hidden: boolean;
	fit: LinearFit | null;
	classical: LinearFit;
}

/** The picture's points: x [N, 1 or 2] and the targets. */
export function regressionData({ model, seed }: Pick<RegressionParams, 'model' | 'seed'>): { x: Matrix; y: Matrix } {
	const stream = openStream(seed, 'data');
	// Clouds wide enough to overlap: only then has the logistic likelihood a greatest value.
	if (model === 'logistic') return drawDataSet('gauss', { size: 80, noise: 0.75 }, stream);
	return drawLine({ size: 40, noise: 0.2, slope: 0.8, intercept: 0.2 }, stream);
}

/** Where the line is drawn. */
export const LINE_XS: readonly number[] = Array.from({ length: 49 }, (_, k) => -1.2 + 0.05 * k);
/** The plane shown is [-HALF, HALF]². */
export const HALF = 2.5;
const grid = planeInputs(41, HALF);

function trainerOf({ model, hidden, seed }: RegressionParams, data: { x: Matrix; y: Matrix }) {
	const layers = [
		...(hidden === '0' ? [] : [dense(Number(hidden), 'tanh')]),
		dense(1, model === 'linear' ? 'identity' : 'sigmoid'),
	];
	return createTrainer({
		network: initialiseNetwork(
			{ inputs: data.x.columns, layers },
			{ kind: 'inverse-sqrt' },
			openStream(seed, 'weights'),
		),
		loss: model === 'linear' ? 'mean-squared-error' : 'binary-cross-entropy',
		optimiser: { kind: 'sgd', learningRate: model === 'linear' ? 0.4 : 3 },
		data,
		batchSize: data.x.rows,
		seed,
	});
}

const zOf = (network: Network, x: Matrix) => Array.from(forward(network, x).z.at(-1)?.data ?? []);

/** The demo `linear-and-logistic-regression`: gradient descent on one layer, beside what the classical methods find at once. */
export const regressionModel: DemoModel<RegressionParams, RegressionFrame, RegressionOutcome> = {
	preview: (params) => framesOf(params).next().value as RegressionFrame,
	*run(params) {
		let last: RegressionFrame | undefined;
		for (const frame of framesOf(params)) {
			last = frame;
			yield frame;
		}
		const { gaps, fit, classical } = last as RegressionFrame;
		const [end, before] = [gaps.at(-1), gaps.at(-2)];
		const rate = ((end?.gap ?? 0) / (before?.gap ?? 1)) ** (1 / ((end?.epoch ?? 1) - (before?.epoch ?? 0)));
		const outcome = {
			epochs: params.epochs,
			start: gaps[0]?.gap ?? Number.NaN,
			gap: end?.gap ?? Number.NaN,
			rate,
			hidden: params.hidden !== '0',
			fit,
			classical,
		};
		return { outcome, why: whyOf(params, outcome) };
	},
	live: ({ model }, { fit, classical, gaps }) => ({
		symbols: {
			f: { value: model === 'linear' ? 'identity' : 'sigmoid' },
			...(fit
				? { w: { value: fit.slice(0, -1).map(numberWords).join(', ') }, b: { value: numberWords(fit.at(-1) ?? 0) } }
				: {}),
			star: { value: classical.map(numberWords).join(', ') },
			gap: { value: numberWords(gaps.at(-1)?.gap ?? 0) },
		},
	}),
	table: (_params, { epoch, fit, classical, gaps }) => ({
		caption:
			`The distance to the classical fit, epoch by epoch. Epoch ${epoch}: ` +
			`${fit ? `net ${fit.map(numberWords).join(', ')}; ` : ''}classical ${classical.map(numberWords).join(', ')} (weights, then bias)`,
		columns: ['epoch', 'greatest distance'],
		rows: gaps.map((point) => [String(point.epoch), numberWords(point.gap)]),
	}),
};

function* framesOf(params: RegressionParams): Generator<RegressionFrame, void, void> {
	const data = regressionData(params);
	const classical = (params.model === 'linear' ? leastSquares : newtonLogistic)(data.x, data.y);
	const wanted = linearOutputs(classical, data.x);
	const xs = createMatrix(LINE_XS.length, 1, Float64Array.from(LINE_XS));
	const trainer = trainerOf(params, data);
	const gaps: RegressionFrame['gaps'] = [];
	const every = Math.max(1, Math.ceil(params.epochs / 50));
	for (let epoch = 0; epoch <= params.epochs; epoch++) {
		if (epoch > 0) trainer.epoch();
		if (epoch % every !== 0 && epoch !== params.epochs) continue;
		const { network } = trainer;
		gaps.push({ epoch, gap: Math.max(...zOf(network, data.x).map((z, k) => Math.abs(z - (wanted[k] ?? 0)))) });
		const fit = params.hidden === '0' ? Array.from(network.parameters) : null;
		const linear = params.model === 'linear';
		const line = linear ? zOf(network, xs) : [];
		yield {
			epoch,
			fit,
			classical,
			line,
			plane: linear ? null : (unitGrids(network, grid)[0] ?? null),
			gaps: [...gaps],
		};
	}
}

function whyOf({ model }: RegressionParams, { epochs, start, gap, rate, hidden }: RegressionOutcome): string {
	const method = model === 'linear' ? 'least squares' : 'Newton’s method';
	if (hidden) {
		return (
			`With hidden units z is no longer a straight function of x: it bends after the data and stays ${numberWords(gap)} away from ` +
			`what ${method} finds. Take the hidden layer out, and the two are one model.`
		);
	}
	const near =
		gap < 1e-12 ? ', the limit of the arithmetic' : `; near the end each epoch leaves ${plainWords(rate)} of the gap`;
	return (
		`One layer and this loss make one convex bowl, and ${method} jumps to its lowest point. Gradient descent walked there: ` +
		`the gap went from ${numberWords(start)} to ${numberWords(gap)} in ${epochs} epochs${near}.`
	);
}
