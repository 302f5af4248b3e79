import type { ChoiceField, NumberField, ParamsOf, SeedField } from '@/lib/demos/field';

/** The parameters of the demo `dropout`. */
export const dropoutFields = {
	data: {
		kind: 'choice',
		label: 'Data',
		default: 'circle',
		options: [
			{ value: 'circle', label: 'circle' },
			{ value: 'moons', label: 'moons' },
		],
	} as ChoiceField<'circle' | 'moons'>,
	width: {
		kind: 'number',
		label: 'Hidden units',
		hint: 'one layer of ReLU',
		default: 32,
		min: 8,
		max: 64,
		step: 2,
		scale: 'linear',
		whole: true,
	} as NumberField,
	p: {
		kind: 'number',
		label: 'p, the probability to drop a unit',
		default: 0.5,
		min: 0,
		max: 0.8,
		step: 0.05,
		scale: 'linear',
	} as NumberField,
	seed: { kind: 'seed', label: 'Seed', default: 1, max: 999_999 } as SeedField,
};

export type DropoutParams = ParamsOf<typeof dropoutFields>;
