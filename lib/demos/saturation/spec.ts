import type { DemoSpec } from '@/lib/demos/demo';
import { fixedWords, numberWords, plainWords } from '@/lib/demos/number-words';
import type { SaturationOutcome } from './model';
import { saturationFields } from './params';

const slope = "\\htmlData{sym=slope}{f'(\\htmlData{sym=z}{z_i^l})}";

/** What the demo `saturation` is: where the pre-activations fall on the curve of f, and how much slope they find there. */
export const saturationSpec: DemoSpec<typeof saturationFields, SaturationOutcome> = {
	id: 'saturation',
	cardId: 'neural-networks/saturation',
	shows: 'Large pre-activations land where f is flat; there its slope is near 0 and almost no gradient gets through.',
	fields: saturationFields,
	presets: [
		{ name: 'Weights of sd 1: saturated', params: {} },
		{ name: 'Weights of sd 1/√D: not', params: { sd: 0.1 } },
		{ name: 'Sigmoid, sd 1', params: { activation: 'sigmoid' } },
		{ name: 'ReLU: one side, at any scale', params: { activation: 'relu' } },
	],
	equation: {
		tex: [
			'\\htmlData{sym=sdz}{\\operatorname{sd}(z)}=\\htmlData{sym=D}{\\sqrt D}\\;\\htmlData{sym=sdw}{\\operatorname{sd}(w)}',
			`\\frac{\\partial\\ell}{\\partial z_i^l}=\\frac{\\partial\\ell}{\\partial a_i^l}\\;${slope}`,
			`\\htmlData{sym=share}{\\text{saturated}}:\\;|${slope}|<0.05\\,\\max f'`,
		],
		symbols: [
			{ id: 'D', tex: '\\sqrt D', words: 'root of the number of inputs' },
			{ id: 'sdw', tex: '\\operatorname{sd}(w)', words: 'size of the weights' },
			{ id: 'sdz', tex: '\\operatorname{sd}(z)', words: 'size of the pre-activations, measured' },
			{ id: 'z', tex: 'z', words: 'flat from here on' },
			{ id: 'slope', tex: "f'(z)", words: 'slope, as a share of the greatest (mean)' },
			{ id: 'share', tex: '\\text{sat.}', words: 'saturated, of all units' },
		],
	},
	prediction: {
		kind: 'number',
		symbol: 'saturated, in %',
		min: 0,
		max: 100,
		step: 1,
		question: ({ activation, inputs, sd }) =>
			`${inputs} inputs of size 1, weights of standard deviation ${plainWords(sd)}: what share of the ${activation} units, in %, falls where the slope is under 5 % of its greatest?`,
		bands: () => ({ hit: 8, close: 20 }),
		answer: ({ share }) => 100 * share,
		measured: ({ share, sdOfZ }) =>
			`${fixedWords(100 * share, share < 0.1 ? 1 : 0)} % saturated (z has sd ${numberWords(sdOfZ)})`,
	},
	playback: { kind: 'motion', paceMs: 45 },
};
