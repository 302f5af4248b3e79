import type { DemoSpec } from '@/lib/demos/demo';
import { numberWords, superscript } from '@/lib/demos/number-words';
import type { BackwardOutcome } from './model';
import { backwardFields, placeOf } from './params';

const d = (of: string, sym: string) => `\\htmlData{sym=${sym}}{\\frac{\\partial\\ell}{\\partial ${of}}}`;
const slope = (l: string) => `\\htmlData{sym=slope}{\\frac{\\partial\\pmb{a}^{${l}}}{\\partial\\pmb{z}^{${l}}}}`;

/** What the demo `backward-equations` is: the four equations, one at a time, from the loss back to layer 1. */
export const backwardSpec: DemoSpec<typeof backwardFields, BackwardOutcome> = {
	id: 'backward-equations',
	cardId: 'neural-networks/backward-equations',
	shows:
		'Equation (3) starts at the loss, (4) carries the gradient one layer back, (1) and (2) read off what each weight and bias gets.',
	fields: backwardFields,
	presets: [
		{ name: 'tanh, a weight in the middle', params: {} },
		{ name: 'The nearest weight', params: { weight: '3-1-1' } },
		{ name: 'The furthest weight', params: { weight: '1-1-1' } },
		{ name: 'ReLU, with a dead unit', params: { activation: 'relu', weight: '2-2-3' } },
	],
	equation: {
		tex: [
			`${d('\\pmb{W}^l', 'dW')}=\\Bigl(\\htmlData{sym=a}{\\pmb{a}^{l-1}}\\,${d('\\pmb{z}^l', 'dz')}\\Bigr)^{\\!\\top}\\quad(1)`,
			`${d('\\pmb{b}^l', 'db')}=${d('\\pmb{z}^l', 'dz')}\\quad(2)`,
			`${d('\\pmb{z}^L', 'dz')}=${d('\\pmb{a}^L', 'da')}\\,${slope('L')}\\quad(3)`,
			`${d('\\pmb{z}^l', 'dz')}=${d('\\pmb{z}^{l+1}', 'dznext')}\\,\\htmlData{sym=W}{\\pmb{W}^{l+1}}\\,${slope('l')}\\quad(4)`,
		],
		symbols: [
			{ id: 'dW', tex: '\\frac{\\partial\\ell}{\\partial\\pmb{W}^l}', words: 'what the weights get' },
			{ id: 'db', tex: '\\frac{\\partial\\ell}{\\partial\\pmb{b}^l}', words: 'what the biases get' },
			{ id: 'dz', tex: '\\frac{\\partial\\ell}{\\partial\\pmb{z}^l}', words: 'the gradient at this layer' },
			{ id: 'dznext', tex: '\\frac{\\partial\\ell}{\\partial\\pmb{z}^{l+1}}', words: 'the gradient one layer on' },
			{ id: 'da', tex: '\\frac{\\partial\\ell}{\\partial\\pmb{a}^L}', words: 'the loss’s own slope' },
			{ id: 'W', tex: '\\pmb{W}^{l+1}', words: 'weights of the next layer' },
			{ id: 'a', tex: '\\pmb{a}^{l-1}', words: 'what the layer read' },
			{ id: 'slope', tex: '\\frac{\\partial\\pmb{a}^l}{\\partial\\pmb{z}^l}', words: 'slopes f′(z), on the diagonal' },
		],
	},
	prediction: {
		kind: 'choice',
		options: [
			{ value: 'negative', label: '− negative' },
			{ value: 'zero', label: '0 exactly zero' },
			{ value: 'positive', label: '+ positive' },
		],
		question: ({ weight }) => {
			const { l, i, j } = placeOf(weight);
			return `The weight in row ${i}, column ${j} of W${superscript(l)}: which sign has its derivative, ∂ℓ/∂w?`;
		},
		answer: ({ backprop }) => (backprop === 0 ? 'zero' : backprop > 0 ? 'positive' : 'negative'),
		measured: ({ backprop }) => `∂ℓ/∂w = ${numberWords(backprop)}`,
	},
	playback: { kind: 'steps', paceMs: 450 },
};
