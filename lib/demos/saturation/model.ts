import type { DemoModel } from '@/lib/demos/demo';
import { type Histogram, histogramOf } from '@/lib/demos/histogram';
import { fixedWords, numberWords, plainWords } from '@/lib/demos/number-words';
import { activations } from '@/lib/engine/activation';
import { forward } from '@/lib/engine/forward';
import { initialiseNetwork } from '@/lib/engine/initialise';
import { dense } from '@/lib/engine/layer-shape';
import { createMatrix } from '@/lib/engine/matrix';
import { openStream } from '@/lib/engine/random-stream';
import type { SaturationParams } from './params';

/** The pre-activations seen so far, as a histogram over [-reach, reach], and what they find on the curve of f. */
export interface SaturationFrame {
	/** Over [-reach, reach]. */
	histogram: Histogram;
	/** Share with |f'(z)| < 5 % of the greatest slope; 0 while nothing has been seen. */
	share: number;
	sdOfZ: number;
	/** The mean of f'(z) over the greatest slope. */
	meanSlope: number;
}

export type SaturationOutcome = Omit<SaturationFrame, 'histogram'>;

const UNITS = 40;
const EXAMPLES = 50;
/** How many pre-activations a run draws. */
export const Z_COUNT = UNITS * EXAMPLES;
const BINS = 48;
const FRAMES = 25;
const THRESHOLD = 0.05;

/** The z from which on f is flat: where f'(z) falls under 5 % of its greatest, for z > 0 (0 for ReLU, flat for z <= 0). */
export function flatFrom(activation: SaturationParams['activation']): number {
	const tanhEdge = Math.atanh(Math.sqrt(1 - THRESHOLD));
	return { tanh: tanhEdge, sigmoid: 2 * tanhEdge, relu: 0 }[activation];
}

/** Half the width of the z axis: three standard deviations of z, and never less than the flat zones need to be seen. */
export function reachOf({ activation, inputs, sd }: SaturationParams): number {
	return Math.max(1.5 * flatFrom(activation), 3 * sd * Math.sqrt(inputs), 0.3);
}

/** The engine's z of a layer of units with random weights, for random inputs of mean square 1. */
function drawPreActivations({ activation, inputs, sd, seed }: SaturationParams): Float64Array {
	const shape = { inputs, layers: [dense(UNITS, activation)] };
	const network = initialiseNetwork(shape, { kind: 'normal', sd }, openStream(seed, 'weights'));
	const stream = openStream(seed, 'data');
	const x = createMatrix(EXAMPLES, inputs);
	for (let k = 0; k < x.data.length; k++) x.data[k] = stream.normal();
	return forward(network, x).z[0]?.data ?? new Float64Array();
}

function frameOf(params: SaturationParams, z: Float64Array): SaturationFrame {
	const { derivative, maxSlope } = activations[params.activation];
	const reach = reachOf(params);
	const slopes = new Float64Array(z.length);
	let squares = 0;
	z.forEach((zk, k) => {
		slopes[k] = derivative(zk) / maxSlope;
		squares += zk * zk;
	});
	const over = Math.max(1, z.length);
	const flat = slopes.filter((slope) => slope < THRESHOLD).length;
	const meanSlope = slopes.reduce((sum, slope) => sum + slope, 0) / over;
	const histogram = histogramOf(z, -reach, reach, BINS);
	return { histogram, share: flat / over, sdOfZ: Math.sqrt(squares / over), meanSlope };
}

/** What a whole run comes to. */
export function saturationOutcome(params: SaturationParams): SaturationOutcome {
	const { share, sdOfZ, meanSlope } = frameOf(params, drawPreActivations(params));
	return { share, sdOfZ, meanSlope };
}

/** The demo `saturation`: pre-activations fall on the z axis, example by example. */
export const saturationModel: DemoModel<SaturationParams, SaturationFrame, SaturationOutcome> = {
	preview: (params) => frameOf(params, new Float64Array()),
	*run(params) {
		const z = drawPreActivations(params);
		for (let k = 1; k <= FRAMES; k++) yield frameOf(params, z.subarray(0, Math.round((z.length * k) / FRAMES)));
		const outcome = saturationOutcome(params);
		return { outcome, why: whyOf(params, outcome) };
	},
	live({ activation, inputs, sd }, { histogram, sdOfZ, meanSlope, share }) {
		const edge = flatFrom(activation);
		const known = {
			D: { value: numberWords(Math.sqrt(inputs)) },
			sdw: { value: plainWords(sd) },
			z: { value: edge === 0 ? 'z ≤ 0' : `|z| > ${fixedWords(edge, 2)}` },
		};
		if (histogram.total === 0) return { symbols: known };
		return {
			symbols: {
				...known,
				sdz: { value: numberWords(sdOfZ) },
				slope: { value: numberWords(meanSlope) },
				share: { value: `${fixedWords(100 * share, 1)} %` },
			},
		};
	},
	table: (_params, { histogram: { low, high, counts, below, above, total }, share }) => {
		const at = (edge: number) => fixedWords(low + ((high - low) * edge) / counts.length, 2);
		return {
			caption: `Pre-activations by size: ${total} seen, ${fixedWords(100 * share, 1)} % of them saturated`,
			columns: ['z from', 'to', 'units'],
			rows: [
				['below', at(0), String(below)],
				...counts.map((count, bin) => [at(bin), at(bin + 1), String(count)]),
				['above', at(counts.length), String(above)],
			],
		};
	},
};

function whyOf({ activation, inputs, sd }: SaturationParams, outcome: SaturationOutcome): string {
	const { share, sdOfZ, meanSlope } = outcome;
	const sum = `z adds up ${inputs} term${inputs === 1 ? '' : 's'} of size ${plainWords(sd)}, so its own size is √${inputs} × ${plainWords(sd)} = ${numberWords(sd * Math.sqrt(inputs))} (measured ${numberWords(sdOfZ)})`;
	const percent = `${fixedWords(100 * share, share < 0.1 ? 1 : 0)} %`;
	if (activation === 'relu')
		return `${sum}; but ReLU is flat just where z is negative, which is half of the time at any scale: ${percent} here, and the other units have slope 1.`;
	const edge = flatFrom(activation);
	const near = edge < sdOfZ ? 'only ' : '';
	return `${sum}; ${activation} is flat beyond ±${fixedWords(edge, 2)}, ${near}${numberWords(edge / sdOfZ)} of that size away from 0, and ${percent} lie out there. On average the slope is ${numberWords(meanSlope)} of its greatest: that much of the gradient gets through.`;
}
