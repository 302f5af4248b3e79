import type { DemoSpec } from '@/lib/demos/demo';
import { fixedWords, superscript } from '@/lib/demos/number-words';
import type { ForwardOutcome } from './model';
import { forwardFields } from './params';

const tag = (sym: string, tex: string) => `\\htmlData{sym=${sym}}{${tex}}`;

/** What the demo `forward-equations` is: the four lines of the forward pass, taken one at a time. */
export const forwardSpec: DemoSpec<typeof forwardFields, ForwardOutcome> = {
	id: 'forward-equations',
	cardId: 'neural-networks/forward-equations',
	shows: 'Each line needs only the one before it: x, then z and a of layer after layer, then the loss.',
	fields: forwardFields,
	presets: [
		{ name: 'The card’s net: first sum', params: {} },
		{ name: 'Its activation', params: { ask: 'first-a' } },
		{ name: 'Three layers: the last sum', params: { depth: 3, ask: 'last-z' } },
		{ name: 'ReLU: the loss', params: { activation: 'relu', ask: 'loss', seed: 3 } },
	],
	equation: {
		tex: [
			`${tag('a', '\\pmb{a}^0')}=${tag('x', '\\pmb{x}')}`,
			`${tag('z', '\\pmb{z}^l')}=${tag('W', '\\pmb{W}^l')}\\,${tag('input', '\\pmb{a}^{l-1}')}+${tag('b', '\\pmb{b}^l')}`,
			`${tag('a', '\\pmb{a}^l')}=${tag('f', 'f')}(${tag('z', '\\pmb{z}^l')})`,
			`${tag('loss', '\\ell')}=\\ell(${tag('a', '\\pmb{a}^L')},${tag('y', 'y')})`,
		],
		symbols: [
			{ id: 'x', tex: '\\pmb{x}', words: 'input' },
			{ id: 'W', tex: '\\pmb{W}^l', words: 'weights, one row a unit' },
			{ id: 'input', tex: '\\pmb{a}^{l-1}', words: 'what the layer reads' },
			{ id: 'b', tex: '\\pmb{b}^l', words: 'biases' },
			{ id: 'z', tex: '\\pmb{z}^l', words: 'pre-activations' },
			{ id: 'f', tex: 'f', words: 'activation function' },
			{ id: 'a', tex: '\\pmb{a}^l', words: 'activations' },
			{ id: 'y', tex: 'y', words: 'target' },
			{ id: 'loss', tex: '\\ell', words: 'loss, here (a−y)²' },
		],
	},
	prediction: {
		kind: 'number',
		symbol: 'the value',
		min: -50,
		max: 50,
		step: 0.001,
		question: ({ depth, ask, activation }) => {
			const f = { tanh: 'tanh', sigmoid: 'the sigmoid', relu: 'ReLU', identity: 'the identity' }[activation];
			const what = {
				'first-z': 'is the first entry of z¹ = W¹x + b¹',
				'first-a': `is the first entry of a¹, ${f} of z¹`,
				'last-z': `is the first entry of z${superscript(depth)}, the sum of the last layer`,
				'last-a': `is the output a${superscript(depth)}, ${f} of z${superscript(depth)}`,
				loss: 'is the loss ℓ = (a − y)²',
			}[ask];
			return `All before it is worked out in the picture. What ${what}, to within 1 %?`;
		},
		bands: (answer) => ({
			hit: Math.max(0.005, 0.01 * Math.abs(answer)),
			close: Math.max(0.05, 0.1 * Math.abs(answer)),
		}),
		answer: ({ value }) => value,
		measured: ({ value }) => fixedWords(value, 3),
	},
	playback: { kind: 'steps', paceMs: 550 },
};
