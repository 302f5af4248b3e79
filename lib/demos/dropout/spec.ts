import type { DemoSpec } from '@/lib/demos/demo';
import { plainWords } from '@/lib/demos/number-words';
import { type DropoutOutcome, percent } from './model';
import { dropoutFields } from './params';

const tag = (sym: string, tex: string) => `\\htmlData{sym=${sym}}{${tex}}`;

/** What the demo `dropout` is: two nets that lose half of their hidden units, one of which was trained for it. */
export const dropoutSpec: DemoSpec<typeof dropoutFields, DropoutOutcome> = {
	id: 'dropout',
	cardId: 'neural-networks/dropout',
	shows:
		'Two nets learn the same; then both lose a random half of their hidden units. Only the one trained with dropout still works.',
	fields: dropoutFields,
	presets: [
		{ name: 'p = 0.5', params: {} },
		{ name: 'No dropout, p = 0', params: { p: 0 } },
		{ name: 'Moons', params: { data: 'moons' } },
		{ name: 'Few units', params: { width: 8 } },
	],
	equation: {
		tex: [
			`\\tilde{a}_i=${tag('scale', '\\frac{1}{1-p}')}\\,${tag('m', 'm_i')}\\,${tag('a', 'a_i')}`,
			`${tag('m', 'm_i')}=\\begin{cases}0&\\text{with probability }${tag('p', 'p')}\\\\1&\\text{otherwise}\\end{cases}`,
		],
		symbols: [
			{ id: 'p', tex: 'p', words: 'probability to drop a unit' },
			{ id: 'm', tex: 'm_i', words: 'the mask' },
			{ id: 'scale', tex: '\\frac{1}{1-p}', words: 'scale of the survivors' },
			{ id: 'a', tex: 'a_i', words: 'what the net gets right now' },
		],
	},
	prediction: {
		kind: 'choice',
		options: [
			{ value: 'guess', label: 'under 65 %' },
			{ value: 'some', label: '65 to 85 %' },
			{ value: 'most', label: '85 to 95 %' },
			{ value: 'all', label: 'over 95 %' },
		],
		question: ({ p, width }) =>
			`A net of ${width} hidden units, trained ${p === 0 ? 'without dropout' : `with p = ${plainWords(p)}`}, loses a random half of them (the others count double): how many points are still right on average?`,
		answer: ({ half }) => (half < 0.65 ? 'guess' : half < 0.85 ? 'some' : half < 0.95 ? 'most' : 'all'),
		measured: ({ half, plainHalf }) => `${percent(half)} (without dropout ${percent(plainHalf)})`,
	},
	playback: { kind: 'steps', paceMs: 90 },
};
