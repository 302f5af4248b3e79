import type { DemoSpec } from '@/lib/demos/demo';
import { numberWords, powerWords } from '@/lib/demos/number-words';
import type { ResidualOutcome } from './model';
import { residualFields } from './params';

const tag = (sym: string, tex: string) => `\\htmlData{sym=${sym}}{${tex}}`;
const gradient = (sym: string, l: string) => tag(sym, `\\frac{\\partial\\mathcal{L}}{\\partial\\pmb{a}_{${l}}}`);

/** What the demo `residual-layer` is: the way back through a deep net, with and without the identity. */
export const residualSpec: DemoSpec<typeof residualFields, ResidualOutcome> = {
	id: 'residual-layer',
	cardId: 'neural-networks/residual-layer',
	shows:
		'The same deep net twice: its skips carry the gradient back whole where the plain stack loses it layer by layer.',
	fields: residualFields,
	presets: [
		{ name: 'Sigmoid, skips on', params: {} },
		{ name: 'Sigmoid, skips off', params: { skip: 'off' } },
		{ name: '20 layers of tanh', params: { depth: 20, activation: 'tanh' } },
		{ name: 'ReLU, strong branch', params: { activation: 'relu', gain: 2 } },
	],
	equation: {
		tex: [
			`\\pmb{a}_{\\ell+1}=${tag('I', '\\pmb{a}_{\\ell}')}+${tag('dF', 'g\\,\\mathcal{F}(\\pmb{a}_{\\ell})')}`,
			`${gradient('da', '\\ell')}=${gradient('next', '\\ell+1')}\\left(${tag('I', 'I')}+${tag('dF', 'g\\,\\frac{\\partial\\mathcal{F}}{\\partial\\pmb{a}_{\\ell}}')}\\right)`,
		],
		symbols: [
			{ id: 'I', tex: 'I', words: 'the identity' },
			{ id: 'dF', tex: 'g\\,\\tfrac{\\partial\\mathcal{F}}{\\partial\\pmb{a}_\\ell}', words: 'the branch' },
			{
				id: 'da',
				tex: '\\tfrac{\\partial\\mathcal{L}}{\\partial\\pmb{a}_\\ell}',
				words: 'the gradient, where it has got to',
			},
			{
				id: 'next',
				tex: '\\tfrac{\\partial\\mathcal{L}}{\\partial\\pmb{a}_{\\ell+1}}',
				words: 'the gradient it set out as',
			},
		],
	},
	prediction: {
		kind: 'power-of-ten',
		min: -10,
		max: 4,
		question: ({ depth, activation, skip }) =>
			`${depth} ${activation} layers, skips ${skip}: how large is the gradient at layer 1, as a share of that at layer ${depth}, to the nearest power of ten?`,
		answer: ({ ratio }) => ratio,
		measured: ({ ratio, chosen, skips, plain }) => {
			const words = (value: number) => (value >= 0.01 && value < 1000 ? numberWords(value) : powerWords(value));
			return `${words(ratio)} (${chosen === 'on' ? `without skips ${words(plain)}` : `with skips ${words(skips)}`})`;
		},
	},
	playback: { kind: 'steps', paceMs: 120 },
	trains: 'After the run: 60 epochs of both nets on a disc inside a ring.',
};
