import type { DemoSpec } from '@/lib/demos/demo';
import { numberWords, powerWords } from '@/lib/demos/number-words';
import type { VanishingOutcome } from './model';
import { vanishingFields } from './params';

const norm = (l: string, sym: string) =>
	`\\htmlData{sym=${sym}}{\\left\\lVert\\frac{\\partial\\ell}{\\partial\\pmb{z}^{${l}}}\\right\\rVert}`;
const factor = (l: string, below: string) =>
	`\\htmlData{sym=gamma}{\\pmb{W}^{${l}}\\operatorname{diag}\\bigl(f'(\\pmb{z}^{${below}})\\bigr)}`;

/** What the demo `vanishing-exploding-gradients` is: the size of the gradient, layer by layer, on a log scale. */
export const vanishingSpec: DemoSpec<typeof vanishingFields, VanishingOutcome> = {
	id: 'vanishing-exploding-gradients',
	cardId: 'neural-networks/vanishing-exploding-gradients',
	shows:
		'Every layer multiplies the gradient on its way back; after many layers a factor a little off 1 is a power of ten.',
	fields: vanishingFields,
	presets: [
		{ name: 'Sigmoid: vanishes', params: {} },
		{ name: 'ReLU with He’s scale: holds', params: { activation: 'relu' } },
		{ name: 'ReLU, twice that: explodes', params: { activation: 'relu', gain: 2 } },
		{ name: 'tanh, 30 layers', params: { activation: 'tanh', depth: 30 } },
	],
	equation: {
		tex: [
			`\\begin{aligned}\\frac{\\partial\\ell}{\\partial\\pmb{z}^{l}}={}&\\frac{\\partial\\ell}{\\partial\\pmb{z}^{L}}\\;${factor('L', 'L-1')}\\\\&\\cdots${factor('l+1', 'l')}\\end{aligned}`,
			`${norm('l', 'first')}\\approx\\htmlData{sym=gamma}{\\gamma}^{\\,\\htmlData{sym=steps}{L-l}}\\,${norm('L', 'last')}`,
		],
		symbols: [
			{
				id: 'first',
				tex: '\\lVert\\tfrac{\\partial\\ell}{\\partial\\pmb{z}^{l}}\\rVert',
				words: 'the gradient, where it has got to',
			},
			{
				id: 'last',
				tex: '\\lVert\\tfrac{\\partial\\ell}{\\partial\\pmb{z}^{L}}\\rVert',
				words: 'the gradient at the last layer',
			},
			{ id: 'gamma', tex: '\\gamma', words: 'factor of one step back (mean)' },
			{ id: 'steps', tex: 'L-l', words: 'steps back' },
			{ id: 'L', tex: 'L', words: 'layers' },
		],
	},
	prediction: {
		kind: 'power-of-ten',
		min: -10,
		max: 4,
		question: ({ depth }) =>
			`How large is the gradient at layer 1, as a share of that at layer ${depth}, to the nearest power of ten?`,
		answer: (outcome) => outcome.ratio,
		measured: ({ ratio }) => (ratio >= 0.01 && ratio < 1000 ? numberWords(ratio) : powerWords(ratio)),
	},
	playback: { kind: 'steps', paceMs: 90 },
	trains: 'After the run: 300 epochs on a disc inside a ring, with the bars live.',
};
