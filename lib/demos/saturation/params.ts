import type { ChoiceField, NumberField, ParamsOf, SeedField } from '@/lib/demos/field';

/** The parameters of the demo `saturation`. */
export const saturationFields = {
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
	inputs: {
		kind: 'number',
		label: 'Inputs D',
		hint: 'terms in the sum z, each input of mean square 1',
		default: 100,
		min: 1,
		max: 400,
		step: 1,
		scale: 'log',
		whole: true,
	} as NumberField,
	sd: {
		kind: 'number',
		label: 'Standard deviation of the weights',
		hint: '1/√D keeps z about 1 in size',
		default: 1,
		min: 0.01,
		max: 10,
		step: 0.01,
		scale: 'log',
	} as NumberField,
	seed: { kind: 'seed', label: 'Seed', default: 1, max: 999_999 } as SeedField,
};

export type SaturationParams = ParamsOf<typeof saturationFields>;
