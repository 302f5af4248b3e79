import type { DemoModel } from '@/lib/demos/demo';
import { type Histogram, histogramOf } from '@/lib/demos/histogram';
import { fixedWords, numberWords, plainWords } from '@/lib/demos/number-words';
import { initialiseNetwork } from '@/lib/engine/initialise';
import { dense } from '@/lib/engine/layer-shape';
import { createMatrix, type Matrix } from '@/lib/engine/matrix';
import { openStream } from '@/lib/engine/random-stream';
import type { VarianceParams } from './params';

/** The sums z of every unit and example when the first `d` inputs have been added. */
export interface VarianceFrame {
	/** How many of the D inputs the sums hold so far; 0 before the run. */
	d: number;
	variance: number;
	/** The share of z whose slope is under 5 % of the greatest. */
	saturated: number;
	histogram: Histogram;
	/** Var(z) after each number of inputs shown so far. */
	grown: { d: number; variance: number }[];
}

/** What all D inputs came to. */
export interface VarianceOutcome {
	inputs: number;
	variance: number;
	saturated: number;
	/** The variance of one weight, and E[x²]: the variance that each term of the sum adds is their product. */
	weight: number;
	square: number;
}

const UNITS = 128;
const EXAMPLES = 128;

const BINS = 61;

/** Beyond this |z| the slope is under 5 % of the greatest: tanh'(z) = sech²(z) = 1/20; the sigmoid is tanh at half the z. */
export function flatFrom(activation: VarianceParams['activation']): number {
	return (activation === 'sigmoid' ? 2 : 1) * Math.acosh(Math.sqrt(20));
}

/** Half the width of the histogram: room for the widest sums of this setting and for both flat parts. */
export function reachOf({ inputs, rule, activation }: VarianceParams): number {
	return Math.max(1.5 * flatFrom(activation), 3.2 * (rule === 'unit' ? Math.sqrt(inputs) : 1));
}

/** One layer of 128 units and 128 examples of D standard normal inputs. */
export function varianceLayer({ inputs, rule, activation, seed }: VarianceParams): { W: Matrix; x: Matrix } {
	const sd = rule === 'unit' ? 1 : 1 / Math.sqrt(inputs);
	const shape = { inputs, layers: [dense(UNITS, activation)] };
	const network = initialiseNetwork(shape, { kind: 'normal', sd }, openStream(seed, 'weights'));
	const x = createMatrix(EXAMPLES, inputs);
	const data = openStream(seed, 'data');
	for (let k = 0; k < x.data.length; k++) x.data[k] = data.normal();
	return { W: network.weights[0] as Matrix, x };
}

/** Adds the terms `W_ij x_j` of inputs from..to (from 0, `to` not included) to every sum in `z`. */
export function addTerms({ W, x }: { W: Matrix; x: Matrix }, from: number, to: number, z: Float64Array): void {
	const D = x.columns;
	for (let b = 0; b < x.rows; b++) {
		for (let i = 0; i < W.rows; i++) {
			let sum = z[b * W.rows + i] as number;
			for (let j = from; j < to; j++) sum += (W.data[i * D + j] as number) * (x.data[b * D + j] as number);
			z[b * W.rows + i] = sum;
		}
	}
}

function meanSquare(numbers: Float64Array): number {
	return numbers.reduce((sum, number) => sum + number * number, 0) / numbers.length;
}

function frameOf(params: VarianceParams, d: number, z: Float64Array, before: VarianceFrame['grown']): VarianceFrame {
	const [reach, flat] = [reachOf(params), flatFrom(params.activation)];
	const beyond = z.filter((value) => Math.abs(value) > flat).length;
	// Var(z) about its known mean, 0.
	const variance = meanSquare(z);
	return {
		d,
		variance,
		saturated: beyond / z.length,
		histogram: histogramOf(z, -reach, reach, BINS),
		grown: [...before, { d, variance }],
	};
}

/** The demo `initialisation-variance`: z grows term by term, and its spread with it. */
export const varianceModel: DemoModel<VarianceParams, VarianceFrame, VarianceOutcome> = {
	preview: (params) => ({
		d: 0,
		variance: 0,
		saturated: 0,
		histogram: histogramOf([], -reachOf(params), reachOf(params), BINS),
		grown: [],
	}),
	*run(params) {
		const layer = varianceLayer(params);
		const z = new Float64Array(UNITS * EXAMPLES);
		let frame = this.preview(params);
		const stops = new Set(Array.from({ length: 24 }, (_, k) => Math.round(1 + ((params.inputs - 1) * k) / 23)));
		for (const d of stops) {
			addTerms(layer, frame.d, d, z);
			frame = frameOf(params, d, z, frame.grown);
			yield frame;
		}
		const outcome = {
			inputs: params.inputs,
			variance: frame.variance,
			saturated: frame.saturated,
			weight: meanSquare(layer.W.data),
			square: meanSquare(layer.x.data),
		};
		return { outcome, why: whyOf(outcome) };
	},
	live: ({ inputs, rule }, frame) => ({
		symbols: {
			D: { value: String(inputs) },
			w: { value: rule === 'unit' ? '1' : plainWords(1 / inputs) },
			...(frame.d > 0 ? { var: { value: `${numberWords(frame.variance)} after ${frame.d} terms` } } : {}),
		},
	}),
	table: (_params, { d, variance, saturated, grown }) => ({
		caption: `Var(z) as inputs are added; now ${d} inputs: ${numberWords(variance)}, saturated ${fixedWords(100 * saturated, 1)} %`,
		columns: ['inputs added', 'Var(z)', 'Var(z) per input'],
		rows: grown.map((point) => [String(point.d), numberWords(point.variance), numberWords(point.variance / point.d)]),
	}),
};

function whyOf({ inputs, variance, saturated, weight, square }: VarianceOutcome): string {
	return (
		`Each of the ${inputs} terms adds E[W²] × E[x²] = ${numberWords(weight)} × ${numberWords(square)} to the variance: ` +
		`${numberWords(inputs * weight * square)} in all, and ${numberWords(variance)} was measured. ` +
		`So |z| is about ${numberWords(Math.sqrt(variance))}, and ${fixedWords(100 * saturated, 0)} % of the units start saturated.`
	);
}
