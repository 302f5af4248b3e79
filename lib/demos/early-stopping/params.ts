import type { ChoiceField, NumberField, ParamsOf, SeedField } from '@/lib/demos/field';

/** The parameters of the demo `early-stopping`. */
export const earlyStoppingFields = {
	data: {
		kind: 'choice',
		label: 'Data',
		default: 'moons',
		options: [
			{ value: 'moons', label: 'moons' },
			{ value: 'circle', label: 'circle' },
			{ value: 'xor', label: 'xor' },
		],
	} as ChoiceField<'moons' | 'circle' | 'xor'>,
	examples: {
		kind: 'number',
		label: 'Training examples',
		hint: 'the validation set has 200 others',
		default: 40,
		min: 10,
		max: 200,
		step: 1,
		scale: 'log',
		whole: true,
	} as NumberField,
	noise: {
		kind: 'number',
		label: 'Noise',
		hint: 'standard deviation, added to both coordinates',
		default: 0.35,
		min: 0,
		max: 0.6,
		step: 0.05,
		scale: 'linear',
	} as NumberField,
	epochs: {
		kind: 'number',
		label: 'Epochs',
		default: 600,
		min: 50,
		max: 1000,
		step: 10,
		scale: 'log',
		whole: true,
	} as NumberField,
	patience: {
		kind: 'number',
		label: 'Patience',
		hint: 'checks without a new lowest, one check an epoch',
		default: 20,
		min: 1,
		max: 200,
		step: 1,
		scale: 'log',
		whole: true,
	} as NumberField,
	seed: { kind: 'seed', label: 'Seed', default: 1, max: 999_999 } as SeedField,
};

export type EarlyStoppingParams = ParamsOf<typeof earlyStoppingFields>;
