import type { DemoSpec } from '@/lib/demos/demo';
import { fixedWords } from '@/lib/demos/number-words';
import { type DepthDegradationOutcome, EPOCHS } from './model';
import { depthDegradationFields } from './params';

const loss = (sym: string, layers: string) => `\\htmlData{sym=${sym}}{\\ell_{\\text{train}}^{${layers}}}`;

/** What the demo `depth-degradation` is: the training loss of 2, 8 and many plain layers. */
export const depthDegradationSpec: DemoSpec<typeof depthDegradationFields, DepthDegradationOutcome> = {
	id: 'depth-degradation',
	cardId: 'neural-networks/depth-degradation',
	shows: 'Three plain nets, the same training points: past some depth even the training loss gets worse.',
	fields: depthDegradationFields,
	presets: [
		{ name: 'ReLU, 20 layers', params: {} },
		{ name: 'tanh, 20 layers', params: { activation: 'tanh', data: 'circle' } },
		{ name: 'Sigmoid, 9 layers', params: { activation: 'sigmoid', data: 'circle', depth: 9 } },
	],
	equation: {
		tex: [
			`${loss('deep', 'L')}>${loss('eight', '8')}\\quad\\text{with}\\;\\htmlData{sym=L}{L}>8`,
			"\\frac{\\partial\\ell}{\\partial\\pmb z^1}=\\frac{\\partial\\ell}{\\partial\\pmb z^L}\\,\\htmlData{sym=signal}{\\prod_{l=L-1}^{1}\\pmb W^{l+1}\\operatorname{diag}\\bigl(f'(\\pmb z^l)\\bigr)}",
			`${loss('two', '2')}\\;\\text{: too shallow to bend enough}`,
		],
		symbols: [
			{ id: 'L', tex: 'L', words: 'layers of the deepest net' },
			{ id: 'two', tex: '\\ell_{\\text{train}}^{2}', words: 'training loss, 2 layers' },
			{ id: 'eight', tex: '\\ell_{\\text{train}}^{8}', words: 'training loss, 8 layers' },
			{ id: 'deep', tex: '\\ell_{\\text{train}}^{L}', words: 'training loss, L layers' },
			{ id: 'signal', tex: '\\prod', words: 'gradient at layer 1 over that at layer L' },
		],
	},
	prediction: {
		kind: 'choice',
		options: [
			{ value: 'lower', label: 'lower: more layers fit more' },
			{ value: 'same', label: 'about the same, within 0.05' },
			{ value: 'higher', label: 'higher' },
		],
		question: ({ depth }) =>
			`After ${EPOCHS} epochs, how does the training loss of ${depth} layers compare with that of 8?`,
		answer: ({ middle, deep }) => (Math.abs(deep - middle) <= 0.05 ? 'same' : deep > middle ? 'higher' : 'lower'),
		measured: ({ middle, deep }, { depth }) =>
			`${depth} layers ${fixedWords(deep, 3)}, 8 layers ${fixedWords(middle, 3)}`,
	},
	playback: { kind: 'steps', paceMs: 45 },
};
