import type { DemoSpec } from '@/lib/demos/demo';
import { fixedWords, numberWords } from '@/lib/demos/number-words';
import type { EarlyStoppingOutcome } from './model';
import { earlyStoppingFields } from './params';

/** What the demo `early-stopping` is: two losses that part, and the epoch whose weights are worth keeping. */
export const earlyStoppingSpec: DemoSpec<typeof earlyStoppingFields, EarlyStoppingOutcome> = {
	id: 'early-stopping',
	cardId: 'neural-networks/early-stopping',
	shows: 'Training loss falls for ever; validation loss turns. Early stopping keeps the weights from the turn.',
	fields: earlyStoppingFields,
	presets: [
		{ name: 'Few, noisy examples', params: {} },
		{ name: 'Impatient: 2 checks', params: { patience: 2 } },
		{ name: 'Five times the examples', params: { examples: 200, epochs: 200 } },
		{ name: 'Hardly any noise', params: { noise: 0.05, epochs: 300 } },
	],
	equation: {
		tex: [
			'\\htmlData{sym=best}{t^*}=\\arg\\min_{\\htmlData{sym=t}{t}}\\;\\htmlData{sym=validation}{\\ell_{\\text{val}}(t)}',
			'\\text{stop at the first }\\htmlData{sym=t}{t}:\\quad \\htmlData{sym=t}{t}-\\htmlData{sym=best}{t^*_{\\le t}}\\ge\\htmlData{sym=patience}{\\text{patience}}',
			'\\text{and }\\htmlData{sym=train}{\\ell_{\\text{train}}(t)}\\text{ has no say}',
		],
		symbols: [
			{ id: 't', tex: 't', words: 'now' },
			{ id: 'train', tex: '\\ell_{\\text{train}}', words: 'training loss' },
			{ id: 'validation', tex: '\\ell_{\\text{val}}', words: 'validation loss' },
			{ id: 'best', tex: 't^*', words: 'lowest validation loss so far' },
			{ id: 'patience', tex: '\\text{patience}', words: 'since the lowest' },
		],
	},
	prediction: {
		kind: 'choice',
		options: [
			{ value: 'start', label: 'before epoch 10' },
			{ value: 'early', label: '10 to 79' },
			{ value: 'middle', label: '80 to 299' },
			{ value: 'late', label: '300 or later' },
		],
		question: ({ examples, epochs }) =>
			`${examples} noisy examples, ${epochs} epochs: at which epoch is the validation loss lowest?`,
		answer: ({ best }) => (best < 10 ? 'start' : best < 80 ? 'early' : best < 300 ? 'middle' : 'late'),
		measured: ({ best, bestLoss, finalLoss, ratio }) =>
			`epoch ${best} (${fixedWords(bestLoss, 2)}; at the end ${fixedWords(finalLoss, 2)}, ${numberWords(ratio)} times that)`,
	},
	playback: { kind: 'steps', paceMs: 45 },
};
