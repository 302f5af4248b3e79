import type { ChoiceField, NumberField, ParamsOf, SeedField } from '@/lib/demos/field';

/** The parameters of the demo `vanishing-exploding-gradients`. */
export const vanishingFields = {
	depth: {
		kind: 'number',
		label: 'Depth L',
		hint: 'layers of weights',
		default: 10,
		min: 2,
		max: 30,
		step: 1,
		scale: 'linear',
		whole: true,
	} as NumberField,
	width: {
		kind: 'number',
		label: 'Width M',
		hint: 'units a layer',
		default: 16,
		min: 2,
		max: 64,
		step: 1,
		scale: 'log',
		whole: true,
	} as NumberField,
	activation: {
		kind: 'choice',
		label: 'Activation f',
		default: 'sigmoid',
		options: [
			{ value: 'sigmoid', label: 'σ sigmoid' },
			{ value: 'tanh', label: 'tanh' },
			{ value: 'relu', label: 'ReLU' },
		],
	} as ChoiceField<'sigmoid' | 'tanh' | 'relu'>,
	gain: {
		kind: 'number',
		label: 'Gain g of the weights',
		hint: '1 is the usual scale: 1/√D, for ReLU He’s √(2/D)',
		default: 1,
		min: 0.1,
		max: 10,
		step: 0.01,
		scale: 'log',
	} as NumberField,
	seed: { kind: 'seed', label: 'Seed', default: 1, max: 999_999 } as SeedField,
};

export type VanishingParams = ParamsOf<typeof vanishingFields>;
