import type { DemoModel } from '@/lib/demos/demo';
import { type Histogram, histogramOf } from '@/lib/demos/histogram';
import { fixedWords, numberWords, plainWords } from '@/lib/demos/number-words';
import { activations } from '@/lib/engine/activation';
import { backward } from '@/lib/engine/backward';
import { forward } from '@/lib/engine/forward';
import { initialiseNetwork } from '@/lib/engine/initialise';
import { dense } from '@/lib/engine/layer-shape';
import { createMatrix, type Matrix } from '@/lib/engine/matrix';
import { norm, saturatedShares } from '@/lib/engine/norms';
import { openStream } from '@/lib/engine/random-stream';
import type { SignalParams } from './params';

/** An untrained net whose weights have one standard deviation. */
export interface Signal {
	sd: number;
	/** The median over the examples of the norm of dl/dz^l, from layer 1 to L. */
	norms: number[];
	/** The slopes f'(z) of all hidden units, as shares of the greatest slope. */
	slopes: Histogram;
	/** The share of hidden units under 5 % of the greatest slope. */
	saturated: number;
}

/** The sweep so far, and the net on show. */
export interface SignalFrame {
	sweep: { sd: number; first: number }[];
	now: Signal;
	running: boolean;
}

/** Where the gradient at layer 1 was greatest, and what the ends of the scale and the chosen scale make of it. */
export interface SignalOutcome {
	peak: Signal;
	least: Signal;
	greatest: Signal;
	chosen: Signal;
}

const WIDTH = 16;
const EXAMPLES = 120;
/** Five scales a decade, from 0.01 to 100. */
export const SCALES: readonly number[] = Array.from({ length: 21 }, (_, k) =>
	Number((10 ** (k / 5 - 2)).toPrecision(3)),
);

/** Both passes through an untrained net 16-…-16-1 with a sigmoid output; the same draws for each sd, only scaled. */
export function signalAt({ activation, depth, seed }: SignalParams, sd: number): Signal {
	const hidden = Array.from({ length: depth - 1 }, () => dense(WIDTH, activation));
	const shape = { inputs: WIDTH, layers: [...hidden, dense(1, 'sigmoid')] };
	const network = initialiseNetwork(shape, { kind: 'normal', sd }, openStream(seed, 'weights'));
	const { x, y } = examplesOf(seed);
	const pass = forward(network, x);
	const { dz } = backward(network, pass, 'binary-cross-entropy', y);
	const { derivative, maxSlope } = activations[activation];
	const slopes = pass.z.slice(0, -1).flatMap(({ data }) => Array.from(data, (z) => derivative(z) / maxSlope));
	const shares = saturatedShares(network, pass).slice(0, -1);
	return {
		sd,
		// A few examples in thousands pass where most get nothing: the middle one tells how it goes, a mean does not.
		norms: dz.map(({ data, columns }) =>
			median(Array.from({ length: EXAMPLES }, (_, b) => norm(data.subarray(b * columns, (b + 1) * columns)))),
		),
		slopes: histogramOf(slopes, 0, 1, 20),
		saturated: shares.reduce((sum, share) => sum + share, 0) / shares.length,
	};
}

/** Inputs of mean square 1, and a class for each: the sign of the first. */
function examplesOf(seed: number): { x: Matrix; y: Matrix } {
	const stream = openStream(seed, 'data');
	const x = createMatrix(EXAMPLES, WIDTH);
	for (let k = 0; k < x.data.length; k++) x.data[k] = stream.normal();
	const y = createMatrix(
		EXAMPLES,
		1,
		x.data.filter((_, k) => k % WIDTH === 0).map((first) => (first > 0 ? 1 : 0)),
	);
	return { x, y };
}

function median(numbers: number[]): number {
	const sorted = numbers.sort((a, b) => a - b);
	return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2;
}

const firstOf = (signal: Signal) => signal.norms[0] ?? 0;

/** The demo `initialisation-gradient-signal`: the gradient at layer 1 for every scale of the weights, before any training. */
export const signalModel: DemoModel<SignalParams, SignalFrame, SignalOutcome> = {
	preview: (params) => ({ sweep: [], now: signalAt(params, params.sd), running: false }),
	*run(params) {
		const swept: Signal[] = [];
		for (const sd of SCALES) {
			const now = signalAt(params, sd);
			swept.push(now);
			yield { sweep: swept.map((signal) => ({ sd: signal.sd, first: firstOf(signal) })), now, running: true };
		}
		const chosen = signalAt(params, params.sd);
		yield { sweep: swept.map((signal) => ({ sd: signal.sd, first: firstOf(signal) })), now: chosen, running: false };
		const peak = swept.reduce((best, signal) => (firstOf(signal) > firstOf(best) ? signal : best));
		const outcome = { peak, least: swept[0] as Signal, greatest: swept.at(-1) as Signal, chosen };
		return { outcome, why: whyOf(outcome) };
	},
	live: ({ depth }, { now }) => ({
		symbols: {
			sd: { value: plainWords(now.sd) },
			first: { value: `${numberWords(firstOf(now))} at layer 1` },
			last: { value: `${numberWords(now.norms.at(-1) ?? 0)} at layer ${depth}` },
			slope: { value: `${fixedWords(100 * now.saturated, 0)} % under 5 % of the greatest` },
		},
	}),
	table: (_params, { sweep, now }) => ({
		caption: `The gradient at layer 1 by scale; at sd ${plainWords(now.sd)}, layer by layer: ${now.norms.map((n) => numberWords(n)).join(', ')}`,
		columns: ['sd of the weights', '‖∂ℓ/∂z¹‖, median'],
		rows: sweep.map(({ sd, first }) => [plainWords(sd), numberWords(first)]),
	}),
};

function whyOf({ peak, least, greatest, chosen }: SignalOutcome): string {
	const share = (signal: Signal) => `${fixedWords(100 * signal.saturated, 0)} %`;
	return (
		`At sd ${plainWords(least.sd)} only ${share(least)} of the hidden units are saturated, yet every step back multiplies by tiny weights: ` +
		`${numberWords(firstOf(least))} is left at layer 1. At sd ${plainWords(greatest.sd)} ${share(greatest)} are saturated and the slopes let ` +
		`${numberWords(firstOf(greatest))} through. The best of the scales tried is sd ${plainWords(peak.sd)} (${share(peak)} saturated): ${numberWords(firstOf(peak))}; ` +
		`yours, ${plainWords(chosen.sd)}, gives ${numberWords(firstOf(chosen))}.`
	);
}
