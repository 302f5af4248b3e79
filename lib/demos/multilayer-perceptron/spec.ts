import type { DemoSpec } from '@/lib/demos/demo';
import { BAR, EPOCHS, type PerceptronOutcome, percent } from './model';
import { perceptronFields } from './params';

const tag = (sym: string, tex: string) => `\\htmlData{sym=${sym}}{${tex}}`;
const NAMES = {
	xor: 'XOR',
	circle: 'the circle',
	moons: 'the moons',
	gauss: 'the two clouds',
	drawn: 'your points',
} as const;

/** What the demo `multilayer-perceptron` is: what a hidden layer can draw that a line cannot. */
export const perceptronSpec: DemoSpec<typeof perceptronFields, PerceptronOutcome> = {
	id: 'multilayer-perceptron',
	cardId: 'neural-networks/multilayer-perceptron',
	shows:
		'Without a hidden layer the boundary is a straight line. A hidden layer bends the plane, and the line in the bent plane is a curve in this one.',
	fields: perceptronFields,
	presets: [
		{ name: 'XOR, no hidden layer', params: {} },
		{ name: 'XOR, one hidden layer', params: { hidden: 1 } },
		{ name: 'Circle, no hidden layer', params: { data: 'circle' } },
		{ name: 'Circle, one hidden layer', params: { data: 'circle', hidden: 1 } },
		{ name: 'XOR, layers without a bend', params: { hidden: 2, activation: 'identity' } },
	],
	equation: {
		tex: [
			`${tag('y', 'y')}=\\sigma\\bigl(${tag('w', '\\pmb{w}')}^{\\top}${tag('x', '\\pmb{x}')}+b\\bigr)`,
			`${tag('y', 'y')}=\\sigma\\Bigl(${tag('w', '\\pmb{w}')}^{\\top}${tag('f', 'f')}\\bigl(\\pmb{W}^{1}${tag('x', '\\pmb{x}')}+\\pmb{b}^1\\bigr)+b\\Bigr)`,
			`\\pmb{W}^1\\in\\mathbb{R}^{${tag('M', 'M')}\\times 2},\\quad ${tag('L', 'L')}=2`,
		],
		symbols: [
			{ id: 'x', tex: '\\pmb{x}', words: 'a point of the plane' },
			{ id: 'w', tex: '\\pmb{w}', words: 'weights of the output' },
			{ id: 'f', tex: 'f', words: 'activation of the hidden units' },
			{ id: 'M', tex: 'M', words: 'hidden units a layer' },
			{ id: 'L', tex: 'L', words: 'layers of weights' },
			{ id: 'y', tex: 'y', words: 'answer, from 0 to 1' },
			{ id: 'loss', tex: '\\ell', words: 'loss over all examples' },
		],
	},
	prediction: {
		kind: 'choice',
		options: [
			{ value: 'yes', label: `yes, more than ${percent(BAR)}` },
			{ value: 'no', label: `no, at most ${percent(BAR)}` },
		],
		question: ({ data, hidden, width }) => {
			const net = hidden === 0 ? 'no hidden layer' : `${hidden} hidden layer${hidden > 1 ? 's' : ''} of ${width}`;
			return `With ${net}, will ${EPOCHS} epochs get more than ${percent(BAR)} of ${NAMES[data]} right?`;
		},
		answer: ({ accuracy }) => (accuracy > BAR ? 'yes' : 'no'),
		measured: ({ accuracy }) => `${percent(accuracy)} right`,
	},
	playback: { kind: 'steps', paceMs: 30 },
	trains: 'After the run: the same training once more, by epoch, by batch, or phase by phase.',
	grains: ['epoch', 'batch', 'phase'],
};
