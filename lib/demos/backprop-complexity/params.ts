import type { ChoiceField, NumberField, ParamsOf } from '@/lib/demos/field';

/** The parameters of the demo `backprop-complexity`; what is swept runs over powers of two, its own slider is left aside. */
export const complexityFields = {
	sweep: {
		kind: 'choice',
		label: 'What grows',
		default: 'width',
		options: [
			{ value: 'width', label: 'width M' },
			{ value: 'depth', label: 'depth L' },
			{ value: 'batch', label: 'batch B' },
		],
	} as ChoiceField<'width' | 'depth' | 'batch'>,
	width: {
		kind: 'number',
		label: 'Width M',
		hint: 'units of every layer, unless it grows',
		default: 64,
		min: 4,
		max: 256,
		step: 1,
		scale: 'log',
		whole: true,
	} as NumberField,
	depth: {
		kind: 'number',
		label: 'Depth L',
		hint: 'layers of weights, unless it grows',
		default: 4,
		min: 1,
		max: 32,
		step: 1,
		scale: 'log',
		whole: true,
	} as NumberField,
	batch: {
		kind: 'number',
		label: 'Batch B',
		hint: 'examples, unless it grows',
		default: 32,
		min: 1,
		max: 256,
		step: 1,
		scale: 'log',
		whole: true,
	} as NumberField,
};

export type ComplexityParams = ParamsOf<typeof complexityFields>;
