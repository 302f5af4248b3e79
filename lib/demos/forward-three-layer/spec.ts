import type { DemoSpec } from '@/lib/demos/demo';
import { plainWords } from '@/lib/demos/number-words';
import { SATURATED, type ThreeLayerOutcome } from './model';
import { threeLayerFields } from './params';

const tag = (sym: string, tex: string) => `\\htmlData{sym=${sym}}{${tex}}`;
const W = (l: number) => tag(`W${l}`, `\\pmb{W}^${l}`);

/** What the demo `forward-three-layer` is: one nested formula, unfolded from the inside, and what a growing x does to it. */
export const threeLayerSpec: DemoSpec<typeof threeLayerFields, ThreeLayerOutcome> = {
	id: 'forward-three-layer',
	cardId: 'neural-networks/forward-three-layer',
	shows: 'The formula is worked out from the inside: x, then level 1, 2 and 3. Then x grows, and one level goes flat.',
	fields: threeLayerFields,
	presets: [
		{ name: 'The card’s input', params: {} },
		{ name: 'Ten times as long', params: { scale: 10 } },
		{ name: 'A small input', params: { x: [0.1, 0.1], scale: 3 } },
		{ name: 'Another direction', params: { x: [-0.5, 1.5], scale: 8 } },
	],
	equation: {
		tex: [
			`${tag('y', '\\pmb{y}')}=\\tanh\\Bigl(${W(3)}\\,${tag('a2', '\\pmb{a}^2')}+\\pmb{b}^3\\Bigr)`,
			`${tag('a2', '\\pmb{a}^2')}=\\tanh\\Bigl(${W(2)}\\,${tag('a1', '\\pmb{a}^1')}+\\pmb{b}^2\\Bigr)`,
			`${tag('a1', '\\pmb{a}^1')}=\\tanh\\Bigl(${W(1)}\\,${tag('x', '\\pmb{x}')}+\\pmb{b}^1\\Bigr)`,
		],
		symbols: [
			{ id: 'x', tex: '\\pmb{x}', words: 'input' },
			{ id: 'W1', tex: '\\pmb{W}^1', words: 'weights of level 1' },
			{ id: 'a1', tex: '\\pmb{a}^1', words: 'level 1, the innermost' },
			{ id: 'W2', tex: '\\pmb{W}^2', words: 'weights of level 2' },
			{ id: 'a2', tex: '\\pmb{a}^2', words: 'level 2' },
			{ id: 'W3', tex: '\\pmb{W}^3', words: 'weights of level 3' },
			{ id: 'y', tex: '\\pmb{y}=\\pmb{a}^3', words: 'output' },
		],
	},
	prediction: {
		kind: 'choice',
		options: [
			{ value: '1', label: 'level 1, the innermost' },
			{ value: '2', label: 'level 2' },
			{ value: '3', label: 'level 3, the outermost' },
			{ value: 'none', label: 'none of them' },
		],
		question: ({ scale }) =>
			`Run makes x ${plainWords(scale)} times as long. Which level saturates first, that is, which has its mean slope below ${SATURATED} first?`,
		answer: ({ first }) => (first === null ? 'none' : String(first)),
		measured: ({ first, factor }) =>
			first === null
				? 'none of them'
				: factor === 1
					? `level ${first}, before x grew`
					: `level ${first}, at ${plainWords(Number(factor.toPrecision(2)))} times x`,
	},
	playback: { kind: 'steps', paceMs: 90 },
};
