import type { DemoSpec } from '@/lib/demos/demo';
import { numberWords, plainWords, subscript } from '@/lib/demos/number-words';
import type { NeuronOutcome } from './model';
import { neuronFields } from './params';

/** What the demo `neuron` is: a weighted sum, and the curve that turns it into an output. */
export const neuronSpec: DemoSpec<typeof neuronFields, NeuronOutcome> = {
	id: 'neuron',
	cardId: 'neural-networks/neuron',
	shows: 'Each weighted input pushes the sum z up or down; the activation f turns z into the output a.',
	fields: neuronFields,
	presets: [
		{ name: 'The card’s example', params: {} },
		{ name: 'Saturated', params: { x: [3, -2], w: [2, 0.5], flip: '2' } },
		{ name: 'ReLU, switched off', params: { activation: 'relu' } },
		{ name: 'Centred tanh', params: { activation: 'tanh', x: [1, -1], w: [1, 1], b: 0, flip: '1' } },
	],
	equation: {
		tex: [
			'\\htmlData{sym=z}{z}=\\htmlData{sym=b}{b}+\\sum_{j=1}^{D}\\htmlData{sym=w}{w_j}\\,\\htmlData{sym=x}{x_j}',
			'\\htmlData{sym=a}{a}=\\htmlData{sym=f}{f}\\bigl(\\htmlData{sym=b}{b}+\\htmlData{sym=w}{\\pmb{w}}^{\\top}\\htmlData{sym=x}{\\pmb{x}}\\bigr)=\\htmlData{sym=f}{f}(\\htmlData{sym=z}{z})',
		],
		symbols: [
			{ id: 'x', tex: '\\pmb{x}', words: 'inputs' },
			{ id: 'w', tex: '\\pmb{w}', words: 'weights' },
			{ id: 'b', tex: 'b', words: 'bias' },
			{ id: 'z', tex: 'z', words: 'pre-activation, the sum' },
			{ id: 'f', tex: 'f', words: 'activation function' },
			{ id: 'a', tex: 'a', words: 'activation, the output' },
			{ id: 'slope', tex: "f'(z)", words: 'slope of the tangent' },
		],
	},
	prediction: {
		kind: 'number',
		symbol: 'a',
		min: -20,
		max: 20,
		step: 0.01,
		question: ({ w, flip }) => {
			const weight = w[Number(flip) - 1] ?? 0;
			return `Run turns w${subscript(Number(flip))} from ${plainWords(weight)} to ${plainWords(-weight || 0)}. What will the output a be?`;
		},
		bands: (answer) => ({ hit: Math.max(0.1, 0.1 * Math.abs(answer)), close: Math.max(0.25, 0.3 * Math.abs(answer)) }),
		answer: (outcome) => outcome.after.a,
		measured: ({ before, after }) => `a = ${numberWords(after.a)} (was ${numberWords(before.a)})`,
	},
	playback: { kind: 'motion', paceMs: 30 },
};
