import type { DemoModel } from '@/lib/demos/demo';
import { handExample, handNet } from '@/lib/demos/hand-net';
import { type LayerNumbers, layerNumbers } from '@/lib/demos/layer-numbers';
import { listWords } from '@/lib/demos/number-lists';
import { fixedWords, numberWords, subscript } from '@/lib/demos/number-words';
import { traceExample } from '@/lib/engine/trace';
import { LAYERS, UNITS, type UnitActivationParams } from './params';

/** The net with its numbers, and the unit asked about: its terms, of which the first `done` have been added (the bias is the last). */
export interface UnitActivationFrame {
	layers: LayerNumbers[];
	w: number[];
	input: number[];
	/** w_ij a_j in order, then the bias. */
	terms: number[];
	z: number;
	a: number;
	/** Steps taken: one a term, then f. */
	done: number;
}

/** Which of the terms is the largest in size, and which weight; counted from 0, the bias comes last. */
export interface UnitActivationOutcome {
	terms: number[];
	w: number[];
	input: number[];
	z: number;
	a: number;
	dominant: number;
	largestWeight: number;
}

/** Steps of the run: the terms, the bias, then f. */
export const UNIT_STEPS = UNITS + 2;

/** The net 4-4-4-4 of the demo, tanh on each layer. */
export function unitNet(seed: number) {
	return handNet({ inputs: UNITS, widths: Array(LAYERS).fill(UNITS), activation: 'tanh', seed });
}

/** The unit as the engine computed it (z and a), beside its own terms. */
export function unitFrame({ layer, unit, seed }: UnitActivationParams, done: number): UnitActivationFrame {
	const trace = traceExample(unitNet(seed), handExample(UNITS, seed).x, Array(UNITS).fill(0), 'mean-squared-error');
	const layers = layerNumbers(trace);
	const { W, b, input, z, a } = layers[layer - 1] as LayerNumbers;
	const w = W[unit - 1] ?? [];
	const terms = [...w.map((wij, j) => wij * (input[j] ?? 0)), b[unit - 1] ?? 0];
	return { layers, w, input, terms, z: z[unit - 1] ?? Number.NaN, a: a[unit - 1] ?? Number.NaN, done };
}

/** What the run comes to, without its frames. */
export function unitOutcome(params: UnitActivationParams): UnitActivationOutcome {
	const { terms, w, input, z, a } = unitFrame(params, UNIT_STEPS);
	return { terms, w, input, z, a, dominant: largest(terms), largestWeight: largest(w) };
}

/** The demo `unit-activation`: the terms of one unit's sum, added one by one. */
export const unitActivationModel: DemoModel<UnitActivationParams, UnitActivationFrame, UnitActivationOutcome> = {
	preview: (params) => unitFrame(params, 0),
	*run(params) {
		const frame = unitFrame(params, 0);
		for (let done = 1; done <= UNIT_STEPS; done++) yield { ...frame, done };
		const outcome = unitOutcome(params);
		return { outcome, why: whyOf(outcome) };
	},
	live: (_params, { w, input, terms, z, a, done }) => ({
		symbols: {
			w: { value: listWords(w, 1), shape: `${w.length} weights` },
			input: { value: listWords(input, 2), shape: `${input.length}×1` },
			b: { value: fixedWords(terms.at(-1) ?? Number.NaN, 1) },
			f: { value: 'tanh' },
			...(done > UNITS ? { z: { value: fixedWords(z, 3) } } : {}),
			...(done > UNITS + 1 ? { a: { value: fixedWords(a, 3) } } : {}),
		},
		line: done > UNITS + 1 ? 1 : 0,
	}),
	table: ({ layer, unit }, { w, input, terms, z, a, done }) => ({
		caption: `Unit ${unit} of layer ${layer}, term by term (— not yet added)`,
		columns: ['term', 'weight', 'activation read', 'value'],
		rows: [
			...terms.map((term, j) => [
				termName(j),
				j < UNITS ? fixedWords(w[j] ?? 0, 1) : '',
				j < UNITS ? fixedWords(input[j] ?? 0, 3) : '',
				j < done ? fixedWords(term, 3) : '—',
			]),
			['z, the sum', '', '', done > UNITS ? fixedWords(z, 3) : '—'],
			['a = tanh(z)', '', '', done > UNITS + 1 ? fixedWords(a, 3) : '—'],
		],
	}),
};

/** "w₂a₂" for index 1, "b" for the last. */
export function termName(index: number): string {
	return index < UNITS ? `w${subscript(index + 1)}a${subscript(index + 1)}` : 'b';
}

function largest(numbers: readonly number[]): number {
	return numbers.reduce((best, n, k) => (Math.abs(n) > Math.abs(numbers[best] ?? 0) ? k : best), 0);
}

function whyOf({ terms, w, input, z, a, dominant, largestWeight }: UnitActivationOutcome): string {
	const product = (j: number) =>
		`${fixedWords(w[j] ?? 0, 1)} × ${fixedWords(input[j] ?? 0, 2)} = ${fixedWords(terms[j] ?? 0, 2)}`;
	const total = `All ${terms.length} add up to z = ${numberWords(z)}, and tanh makes a = ${numberWords(a)} of it.`;
	if (dominant === UNITS)
		return `The bias, ${fixedWords(terms[UNITS] ?? 0, 1)}, outweighs every product: the activations that reach the unit are small. ${total}`;
	const other =
		dominant === largestWeight
			? 'Its weight is the largest as well.'
			: `The largest weight, w${subscript(largestWeight + 1)}, does not decide, since it meets a smaller activation: ${product(largestWeight)}.`;
	return `${termName(dominant)} is ${product(dominant)}, the largest in size. ${other} ${total}`;
}
