import type { DemoSpec } from '@/lib/demos/demo';
import type { PassesOutcome } from './model';
import { passesFields } from './params';

const tag = (sym: string, tex: string) => `\\htmlData{sym=${sym}}{${tex}}`;

/** What the demo `forward-backward-passes` is: one pass there and one back, and the memory between them. */
export const passesSpec: DemoSpec<typeof passesFields, PassesOutcome> = {
	id: 'forward-backward-passes',
	cardId: 'neural-networks/forward-backward-passes',
	shows: 'The forward pass fills a shelf at every layer; the backward pass empties them in the other order.',
	fields: passesFields,
	presets: [
		{ name: 'The card’s net', params: {} },
		{ name: 'Six layers', params: { depth: 6 } },
		{ name: 'Two layers of six', params: { depth: 2, width: 6 } },
	],
	equation: {
		tex: [
			`${tag('a', '\\pmb{a}^l')}=f\\bigl(\\pmb{W}^l${tag('input', '\\pmb{a}^{l-1}')}+\\pmb{b}^l\\bigr),\\quad l=1,\\dots,${tag('L', 'L')}`,
			`${tag('dz', '\\frac{\\partial\\ell}{\\partial\\pmb{z}^l}')}=\\frac{\\partial\\ell}{\\partial\\pmb{z}^{l+1}}\\,\\pmb{W}^{l+1}\\operatorname{diag}\\bigl(${tag('slope', "f'(\\pmb{z}^l)")}\\bigr)`,
			`\\frac{\\partial\\ell}{\\partial\\pmb{W}^l}=\\Bigl(${tag('input', '\\pmb{a}^{l-1}')}\\,${tag('dz', '\\frac{\\partial\\ell}{\\partial\\pmb{z}^l}')}\\Bigr)^{\\!\\top}`,
		],
		symbols: [
			{ id: 'L', tex: 'L', words: 'layers' },
			{ id: 'a', tex: '\\pmb{a}^l', words: 'what goes on to the next layer' },
			{ id: 'input', tex: '\\pmb{a}^{l-1}', words: 'kept: what the layer read' },
			{ id: 'slope', tex: "f'(\\pmb{z}^l)", words: 'kept: the slopes of its units' },
			{ id: 'loss', tex: '\\ell', words: 'loss, where the way back begins' },
			{ id: 'dz', tex: '\\tfrac{\\partial\\ell}{\\partial\\pmb{z}^l}', words: 'gradient at the layer' },
			{ id: 'kept', tex: '\\textstyle\\sum', words: 'kept at this moment' },
		],
	},
	prediction: {
		kind: 'choice',
		options: [
			{ value: 'descending', label: 'L first, then L−1, …, 1 last' },
			{ value: 'ascending', label: '1 first, then 2, …, L last' },
			{ value: 'together', label: 'all at once, with the loss' },
		],
		question: ({ depth }) => `In which order do the gradients ∂ℓ/∂z of the ${depth} layers become known?`,
		answer: ({ order }) => order,
		measured: ({ turns }) => `layer ${turns.map((turn) => turn.join(' and ')).join(', ')}`,
	},
	playback: { kind: 'steps', paceMs: 500 },
};
