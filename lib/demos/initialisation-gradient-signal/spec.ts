import type { DemoSpec } from '@/lib/demos/demo';
import { numberWords, plainWords } from '@/lib/demos/number-words';
import type { SignalOutcome } from './model';
import { signalFields } from './params';

const tag = (sym: string, tex: string) => `\\htmlData{sym=${sym}}{${tex}}`;
const gradient = (sym: string, l: string) => tag(sym, `\\frac{\\partial\\ell}{\\partial\\pmb{z}^{${l}}}`);

/** What the demo `initialisation-gradient-signal` is: how much gradient reaches layer 1, scale by scale. */
export const signalSpec: DemoSpec<typeof signalFields, SignalOutcome> = {
	id: 'initialisation-gradient-signal',
	cardId: 'neural-networks/initialisation-gradient-signal',
	shows:
		'Weights too small starve the gradient, weights too large flatten the slopes: only a moderate scale lets it reach layer 1.',
	fields: signalFields,
	presets: [
		{ name: 'Moderate, sd 1', params: {} },
		{ name: 'Too large, sd 10', params: { sd: 10 } },
		{ name: 'Too small, sd 0.05', params: { sd: 0.05 } },
		{ name: 'tanh, 8 layers', params: { activation: 'tanh', depth: 8, sd: 0.3 } },
	],
	equation: {
		tex: [
			`${gradient('first', 'l')}=${gradient('last', 'l+1')}\\,${tag('sd', '\\pmb{W}^{l+1}')}\\,${tag('slope', "\\operatorname{diag}\\bigl(f'(\\pmb{z}^l)\\bigr)")}`,
		],
		symbols: [
			{ id: 'sd', tex: '\\pmb{W}^{l+1}', words: 'weights: their standard deviation' },
			{ id: 'slope', tex: "f'(\\pmb{z}^l)", words: 'slopes of the hidden units' },
			{ id: 'first', tex: '\\tfrac{\\partial\\ell}{\\partial\\pmb{z}^l}', words: 'the gradient that arrives' },
			{ id: 'last', tex: '\\tfrac{\\partial\\ell}{\\partial\\pmb{z}^{l+1}}', words: 'the gradient that set out' },
		],
	},
	prediction: {
		kind: 'choice',
		options: ['0.01', '0.1', '1', '10', '100'].map((value) => ({ value, label: `about ${value}` })),
		question: ({ depth, activation }) =>
			`In an untrained net of ${depth} ${activation} layers, which standard deviation of the weights lets the most gradient reach layer 1?`,
		answer: ({ peak }) => String(Number(`1e${Math.round(Math.log10(peak.sd))}`)),
		measured: ({ peak }) => `sd ${plainWords(peak.sd)}, with ${numberWords(peak.norms[0] ?? 0)}`,
	},
	playback: { kind: 'steps', paceMs: 110 },
};
