import type { DemoSpec } from '@/lib/demos/demo';
import { numberWords } from '@/lib/demos/number-words';
import { MOST_EPOCHS, type ReluVsSigmoidOutcome } from './model';
import { reluVsSigmoidFields } from './params';

/** What the demo `relu-vs-sigmoid` is: two nets alike but for f, racing to 95 %. */
export const reluVsSigmoidSpec: DemoSpec<typeof reluVsSigmoidFields, ReluVsSigmoidOutcome> = {
	id: 'relu-vs-sigmoid',
	cardId: 'neural-networks/relu-vs-sigmoid',
	shows: 'Same points, same seed, same learning rate: one net of ReLU units, one of sigmoid units, both to 95 % right.',
	fields: reluVsSigmoidFields,
	presets: [
		{ name: 'Two layers of eight', params: {} },
		{ name: 'One layer', params: { hidden: 1 } },
		{ name: 'Four layers', params: { hidden: 4 } },
		{ name: 'Narrow: ReLU units die', params: { width: 3, rate: 1 } },
	],
	equation: {
		tex: [
			"\\sigma'(z)=\\sigma(z)\\bigl(1-\\sigma(z)\\bigr)\\;\\htmlData{sym=sigmoidSlope}{\\le\\tfrac14}",
			"\\operatorname{ReLU}'(z)=\\htmlData{sym=reluSlope}{\\begin{cases}1&z>0\\\\0&z<0\\end{cases}}",
			'\\frac{\\lVert\\partial\\ell/\\partial\\pmb z^1\\rVert}{\\lVert\\partial\\ell/\\partial\\pmb z^L\\rVert}:\\;\\htmlData{sym=reluSignal}{\\text{ReLU}},\\;\\htmlData{sym=sigmoidSignal}{\\text{sigmoid}}',
		],
		symbols: [
			{ id: 'sigmoidSlope', tex: "\\sigma'", words: 'mean slope of the sigmoid units' },
			{ id: 'reluSlope', tex: "\\operatorname{ReLU}'", words: 'mean slope of the ReLU units' },
			{ id: 'sigmoidSignal', tex: '\\text{sigmoid}', words: 'gradient at layer 1 over that at layer L' },
			{ id: 'reluSignal', tex: '\\text{ReLU}', words: 'gradient at layer 1 over that at layer L' },
		],
	},
	prediction: {
		kind: 'choice',
		options: [
			{ value: 'relu-far', label: 'ReLU, 5 times sooner or more' },
			{ value: 'relu', label: 'ReLU, by less' },
			{ value: 'sigmoid', label: 'sigmoid, or at once' },
			{ value: 'neither', label: 'neither' },
		],
		question: ({ data }) =>
			`Which net is first to have 95 % of the ${data} points right, within ${MOST_EPOCHS} epochs, and how clearly?`,
		answer: ({ relu, sigmoid, factor }) => {
			if (!relu.finished && !sigmoid.finished) return 'neither';
			return factor >= 5 ? 'relu-far' : factor > 1 ? 'relu' : 'sigmoid';
		},
		measured: ({ relu, sigmoid, factor }) =>
			`ReLU ${epochWords(relu)}, sigmoid ${epochWords(sigmoid)}${relu.finished && factor > 1 ? `: ${sigmoid.finished ? '' : 'at least '}${numberWords(factor)} times` : ''}`,
	},
	playback: { kind: 'steps', paceMs: 60 },
};

function epochWords({ epochs, finished }: { epochs: number; finished: boolean }): string {
	return finished ? `${epochs} epoch${epochs === 1 ? '' : 's'}` : `not within ${epochs} epochs`;
}
