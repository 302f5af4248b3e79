import type { DemoModel, LiveNumber } from '@/lib/demos/demo';
import { handExample, handNet } from '@/lib/demos/hand-net';
import { type LayerNumbers, layerNumbers } from '@/lib/demos/layer-numbers';
import { listWords, matrixWords } from '@/lib/demos/number-lists';
import { fixedWords, superscript } from '@/lib/demos/number-words';
import { traceExample } from '@/lib/engine/trace';
import type { ForwardParams } from './params';
import { askedStep, type ForwardStep, forwardSteps } from './steps';

/** The net with all its numbers; the first `done` of its `forwardSteps` have been taken, and step `now` is looked at. */
export interface ForwardFrame {
	x: number[];
	layers: LayerNumbers[];
	target: number;
	loss: number;
	done: number;
	now: number;
}

/** The value asked for and the numbers that it is made of. */
export interface ForwardOutcome {
	value: number;
	/** Its sum or function with the numbers put in. */
	sum: string;
	output: number;
	loss: number;
	target: number;
}

function frameOf({ depth, width, activation, seed }: ForwardParams, done: number, now: number): ForwardFrame {
	const widths = Array.from({ length: depth }, (_, k) => (k === depth - 1 ? 1 : width));
	const { x, y } = handExample(2, seed);
	const trace = traceExample(handNet({ inputs: 2, widths, activation, seed }), x, y, 'mean-squared-error');
	return { x: [...x], layers: layerNumbers(trace), target: y[0] ?? Number.NaN, loss: trace.loss, done, now };
}

/** The whole forward pass of the demo's net, every step taken. */
export function forwardPassOf(params: ForwardParams): ForwardFrame {
	const steps = forwardSteps(params.depth).length;
	return frameOf(params, steps, steps - 1);
}

/** What the run comes to, without its frames. */
export function forwardOutcome(params: ForwardParams): ForwardOutcome {
	const { layers, target, loss } = forwardPassOf(params);
	const { line, l } = forwardSteps(params.depth)[askedStep(params)] as ForwardStep;
	const { W, b, input, z, a } = layers[l - 1] as LayerNumbers;
	const [z1, a1, b1] = [z[0] ?? Number.NaN, a[0] ?? Number.NaN, b[0] ?? Number.NaN];
	const output = layers.at(-1)?.a[0] ?? Number.NaN;
	const value = line === 1 ? z1 : line === 2 ? a1 : loss;
	const products = (W[0] ?? []).map((w, j) => `(${fixedWords(w, 1)})(${fixedWords(input[j] ?? 0, l === 1 ? 1 : 3)})`);
	const sum = {
		1: `${[...products, `(${fixedWords(b1, 1)})`].join(' + ')} = ${fixedWords(value, 3)}`,
		2: `${params.activation} of z = ${fixedWords(z1, 3)} is ${fixedWords(value, 3)}`,
		3: `(${fixedWords(output, 3)} − ${target})² = ${fixedWords(value, 3)}`,
	}[line as 1 | 2 | 3];
	return { value, sum, output, loss, target };
}

/** The demo `forward-equations`: from x to the loss, one line of the card at a time. */
export const forwardModel: DemoModel<ForwardParams, ForwardFrame, ForwardOutcome> = {
	preview: (params) => frameOf(params, askedStep(params), askedStep(params)),
	*run(params) {
		const steps = forwardSteps(params.depth).length;
		for (let done = 1; done <= steps; done++) yield frameOf(params, done, done - 1);
		const { sum, output, loss, target, value } = forwardOutcome(params);
		const why =
			`${sum}. Every line needs only the one before it: in ${steps} steps x became the output ` +
			`${fixedWords(output, 3)}, and against the target ${target} that is the loss ${fixedWords(loss, 3)}.`;
		return { outcome: { sum, output, loss, target, value }, why };
	},
	live(params, frame) {
		const step = forwardSteps(params.depth)[frame.now] as ForwardStep;
		return { symbols: symbolsOf(params, frame, step), line: step.line };
	},
	table: (params, { x, layers, target, loss, done }) => {
		const known = (line: number, l: number) =>
			forwardSteps(params.depth).findIndex((step) => step.line === line && step.l === l) < done;
		return {
			caption: 'The forward pass, layer by layer (— not yet computed)',
			columns: ['layer', 'W', 'b', 'z', 'a'],
			rows: [
				['0, the input', '', '', '', listWords(x)],
				...layers.map(({ l, W, b, z, a }) => [
					String(l),
					matrixWords(W, 1),
					listWords(b, 1),
					known(1, l) ? listWords(z) : '—',
					known(2, l) ? listWords(a) : '—',
				]),
				[`loss, y = ${target}`, '', '', '', known(3, layers.length) ? fixedWords(loss, 3) : '—'],
			],
		};
	},
};

function symbolsOf(
	{ activation }: ForwardParams,
	{ x, layers, target, loss, done, now }: ForwardFrame,
	{ line, l }: ForwardStep,
): Record<string, LiveNumber> {
	const column = (numbers: number[], decimals = 3): LiveNumber => ({
		value: listWords(numbers, decimals),
		shape: `${numbers.length}×1`,
	});
	const found = done > now;
	const layer = layers[l - 1];
	if (line === 0 || !layer) return { x: column(x, 1) };
	if (line === 3) {
		const output = column(layer.a);
		return { a: output, y: { value: String(target) }, ...(found ? { loss: { value: fixedWords(loss, 3) } } : {}) };
	}
	if (line === 2) {
		return { z: column(layer.z), f: { value: activation }, ...(found ? { a: column(layer.a) } : {}) };
	}
	return {
		W: { value: matrixWords(layer.W, 1), shape: `${layer.W.length}×${layer.input.length}` },
		input: { ...column(layer.input), shape: `${layer.input.length}×1, ${l === 1 ? 'x' : `a${superscript(l - 1)}`}` },
		b: column(layer.b, 1),
		...(found ? { z: column(layer.z) } : {}),
	};
}
