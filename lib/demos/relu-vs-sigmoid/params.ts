import type { ChoiceField, NumberField, ParamsOf, SeedField } from '@/lib/demos/field';

/** The parameters of the demo `relu-vs-sigmoid`. */
export const reluVsSigmoidFields = {
	data: {
		kind: 'choice',
		label: 'Data',
		default: 'circle',
		options: [
			{ value: 'circle', label: 'circle' },
			{ value: 'xor', label: 'xor' },
			{ value: 'moons', label: 'moons' },
		],
	} as ChoiceField<'circle' | 'xor' | 'moons'>,
	hidden: {
		kind: 'number',
		label: 'Hidden layers',
		default: 2,
		min: 1,
		max: 4,
		step: 1,
		scale: 'linear',
		whole: true,
	} as NumberField,
	width: {
		kind: 'number',
		label: 'Units a layer',
		default: 8,
		min: 2,
		max: 32,
		step: 1,
		scale: 'log',
		whole: true,
	} as NumberField,
	rate: {
		kind: 'number',
		label: 'Learning rate',
		hint: 'the same for both',
		default: 0.4,
		min: 0.05,
		max: 1,
		step: 0.05,
		scale: 'linear',
	} as NumberField,
	seed: { kind: 'seed', label: 'Seed', default: 1, max: 999_999 } as SeedField,
};

export type ReluVsSigmoidParams = ParamsOf<typeof reluVsSigmoidFields>;
