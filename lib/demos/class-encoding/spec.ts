import type { DemoSpec } from '@/lib/demos/demo';
import { fixedWords } from '@/lib/demos/number-words';
import type { EncodingOutcome } from './model';
import { encodingFields } from './params';

const tag = (sym: string, tex: string) => `\\htmlData{sym=${sym}}{${tex}}`;

/** What the demo `class-encoding` is: one map for each output, and which classes it has to part. */
export const encodingSpec: DemoSpec<typeof encodingFields, EncodingOutcome> = {
	id: 'class-encoding',
	cardId: 'neural-networks/class-encoding',
	shows:
		'Every output draws a boundary of its own. A binary code decides which classes must share a side, and that can ask for too much.',
	fields: encodingFields,
	presets: [
		{ name: 'Binary', params: {} },
		{ name: 'One-hot', params: { encoding: 'one-hot' } },
		{ name: 'Gray', params: { encoding: 'gray' } },
		{ name: 'Binary, 8 hidden units', params: { hidden: 8 } },
		{ name: '8 classes, binary', params: { classes: 8 } },
	],
	equation: {
		tex: [
			`\\text{one-hot: }${tag('outputs', 'K')}\\text{ outputs},\\quad \\pmb{y}=${tag('code', '\\pmb{e}_k')}`,
			`\\text{binary: }${tag('outputs', '\\lceil\\log_2 K\\rceil')}\\text{ outputs},\\quad \\pmb{y}=${tag('code', '\\operatorname{bits}(k)')}`,
			`${tag('right', '\\hat{k}')}=\\arg\\min_{k<${tag('K', 'K')}}\\lVert\\pmb{a}^L-\\pmb{y}_k\\rVert`,
		],
		symbols: [
			{ id: 'K', tex: 'K', words: 'classes' },
			{ id: 'outputs', tex: '\\dim\\pmb{a}^L', words: 'outputs' },
			{ id: 'code', tex: '\\pmb{y}_k', words: 'code words, in order' },
			{ id: 'right', tex: '\\hat{k}=k', words: 'decoded right' },
		],
	},
	prediction: {
		kind: 'choice',
		options: [
			{ value: '25', label: 'about 25 %' },
			{ value: '50', label: 'about 50 %' },
			{ value: '75', label: 'about 75 %' },
			{ value: '100', label: 'all of them' },
		],
		question: ({ classes, encoding, hidden }) =>
			`${classes} clusters in order round a circle, ${encoding === 'gray' ? 'Gray' : encoding} code, ${hidden === 0 ? 'no hidden layer' : `${hidden} hidden units`}: how many points are decoded right after training?`,
		answer: ({ accuracy }) => (accuracy > 0.875 ? '100' : accuracy > 0.625 ? '75' : accuracy > 0.375 ? '50' : '25'),
		measured: ({ accuracy, outputs }) => `${fixedWords(100 * accuracy, 0)} %, with ${outputs} outputs`,
	},
	playback: { kind: 'steps', paceMs: 60 },
};
