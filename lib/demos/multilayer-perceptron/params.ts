import type { ChoiceField, NumberField, ParamsOf, PointsField, SeedField } from '@/lib/demos/field';

/** The parameters of the demo `multilayer-perceptron`. */
export const perceptronFields = {
	data: {
		kind: 'choice',
		label: 'Data',
		default: 'xor',
		options: [
			{ value: 'xor', label: 'XOR' },
			{ value: 'circle', label: 'circle' },
			{ value: 'moons', label: 'moons' },
			{ value: 'gauss', label: 'two clouds' },
			{ value: 'drawn', label: 'your own points' },
		],
	} as ChoiceField<'xor' | 'circle' | 'moons' | 'gauss' | 'drawn'>,
	points: {
		kind: 'points',
		label: 'Your points',
		default: [-60, -60, 0, -50, -70, 0, 60, 60, 0, 70, 50, 0, -60, 60, 1, -50, 70, 1, 60, -60, 1, 70, -50, 1],
		most: 60,
		reach: 115,
	} as PointsField,
	hidden: {
		kind: 'number',
		label: 'Hidden layers',
		default: 0,
		min: 0,
		max: 2,
		step: 1,
		scale: 'linear',
		whole: true,
	} as NumberField,
	width: {
		kind: 'number',
		label: 'Width M',
		hint: 'units of each hidden layer',
		default: 8,
		min: 1,
		max: 16,
		step: 1,
		scale: 'linear',
		whole: true,
	} as NumberField,
	activation: {
		kind: 'choice',
		label: 'Activation f',
		hint: 'of the hidden layers; the output is a sigmoid',
		default: 'tanh',
		options: [
			{ value: 'tanh', label: 'tanh' },
			{ value: 'sigmoid', label: 'σ sigmoid' },
			{ value: 'relu', label: 'ReLU' },
			{ value: 'identity', label: 'identity' },
		],
	} as ChoiceField<'tanh' | 'sigmoid' | 'relu' | 'identity'>,
	seed: { kind: 'seed', label: 'Seed', default: 1, max: 999_999 } as SeedField,
};

export type PerceptronParams = ParamsOf<typeof perceptronFields>;
