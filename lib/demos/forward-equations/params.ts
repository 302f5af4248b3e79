import type { ChoiceField, NumberField, ParamsOf, SeedField } from '@/lib/demos/field';

/** The parameters of the demo `forward-equations`; `ask` is the value that the prediction is about. */
export const forwardFields = {
	depth: {
		kind: 'number',
		label: 'Depth L',
		hint: 'layers of weights',
		default: 2,
		min: 1,
		max: 4,
		step: 1,
		scale: 'linear',
		whole: true,
	} as NumberField,
	width: {
		kind: 'number',
		label: 'Width M',
		hint: 'units of each hidden layer',
		default: 3,
		min: 1,
		max: 4,
		step: 1,
		scale: 'linear',
		whole: true,
	} as NumberField,
	activation: {
		kind: 'choice',
		label: 'Activation f',
		hint: 'on every layer',
		default: 'tanh',
		options: [
			{ value: 'tanh', label: 'tanh' },
			{ value: 'sigmoid', label: 'σ sigmoid' },
			{ value: 'relu', label: 'ReLU' },
			{ value: 'identity', label: 'identity' },
		],
	} as ChoiceField<'tanh' | 'sigmoid' | 'relu' | 'identity'>,
	ask: {
		kind: 'choice',
		label: 'Value asked for',
		hint: 'all before it is shown',
		default: 'first-z',
		options: [
			{ value: 'first-z', label: 'z of the first unit' },
			{ value: 'first-a', label: 'a of the first unit' },
			{ value: 'last-z', label: 'z of the last layer' },
			{ value: 'last-a', label: 'a of the last layer' },
			{ value: 'loss', label: 'the loss' },
		],
	} as ChoiceField<'first-z' | 'first-a' | 'last-z' | 'last-a' | 'loss'>,
	seed: { kind: 'seed', label: 'Seed', default: 1, max: 999_999 } as SeedField,
};

export type ForwardParams = ParamsOf<typeof forwardFields>;
