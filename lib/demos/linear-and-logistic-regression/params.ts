import type { ChoiceField, NumberField, ParamsOf, SeedField } from '@/lib/demos/field';

/** The parameters of the demo `linear-and-logistic-regression`. */
export const regressionFields = {
	model: {
		kind: 'choice',
		label: 'Model',
		hint: 'decides activation, loss and data',
		default: 'linear',
		options: [
			{ value: 'linear', label: 'linear' },
			{ value: 'logistic', label: 'logistic' },
		],
	} as ChoiceField<'linear' | 'logistic'>,
	hidden: {
		kind: 'choice',
		label: 'Hidden layer',
		default: '0',
		options: [
			{ value: '0', label: 'none' },
			{ value: '8', label: '8 tanh units' },
		],
	} as ChoiceField<'0' | '8'>,
	epochs: {
		kind: 'number',
		label: 'Epochs',
		hint: 'steps of gradient descent on all examples',
		default: 100,
		min: 5,
		max: 2000,
		step: 5,
		scale: 'log',
		whole: true,
	} as NumberField,
	seed: { kind: 'seed', label: 'Seed', default: 1, max: 999_999 } as SeedField,
};

export type RegressionParams = ParamsOf<typeof regressionFields>;
