import type { DemoSpec } from '@/lib/demos/demo';
import { fixedWords, numberWords } from '@/lib/demos/number-words';
import { termName, type UnitActivationOutcome } from './model';
import { UNITS, unitActivationFields } from './params';

/** What the demo `unit-activation` is: the edges into one unit, and the sum they make. */
export const unitActivationSpec: DemoSpec<typeof unitActivationFields, UnitActivationOutcome> = {
	id: 'unit-activation',
	cardId: 'neural-networks/unit-activation',
	shows:
		'Only the edges that lead into a unit matter to it: each brings its weight times the activation it comes from.',
	fields: unitActivationFields,
	presets: [
		{ name: 'The card’s unit', params: {} },
		{ name: 'A unit that reads the input', params: { layer: 1, unit: 3 } },
		{ name: 'A unit of the last layer', params: { layer: 3, unit: 2 } },
		{ name: 'Not the largest weight', params: { layer: 3, unit: 2, seed: 2 } },
	],
	equation: {
		tex: [
			'\\htmlData{sym=z}{z_i^l}=\\sum_{j=1}^{n_{l-1}}\\htmlData{sym=w}{w_{ij}^l}\\,\\htmlData{sym=input}{a_j^{l-1}}+\\htmlData{sym=b}{b_i^l}',
			'\\htmlData{sym=a}{a_i^l}=\\htmlData{sym=f}{f}(\\htmlData{sym=z}{z_i^l})',
		],
		symbols: [
			{ id: 'w', tex: 'w_{ij}^l', words: 'weights on the edges into the unit' },
			{ id: 'input', tex: 'a_j^{l-1}', words: 'activations they come from' },
			{ id: 'b', tex: 'b_i^l', words: 'bias of the unit' },
			{ id: 'z', tex: 'z_i^l', words: 'pre-activation, the sum' },
			{ id: 'f', tex: 'f', words: 'activation function' },
			{ id: 'a', tex: 'a_i^l', words: 'activation, what it passes on' },
		],
	},
	prediction: {
		kind: 'choice',
		options: Array.from({ length: UNITS + 1 }, (_, j) => ({ value: termName(j), label: termName(j) })),
		question: ({ layer, unit }) =>
			`Of the terms that make up z of unit ${unit} in layer ${layer}, which will be the largest in size?`,
		answer: ({ dominant }) => termName(dominant),
		measured: ({ dominant, terms, z }) =>
			`${termName(dominant)} = ${fixedWords(terms[dominant] ?? Number.NaN, 2, true)} (z = ${numberWords(z)})`,
	},
	playback: { kind: 'steps', paceMs: 450 },
};
