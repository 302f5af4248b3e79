import type { DemoSpec } from '@/lib/demos/demo';
import { fixedWords, numberWords } from '@/lib/demos/number-words';
import type { VarianceOutcome } from './model';
import { varianceFields } from './params';

const tag = (sym: string, tex: string) => `\\htmlData{sym=${sym}}{${tex}}`;

/** What the demo `initialisation-variance` is: the spread of z as D terms are added, for two scales of the weights. */
export const varianceSpec: DemoSpec<typeof varianceFields, VarianceOutcome> = {
	id: 'initialisation-variance',
	cardId: 'neural-networks/initialisation-variance',
	shows:
		'z is a sum of D terms. With weights of sd 1 it spreads into the flat parts of f; with sd 1/√D it never does, whatever D is.',
	fields: varianceFields,
	presets: [
		{ name: '100 inputs, sd 1', params: {} },
		{ name: '100 inputs, sd 1/√D', params: { rule: 'inverse-sqrt' } },
		{ name: '400 inputs, sd 1', params: { inputs: 400 } },
		{ name: '400 inputs, sd 1/√D', params: { inputs: 400, rule: 'inverse-sqrt' } },
		{ name: '4 inputs, sd 1', params: { inputs: 4 } },
	],
	equation: {
		tex: [
			`${tag('z', 'z_i')}=\\sum_{j=1}^{${tag('D', 'D')}}W_{ij}\\,x_j`,
			`\\begin{aligned}${tag('var', '\\operatorname{Var}(z_i)')}&=\\sum_{j=1}^{${tag('D', 'D')}}${tag('w', '\\mathbb{E}[W_{ij}^2]')}\\,${tag('x', '\\mathbb{E}[x_j^2]')}\\\\&\\approx ${tag('D', 'D')}\\cdot ${tag('w', '\\mathbb{E}[W_{ij}^2]')}\\cdot 1\\end{aligned}`,
		],
		symbols: [
			{ id: 'z', tex: 'z_i', words: 'pre-activation of a unit' },
			{ id: 'D', tex: 'D', words: 'inputs' },
			{ id: 'w', tex: '\\mathbb{E}[W_{ij}^2]', words: 'variance of a weight' },
			{ id: 'x', tex: '\\mathbb{E}[x_j^2]', words: 'mean square of an input, 1' },
			{ id: 'var', tex: '\\operatorname{Var}(z_i)', words: 'spread of z, measured' },
		],
	},
	prediction: {
		kind: 'choice',
		options: [
			{ value: 'inverse', label: 'about 1/D' },
			{ value: 'one', label: 'about 1' },
			{ value: 'root', label: 'about √D' },
			{ value: 'inputs', label: 'about D' },
		],
		question: ({ inputs, rule }) =>
			`A unit adds ${inputs} inputs of mean square 1, with random weights of standard deviation ${rule === 'unit' ? '1' : '1/√D'}. How large is Var(z)?`,
		answer: ({ variance, inputs }) => {
			const power = Math.log(variance) / Math.log(inputs);
			return power < -0.5 ? 'inverse' : power < 0.25 ? 'one' : power < 0.75 ? 'root' : 'inputs';
		},
		measured: ({ variance, saturated }) =>
			`Var(z) = ${numberWords(variance)}; ${fixedWords(100 * saturated, 0)} % saturated`,
	},
	playback: { kind: 'steps', paceMs: 110 },
};
