import type { DemoSpec } from '@/lib/demos/demo';
import { subscript } from '@/lib/demos/number-words';
import type { UnitEquationsOutcome } from './model';
import { COLUMNS, ROWS, unitEquationsFields } from './params';

const tag = (sym: string, tex: string) => `\\htmlData{sym=${sym}}{${tex}}`;
const WORDS = {
	row: 'those of row i',
	column: 'those of column i',
	diagonal: 'the entry in row i and column i alone',
	none: 'none: each entry moves all of z',
} as const;

/** What the demo `unit-equations` is: a layer as a matrix product, and the one row that a unit is. */
export const unitEquationsSpec: DemoSpec<typeof unitEquationsFields, UnitEquationsOutcome> = {
	id: 'unit-equations',
	cardId: 'neural-networks/unit-equations',
	shows: 'Row i of W times the activations, plus one bias: that is all of unit i. Run nudges every entry of W in turn.',
	fields: unitEquationsFields,
	presets: [
		{ name: 'The card’s unit', params: {} },
		{ name: 'The first unit', params: { unit: 1 } },
		{ name: 'The last one, other numbers', params: { unit: 3, seed: 4 } },
	],
	equation: {
		tex: [
			`${tag('z', 'z_i^l')}=\\sum_{j}${tag('W', 'W_{ij}^l')}\\,${tag('input', 'a_j^{l-1}')}+${tag('b', 'b_i^l')}`,
			`${tag('z', 'z_i^l')}=${tag('w', '\\pmb{w}')}^{\\top}${tag('input', '\\pmb{a}^{l-1}')}+${tag('b', 'b_i^l')},\\quad ${tag('w', '\\pmb{w}')}=(${tag('W', '\\pmb{W}^l_{i,:}')})^{\\top}`,
			`${tag('a', 'a_i^l')}=${tag('f', 'f')}(${tag('z', 'z_i^l')})`,
		],
		symbols: [
			{ id: 'W', tex: '\\pmb{W}^l', words: 'weights of the layer' },
			{ id: 'w', tex: '\\pmb{w}', words: 'weights of the unit' },
			{ id: 'input', tex: '\\pmb{a}^{l-1}', words: 'what every unit reads' },
			{ id: 'b', tex: 'b_i^l', words: 'bias of the unit' },
			{ id: 'z', tex: 'z_i^l', words: 'pre-activation of the unit' },
			{ id: 'f', tex: 'f', words: 'activation function' },
			{ id: 'a', tex: 'a_i^l', words: 'activation of the unit' },
		],
	},
	prediction: {
		kind: 'choice',
		options: [
			{ value: 'row', label: 'those of row i' },
			{ value: 'column', label: 'those of column i' },
			{ value: 'diagonal', label: 'W in row i, column i alone' },
			{ value: 'none', label: 'none: each moves all of z' },
		],
		question: ({ unit }) =>
			`W is ${ROWS}×${COLUMNS} and i = ${unit}. Which entries of W, when changed, move z${subscript(unit)} and nothing else in z?`,
		answer: ({ pattern }) => pattern,
		measured: ({ pattern, only }) => `${WORDS[pattern]} (${only} of ${ROWS * COLUMNS} entries)`,
	},
	playback: { kind: 'steps', paceMs: 320 },
};
