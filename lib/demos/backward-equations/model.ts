import type { DemoModel, LiveNumber } from '@/lib/demos/demo';
import { listWords, matrixWords } from '@/lib/demos/number-lists';
import { numberWords, powerWords, superscript } from '@/lib/demos/number-words';
import { checkGradients } from '@/lib/engine/gradient-check';
import { at, matrixOf, toRows } from '@/lib/engine/matrix';
import { type Trace, traceExample } from '@/lib/engine/trace';
import { backwardExample, backwardNet } from './net';
import { type BackwardParams, placeOf } from './params';

/** One layer's numbers as plain lists; gradients with respect to vectors are rows. */
export interface BackwardLayer {
	l: number;
	W: number[][];
	b: number[];
	/** a^(l-1). */
	input: number[];
	z: number[];
	a: number[];
	/** f'(z^l). */
	slope: number[];
	da: number[];
	dz: number[];
	dW: number[][];
	db: number[];
}

/** Which quantity a step finds, and at which layer; `equation` counts as on the card. */
export interface BackwardStep {
	equation: 1 | 2 | 3 | 4;
	l: number;
}

/** The net with all its numbers, and how far the backward pass has come: the first `done` of `BACKWARD_STEPS`. */
export interface BackwardFrame {
	layers: BackwardLayer[];
	target: number;
	loss: number;
	done: number;
}

/** The derivative asked about, by backprop and by nudging the weight, and how well the two agree over all weights. */
export interface BackwardOutcome {
	backprop: number;
	difference: number;
	/** Norm of the gap over the sum of the norms, all parameters taken as one vector. */
	relativeError: number;
	/** dl/dz of the weight's unit and the activation it multiplies: their product is the derivative. */
	delta: number;
	input: number;
}

/** The order of the backward pass: (3) at the output, then (1), (2); then (4), (1), (2) a layer further down, to layer 1. */
export const BACKWARD_STEPS: readonly BackwardStep[] = [3, 2, 1].flatMap((l) => [
	{ equation: l === 3 ? (3 as const) : (4 as const), l },
	{ equation: 1 as const, l },
	{ equation: 2 as const, l },
]);

const EPS = 1e-5;

function traceOf({ seed, activation }: BackwardParams): Trace {
	const { x, y } = backwardExample(seed);
	return traceExample(backwardNet({ seed, activation }), x, y, 'mean-squared-error');
}

function frameOf(trace: Trace, done: number): BackwardFrame {
	const layers = trace.layers.map((layer) => ({
		l: layer.l,
		W: toRows(layer.W),
		b: [...layer.b],
		input: [...layer.input],
		z: [...layer.z],
		a: [...layer.a],
		slope: [...layer.slope],
		da: [...layer.da],
		dz: [...layer.dz],
		dW: toRows(layer.dW),
		db: [...layer.db],
	}));
	return { layers, target: trace.target[0] ?? Number.NaN, loss: trace.loss, done };
}

/** What the run comes to, without its frames. */
export function backwardOutcome(params: BackwardParams): BackwardOutcome {
	const { l, i, j } = placeOf(params.weight);
	const { x, y } = backwardExample(params.seed);
	const check = checkGradients(backwardNet(params), matrixOf([x]), matrixOf([y]), 'mean-squared-error', EPS);
	const asked = check.perParameter.find((p) => p.kind === 'W' && p.l === l && p.i === i - 1 && p.j === j - 1);
	const layer = traceOf(params).layers[l - 1];
	if (!asked || !layer) throw new RangeError(`the net has no weight ${params.weight}`);
	return {
		backprop: at(layer.dW, i - 1, j - 1),
		difference: asked.difference,
		relativeError: check.relativeError,
		delta: layer.dz[i - 1] ?? Number.NaN,
		input: layer.input[j - 1] ?? Number.NaN,
	};
}

/** The demo `backward-equations`: the four equations at work, from the loss to layer 1. */
export const backwardModel: DemoModel<BackwardParams, BackwardFrame, BackwardOutcome> = {
	preview: (params) => frameOf(traceOf(params), 0),
	*run(params) {
		const trace = traceOf(params);
		for (let done = 1; done <= BACKWARD_STEPS.length; done++) yield frameOf(trace, done);
		const outcome = backwardOutcome(params);
		return { outcome, why: whyOf(params, outcome) };
	},
	live(_params, frame) {
		const step = BACKWARD_STEPS[frame.done - 1];
		if (!step) return { symbols: {} };
		return { symbols: symbolsOf(frame, step), line: step.equation - 1 };
	},
	table: (_params, frame) => ({
		caption: 'Every layer, both passes (— not yet computed)',
		columns: ['quantity', 'layer 1', 'layer 2', 'layer 3'],
		rows: [
			['Wˡ', ...frame.layers.map((layer) => matrixWords(layer.W))],
			['bˡ', ...frame.layers.map((layer) => listWords(layer.b))],
			['zˡ', ...frame.layers.map((layer) => listWords(layer.z))],
			['aˡ', ...frame.layers.map((layer) => listWords(layer.a))],
			['f′(zˡ)', ...frame.layers.map((layer) => listWords(layer.slope))],
			['∂ℓ/∂zˡ', ...frame.layers.map((layer, k) => (isDone(frame, 'dz', k + 1) ? listWords(layer.dz) : '—'))],
			['∂ℓ/∂Wˡ', ...frame.layers.map((layer, k) => (isDone(frame, 'dW', k + 1) ? matrixWords(layer.dW) : '—'))],
			['∂ℓ/∂bˡ', ...frame.layers.map((layer, k) => (isDone(frame, 'db', k + 1) ? listWords(layer.db) : '—'))],
		],
	}),
};

/** Whether a gradient of layer l has been found by the steps done so far. */
export function isDone(frame: BackwardFrame, gradient: 'dz' | 'dW' | 'db', l: number): boolean {
	const finds = { dz: [3, 4], dW: [1], db: [2] }[gradient];
	return BACKWARD_STEPS.slice(0, frame.done).some((step) => step.l === l && finds.includes(step.equation));
}

function symbolsOf(frame: BackwardFrame, { equation, l }: BackwardStep): Record<string, LiveNumber> {
	const layer = frame.layers[l - 1];
	const next = frame.layers[l];
	if (!layer) return {};
	const row = (numbers: number[]): LiveNumber => ({ value: listWords(numbers), shape: `1×${numbers.length}` });
	const shown: Record<string, LiveNumber> = { dz: row(layer.dz) };
	if (equation === 1) {
		shown['a'] = { value: listWords(layer.input), shape: `${layer.input.length}×1` };
		shown['dW'] = { value: matrixWords(layer.dW), shape: `${layer.dW.length}×${layer.input.length}` };
	}
	if (equation === 2) shown['db'] = row(layer.db);
	if (equation === 3) shown['da'] = row(layer.da);
	if (equation === 4 && next) {
		shown['dznext'] = row(next.dz);
		shown['W'] = { value: matrixWords(next.W), shape: `${next.W.length}×${layer.a.length}` };
	}
	if (equation >= 3) {
		shown['slope'] = { value: `diag ${listWords(layer.slope)}`, shape: `${layer.slope.length}×${layer.slope.length}` };
	}
	return shown;
}

function whyOf(
	{ weight }: BackwardParams,
	{ backprop, difference, delta, input, relativeError }: BackwardOutcome,
): string {
	const { l, i, j } = placeOf(weight);
	const up = superscript(l);
	const product =
		`∂ℓ/∂z${up} of unit ${i} is ${numberWords(delta)} and the activation it multiplies, ` +
		`number ${j} of ${l === 1 ? 'x' : `a${superscript(l - 1)}`}, is ${numberWords(input)}: their product is ${numberWords(backprop)}.`;
	const meaning =
		backprop === 0
			? 'A nudge of this weight leaves the loss as it is.'
			: `So a larger weight makes the loss ${backprop > 0 ? 'larger' : 'smaller'}.`;
	const agree = Number.isFinite(relativeError)
		? ` Over all weights the two differ by ${powerWords(relativeError)} of their size.`
		: '';
	return `${product} ${meaning} Nudging the weight by ±10⁻⁵ gives ${numberWords(difference)} too.${agree}`;
}
