import type { ChoiceField, NumberField, ParamsOf, SeedField } from '@/lib/demos/field';

/** The parameters of the demo `residual-layer`. */
export const residualFields = {
	depth: {
		kind: 'number',
		label: 'Depth',
		hint: 'hidden layers of 16 units; all but the first can be residual',
		default: 10,
		min: 3,
		max: 20,
		step: 1,
		scale: 'linear',
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
	skip: {
		kind: 'choice',
		label: 'Skips',
		default: 'on',
		options: [
			{ value: 'on', label: 'on' },
			{ value: 'off', label: 'off' },
		],
	} as ChoiceField<'on' | 'off'>,
	gain: {
		kind: 'number',
		label: 'Gain of the branch g',
		hint: 'the layer is a + g F(a)',
		default: 0.5,
		min: 0.05,
		max: 2,
		step: 0.05,
		scale: 'log',
	} as NumberField,
	seed: { kind: 'seed', label: 'Seed', default: 1, max: 999_999 } as SeedField,
};

export type ResidualParams = ParamsOf<typeof residualFields>;
