import type { ChoiceField, NumberField, ParamsOf, SeedField } from '@/lib/demos/field';

/** The parameters of the demo `depth-degradation`. */
export const depthDegradationFields = {
	data: {
		kind: 'choice',
		label: 'Data',
		default: 'spiral',
		options: [
			{ value: 'spiral', label: 'spiral' },
			{ value: 'circle', label: 'circle' },
			{ value: 'moons', label: 'moons' },
		],
	} as ChoiceField<'spiral' | 'circle' | 'moons'>,
	depth: {
		kind: 'number',
		label: 'Depth L of the deepest net',
		hint: 'it runs beside 2 and 8 layers',
		default: 20,
		min: 9,
		max: 30,
		step: 1,
		scale: 'linear',
		whole: true,
	} as NumberField,
	width: {
		kind: 'number',
		label: 'Units a layer',
		default: 12,
		min: 4,
		max: 32,
		step: 1,
		scale: 'log',
		whole: true,
	} as NumberField,
	activation: {
		kind: 'choice',
		label: 'Activation f',
		default: 'relu',
		options: [
			{ value: 'relu', label: 'ReLU' },
			{ value: 'tanh', label: 'tanh' },
			{ value: 'sigmoid', label: 'σ sigmoid' },
		],
	} as ChoiceField<'relu' | 'tanh' | 'sigmoid'>,
	seed: { kind: 'seed', label: 'Seed', default: 1, max: 999_999 } as SeedField,
};

export type DepthDegradationParams = ParamsOf<typeof depthDegradationFields>;
