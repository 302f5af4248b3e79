import type { DemoSpec } from '@/lib/demos/demo';
import { fixedWords } from '@/lib/demos/number-words';
import type { ComplexityOutcome } from './model';
import { complexityFields } from './params';

const tag = (sym: string, tex: string) => `\\htmlData{sym=${sym}}{${tex}}`;
const [M, L, B] = [tag('M', 'M'), tag('L', 'L'), tag('B', 'B')];
const NAMES = { width: 'width M', depth: 'depth L', batch: 'batch B' };

/** What the demo `backprop-complexity` is: the work of both passes, counted, as one size doubles. */
export const complexitySpec: DemoSpec<typeof complexityFields, ComplexityOutcome> = {
	id: 'backprop-complexity',
	cardId: 'neural-networks/backprop-complexity',
	shows:
		'Each size doubles in turn: on log-log axes work grows with slope 2 in the width, and with slope 1 in depth and batch.',
	fields: complexityFields,
	presets: [
		{ name: 'Width doubles', params: {} },
		{ name: 'Depth doubles', params: { sweep: 'depth' } },
		{ name: 'Batch doubles', params: { sweep: 'batch' } },
	],
	equation: {
		tex: [
			`${tag('forward', '\\text{forward}')}=${L}\\,${M}^2${B}`,
			`${tag('backward', '\\text{backward}')}=(2${L}-1)\\,${M}^2${B}`,
			`${tag('space', '\\text{space}')}\\approx 2${L}\\bigl(${M}^2+${M}+${B}${M}\\bigr)`,
		],
		symbols: [
			{ id: 'M', tex: 'M', words: 'units a layer' },
			{ id: 'L', tex: 'L', words: 'layers of weights' },
			{ id: 'B', tex: 'B', words: 'examples a batch' },
			{ id: 'forward', tex: '\\text{forward}', words: 'multiply-adds, counted' },
			{ id: 'backward', tex: '\\text{backward}', words: 'multiply-adds, counted' },
			{ id: 'space', tex: '\\text{space}', words: 'numbers in memory' },
		],
	},
	prediction: {
		kind: 'choice',
		options: [
			{ value: '0', label: 'stays as it is' },
			{ value: '1', label: 'twice' },
			{ value: '2', label: 'four times' },
			{ value: '3', label: 'eight times' },
		],
		question: ({ sweep }) => `When the ${NAMES[sweep]} doubles, by how much does the work of a training pass grow?`,
		answer: ({ factor }) => String(Math.round(Math.log2(factor))),
		measured: ({ factor }) => `${fixedWords(factor, 2)} times the multiply-adds`,
	},
	playback: { kind: 'steps', paceMs: 260 },
};
