import type { ChoiceField, NumberField, ParamsOf, SeedField } from '@/lib/demos/field';

/** The parameters of the demo `initialisation-variance`. */
export const varianceFields = {
	inputs: {
		kind: 'number',
		label: 'Inputs D',
		hint: 'terms in the sum z',
		default: 100,
		min: 4,
		max: 400,
		step: 1,
		scale: 'log',
		whole: true,
	} as NumberField,
	rule: {
		kind: 'choice',
		label: 'Standard deviation of the weights',
		default: 'unit',
		options: [
			{ value: 'unit', label: '1' },
			{ value: 'inverse-sqrt', label: '1/√D' },
		],
	} as ChoiceField<'unit' | 'inverse-sqrt'>,
	activation: {
		kind: 'choice',
		label: 'Activation f',
		hint: 'decides which z are saturated',
		default: 'tanh',
		options: [
			{ value: 'tanh', label: 'tanh' },
			{ value: 'sigmoid', label: 'σ sigmoid' },
		],
	} as ChoiceField<'tanh' | 'sigmoid'>,
	seed: { kind: 'seed', label: 'Seed', default: 1, max: 999_999 } as SeedField,
};

export type VarianceParams = ParamsOf<typeof varianceFields>;
