import type { ChoiceField, NumberField, ParamsOf, SeedField } from '@/lib/demos/field';

/** The parameters of the demo `initialisation-gradient-signal`. */
export const signalFields = {
	activation: {
		kind: 'choice',
		label: 'Activation f',
		hint: 'of the hidden layers',
		default: 'sigmoid',
		options: [
			{ value: 'sigmoid', label: 'σ sigmoid' },
			{ value: 'tanh', label: 'tanh' },
		],
	} as ChoiceField<'sigmoid' | 'tanh'>,
	depth: {
		kind: 'number',
		label: 'Depth L',
		hint: 'layers of weights',
		default: 5,
		min: 3,
		max: 12,
		step: 1,
		scale: 'linear',
		whole: true,
	} as NumberField,
	sd: {
		kind: 'number',
		label: 'Standard deviation of the weights',
		hint: 'the scale looked at in detail',
		default: 1,
		min: 0.01,
		max: 100,
		step: 0.01,
		scale: 'log',
	} as NumberField,
	seed: { kind: 'seed', label: 'Seed', default: 1, max: 999_999 } as SeedField,
};

export type SignalParams = ParamsOf<typeof signalFields>;
