import type { ChoiceField, NumberField, ParamsOf, SeedField } from '@/lib/demos/field';

/** The parameters of the demo `class-encoding`. */
export const encodingFields = {
	classes: {
		kind: 'number',
		label: 'Classes K',
		hint: 'clusters, numbered round a circle',
		default: 4,
		min: 3,
		max: 8,
		step: 1,
		scale: 'linear',
		whole: true,
	} as NumberField,
	encoding: {
		kind: 'choice',
		label: 'Code of the classes',
		default: 'binary',
		options: [
			{ value: 'one-hot', label: 'one-hot' },
			{ value: 'binary', label: 'binary' },
			{ value: 'gray', label: 'Gray' },
		],
	} as ChoiceField<'one-hot' | 'binary' | 'gray'>,
	hidden: {
		kind: 'number',
		label: 'Hidden units',
		hint: 'tanh; 0 is no hidden layer',
		default: 0,
		min: 0,
		max: 16,
		step: 1,
		scale: 'linear',
		whole: true,
	} as NumberField,
	seed: { kind: 'seed', label: 'Seed', default: 1, max: 999_999 } as SeedField,
};

export type EncodingParams = ParamsOf<typeof encodingFields>;
