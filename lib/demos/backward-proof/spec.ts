import type { DemoSpec } from '@/lib/demos/demo';
import { powerWords } from '@/lib/demos/number-words';
import { type BackwardProofOutcome, nudgeWords } from './model';
import { backwardProofFields } from './params';

const nudged = (sign: string) => `\\ell(\\htmlData{sym=w}{w}${sign}\\htmlData{sym=eps}{\\varepsilon})`;

/** What the demo `backward-proof` is: the gradient that was derived, held against the slope of the loss itself. */
export const backwardProofSpec: DemoSpec<typeof backwardProofFields, BackwardProofOutcome> = {
	id: 'backward-proof',
	cardId: 'neural-networks/backward-proof',
	shows:
		'What the proof derives must be the slope of the loss: nudge a weight and compare secant with tangent, ε by ε.',
	fields: backwardProofFields,
	presets: [
		{ name: 'tanh, ε = 10⁻⁵', params: {} },
		{ name: 'Too large: the bend', params: { eps: '1' } },
		{ name: 'Too small: rounding', params: { eps: '1e-14' } },
		{ name: 'Sigmoid, first layer', params: { activation: 'sigmoid', weight: '1-1-1' } },
	],
	equation: {
		tex: [
			`\\htmlData{sym=tangent}{\\frac{\\partial\\ell}{\\partial w}}\\approx\\htmlData{sym=secant}{\\frac{${nudged('+')}-${nudged('-')}}{2\\varepsilon}}`,
			"\\htmlData{sym=error}{\\text{error}}\\approx\\underbrace{\\tfrac16\\,|\\ell'''|\\,\\htmlData{sym=eps}{\\varepsilon}^2}_{\\text{bend}}+\\underbrace{10^{-16}\\,\\htmlData{sym=loss}{\\ell}/\\htmlData{sym=eps}{\\varepsilon}}_{\\text{rounding}}",
		],
		symbols: [
			{ id: 'w', tex: 'w', words: 'the weight nudged' },
			{ id: 'eps', tex: '\\varepsilon', words: 'the nudge' },
			{ id: 'loss', tex: '\\ell', words: 'the loss at w' },
			{ id: 'tangent', tex: '\\tfrac{\\partial\\ell}{\\partial w}', words: 'by backprop' },
			{ id: 'secant', tex: '\\tfrac{\\Delta\\ell}{2\\varepsilon}', words: 'by nudging' },
			{ id: 'error', tex: '\\text{error}', words: 'relative, over all weights' },
		],
	},
	prediction: {
		kind: 'power-of-ten',
		min: -14,
		max: 0,
		ends: ['small nudge', 'large nudge'],
		question: () => 'With which nudge ε, to the nearest power of ten, does the secant agree best with backprop?',
		answer: ({ best }) => best.eps,
		measured: ({ best }) => `ε = ${nudgeWords(best.eps)} (error ${powerWords(best.error)})`,
	},
	playback: { kind: 'steps', paceMs: 90 },
};
