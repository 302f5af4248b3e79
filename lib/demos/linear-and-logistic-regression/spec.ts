import type { DemoSpec } from '@/lib/demos/demo';
import { numberWords } from '@/lib/demos/number-words';
import type { RegressionOutcome } from './model';
import { regressionFields } from './params';

const tag = (sym: string, tex: string) => `\\htmlData{sym=${sym}}{${tex}}`;
const net = `${tag('f', 'f')}\\bigl(${tag('w', '\\pmb{w}')}^{\\top}\\pmb{x}+${tag('b', 'b')}\\bigr)`;

/** What the demo `linear-and-logistic-regression` is: a net of one layer, and the line that the classical method finds. */
export const regressionSpec: DemoSpec<typeof regressionFields, RegressionOutcome> = {
	id: 'linear-and-logistic-regression',
	cardId: 'neural-networks/linear-and-logistic-regression',
	shows:
		'A net of one layer, trained by gradient descent, ends on the very line of least squares, or on the boundary of Newton’s method.',
	fields: regressionFields,
	presets: [
		{ name: 'Linear, 100 epochs', params: {} },
		{ name: 'Linear, stopped early', params: { epochs: 10 } },
		{ name: 'Logistic, 500 epochs', params: { model: 'logistic', epochs: 500 } },
		{ name: 'Logistic, stopped early', params: { model: 'logistic', epochs: 5 } },
		{ name: 'Linear, with a hidden layer', params: { hidden: '8', epochs: 1000 } },
	],
	equation: {
		tex: [
			`a=${net}`,
			`${tag('gap', '\\max_n')}\\,\\bigl|\\,${tag('w', '\\pmb{w}')}^{\\top}\\pmb{x}_n+${tag('b', 'b')}-(${tag('star', '\\pmb{w}_{*}')}^{\\top}\\pmb{x}_n+${tag('star', 'b_{*}')})\\bigr|`,
		],
		symbols: [
			{ id: 'f', tex: 'f', words: 'activation' },
			{ id: 'w', tex: '\\pmb{w}', words: 'weights of the net' },
			{ id: 'b', tex: 'b', words: 'its bias' },
			{ id: 'star', tex: '\\pmb{w}_{*},\\,b_{*}', words: 'the classical fit' },
			{ id: 'gap', tex: '\\max_n', words: 'greatest distance between the two' },
		],
	},
	prediction: {
		kind: 'choice',
		options: [
			{ value: 'same', label: 'the same (under a millionth)' },
			{ value: 'near', label: 'near, not the same' },
			{ value: 'apart', label: 'clearly another (over 0.1)' },
		],
		question: ({ model, hidden, epochs }) =>
			`A net ${hidden === '0' ? 'without hidden layer' : `with ${hidden} hidden tanh units`} is trained for ${epochs} epochs: does it find what ${model === 'linear' ? 'ordinary least squares' : 'Newton’s method'} finds?`,
		answer: ({ gap }) => (gap < 1e-6 ? 'same' : gap <= 0.1 ? 'near' : 'apart'),
		measured: ({ gap }) => `at most ${numberWords(gap)} apart`,
	},
	playback: { kind: 'steps', paceMs: 60 },
};
