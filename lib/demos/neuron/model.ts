import type { DemoModel } from '@/lib/demos/demo';
import { fixedWords, numberWords, plainWords, subscript } from '@/lib/demos/number-words';
import { dense } from '@/lib/engine/layer-shape';
import { createNetwork } from '@/lib/engine/network';
import { traceExample } from '@/lib/engine/trace';
import type { NeuronParams } from './params';

/** One neuron with its numbers: the terms of its sum, z, a = f(z) and f'(z). */
export interface NeuronFrame {
	w: readonly number[];
	/** w_j x_j, in order. */
	terms: readonly number[];
	b: number;
	z: number;
	a: number;
	slope: number;
}

/** The neuron before and after one weight changed its sign. */
export interface NeuronOutcome {
	before: NeuronFrame;
	after: NeuronFrame;
}

const STEPS = 24;

/** The engine's own numbers of a neuron with the weights `w`, a net of one unit. */
export function neuronFrame({ x, b, activation }: NeuronParams, w: readonly number[]): NeuronFrame {
	const network = createNetwork({ inputs: x.length, layers: [dense(1, activation)] }, Float64Array.of(...w, b));
	const layer = traceExample(network, x, [0], 'mean-squared-error').layers[0];
	const [z, a, slope] = [layer?.z[0] ?? Number.NaN, layer?.a[0] ?? Number.NaN, layer?.slope[0] ?? Number.NaN];
	return { w, terms: x.map((xj, j) => (w[j] ?? 0) * xj), b, z, a, slope };
}

function turned(w: readonly number[], index: number, factor: number): number[] {
	return w.map((wj, j) => (j === index ? wj * factor : wj));
}

/** The demo `neuron`: a weight turns from w to −w, and z moves along the curve of f. */
export const neuronModel: DemoModel<NeuronParams, NeuronFrame, NeuronOutcome> = {
	preview: (params) => neuronFrame(params, params.w),
	*run(params) {
		const index = Number(params.flip) - 1;
		for (let step = 0; step <= STEPS; step++) {
			yield neuronFrame(params, turned(params.w, index, 1 - (2 * step) / STEPS));
		}
		const outcome = { before: neuronFrame(params, params.w), after: neuronFrame(params, turned(params.w, index, -1)) };
		return { outcome, why: whyOf(params, outcome) };
	},
	live(params, frame) {
		const list = (numbers: readonly number[]) => `(${numbers.map((n) => fixedWords(n, 2)).join(', ')})`;
		return {
			symbols: {
				x: { value: list(params.x), shape: `${params.x.length}×1` },
				w: { value: list(frame.w), shape: `${frame.w.length}×1` },
				b: { value: numberWords(frame.b) },
				z: { value: fixedWords(frame.z, 3) },
				f: { value: params.activation },
				a: { value: fixedWords(frame.a, 3) },
				slope: { value: fixedWords(frame.slope, 3) },
			},
		};
	},
	table: (params, frame) => ({
		caption: 'The neuron, term by term',
		columns: ['term', 'input', 'weight', 'value'],
		rows: [
			...frame.terms.map((term, j) => [
				`w${subscript(j + 1)}x${subscript(j + 1)}`,
				numberWords(params.x[j] ?? 0),
				numberWords(frame.w[j] ?? 0),
				numberWords(term),
			]),
			['b', '', '', numberWords(frame.b)],
			['z, the sum', '', '', numberWords(frame.z)],
			['a = f(z)', '', '', numberWords(frame.a)],
			["f'(z)", '', '', numberWords(frame.slope)],
		],
	}),
};

function whyOf({ x, flip, activation }: NeuronParams, { before, after }: NeuronOutcome): string {
	const j = Number(flip) - 1;
	const [was, is] = [before.terms[j] ?? 0, after.terms[j] ?? 0];
	const term = `w${subscript(j + 1)}x${subscript(j + 1)}`;
	if (was === 0)
		return `${term} is 0 (x${subscript(j + 1)} = ${plainWords(x[j] ?? 0)}), so turning the weight changes nothing.`;
	const moved =
		`${term} turned from ${plainWords(was)} to ${plainWords(is)}, so z moved by ` +
		`${plainWords(after.z - before.z)}, from ${plainWords(before.z)} to ${plainWords(after.z)}`;
	const rate = (after.a - before.a) / (after.z - before.z);
	if (activation === 'identity') return `${moved}; with f(z) = z the output moved by exactly as much.`;
	if (activation === 'relu' && after.a === before.a)
		return `${moved}; both lie where ReLU is 0, so nothing got through.`;
	return `${moved}; on that stretch f passes on ${numberWords(rate)} of each unit of z, so a went from ${numberWords(before.a)} to ${numberWords(after.a)}.`;
}
