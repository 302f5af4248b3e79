import type { DemoSpec } from '@/lib/demos/demo';
import { numberWords } from '@/lib/demos/number-words';
import { EPOCHS, type RandomInitialisationOutcome } from './model';
import { randomInitialisationFields } from './params';

const d = (of: string, sym: string) => `\\htmlData{sym=${sym}}{\\frac{\\partial\\ell}{\\partial ${of}}}`;

/** What the demo `random-initialisation` is: the hidden units as weight vectors, which part only if they start apart. */
export const randomInitialisationSpec: DemoSpec<typeof randomInitialisationFields, RandomInitialisationOutcome> = {
	id: 'random-initialisation',
	cardId: 'neural-networks/random-initialisation',
	shows: 'Each hidden unit is an arrow, its two incoming weights. Units that start equal move as one, for ever.',
	fields: randomInitialisationFields,
	presets: [
		{ name: 'All weights equal', params: {} },
		{ name: 'Random weights', params: { init: 'random' } },
		{ name: 'All zero', params: { init: 'zero' } },
		{ name: 'Equal, eight ReLU units', params: { width: 8, activation: 'relu' } },
	],
	equation: {
		tex: [
			`${d('z_i^l', 'dzi')}=\\htmlData{sym=slope}{f'(z_i^l)}\\sum_m\\frac{\\partial\\ell}{\\partial z_m^{l+1}}\\,\\htmlData{sym=v}{W_{mi}^{l+1}}`,
			`\\htmlData{sym=w}{\\pmb w_i}=\\pmb w_k,\\;W_{mi}=W_{mk}\\;\\Rightarrow\\;${d('z_i^l', 'dzi')}=${d('z_k^l', 'dzk')}`,
			'\\htmlData{sym=distance}{\\lVert\\pmb\\theta_i-\\pmb\\theta_k\\rVert}=0\\text{ before and after}',
		],
		symbols: [
			{ id: 'w', tex: '\\pmb w_i', words: 'weights into unit 1' },
			{ id: 'v', tex: 'W_{mi}^{l+1}', words: 'weight out of unit 1' },
			{ id: 'slope', tex: "f'(z_i^l)", words: 'slope of unit 1 (first example)' },
			{ id: 'dzi', tex: '\\tfrac{\\partial\\ell}{\\partial z_i}', words: 'gradient at unit 1 (first example)' },
			{ id: 'dzk', tex: '\\tfrac{\\partial\\ell}{\\partial z_k}', words: 'gradient at unit 2 (first example)' },
			{
				id: 'distance',
				tex: '\\lVert\\pmb\\theta_i-\\pmb\\theta_k\\rVert',
				words: 'between the two units furthest apart; θ: weights in, bias, weight out',
			},
		],
	},
	prediction: {
		kind: 'choice',
		options: [
			{ value: 'zero', label: 'exactly 0' },
			{ value: 'small', label: 'a little, under 1' },
			{ value: 'large', label: 'more than 1' },
		],
		question: ({ width }) =>
			`After ${EPOCHS} epochs, how far apart are the two of the ${width} hidden units that differ most?`,
		answer: ({ furthest }) => (furthest === 0 ? 'zero' : furthest < 1 ? 'small' : 'large'),
		measured: ({ furthest, loss }) =>
			`${furthest === 0 ? 'exactly 0' : numberWords(furthest)} (loss ${numberWords(loss)})`,
	},
	playback: { kind: 'steps', paceMs: 45 },
};
