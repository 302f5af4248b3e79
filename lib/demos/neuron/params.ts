import type { ChoiceField, NumberField, ParamsOf, VectorField } from '@/lib/demos/field';

/** The parameters of the demo `neuron`. */
export const neuronFields = {
	x: { kind: 'vector', label: 'Inputs', symbol: 'x', default: [1, -2], min: -4, max: 4, step: 0.05 } as VectorField,
	w: { kind: 'vector', label: 'Weights', symbol: 'w', default: [0.5, 0.5], min: -4, max: 4, step: 0.05 } as VectorField,
	b: { kind: 'number', label: 'Bias b', default: 0.25, min: -4, max: 4, step: 0.05, scale: 'linear' } as NumberField,
	activation: {
		kind: 'choice',
		label: 'Activation f',
		default: 'sigmoid',
		options: [
			{ value: 'sigmoid', label: 'σ sigmoid' },
			{ value: 'tanh', label: 'tanh' },
			{ value: 'relu', label: 'ReLU' },
			{ value: 'identity', label: 'identity' },
		],
	} as ChoiceField<'sigmoid' | 'tanh' | 'relu' | 'identity'>,
	flip: {
		kind: 'choice',
		label: 'Run flips the sign of',
		default: '2',
		options: [
			{ value: '1', label: 'w₁' },
			{ value: '2', label: 'w₂' },
		],
	} as ChoiceField<'1' | '2'>,
};

export type NeuronParams = ParamsOf<typeof neuronFields>;
