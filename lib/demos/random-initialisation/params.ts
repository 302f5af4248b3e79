import type { ChoiceField, NumberField, ParamsOf, SeedField } from '@/lib/demos/field';

/** The parameters of the demo `random-initialisation`. */
export const randomInitialisationFields = {
	init: {
		kind: 'choice',
		label: 'Weights start',
		hint: 'all 0, all 0.5, or normal with sd 1; biases at 0',
		default: 'constant',
		options: [
			{ value: 'constant', label: 'equal' },
			{ value: 'zero', label: 'zero' },
			{ value: 'random', label: 'random' },
		],
	} as ChoiceField<'constant' | 'zero' | 'random'>,
	width: {
		kind: 'number',
		label: 'Hidden units',
		default: 4,
		min: 2,
		max: 8,
		step: 1,
		scale: 'linear',
		whole: true,
	} as NumberField,
	activation: {
		kind: 'choice',
		label: 'Activation f',
		default: 'tanh',
		options: [
			{ value: 'tanh', label: 'tanh' },
			{ value: 'sigmoid', label: 'σ sigmoid' },
			{ value: 'relu', label: 'ReLU' },
		],
	} as ChoiceField<'tanh' | 'sigmoid' | 'relu'>,
	seed: { kind: 'seed', label: 'Seed', default: 1, max: 999_999 } as SeedField,
};

export type RandomInitialisationParams = ParamsOf<typeof randomInitialisationFields>;
