import type { NumberField, ParamsOf, SeedField } from '@/lib/demos/field';

/** The parameters of the demo `forward-backward-passes`. */
export const passesFields = {
	depth: {
		kind: 'number',
		label: 'Depth L',
		hint: 'layers of weights',
		default: 3,
		min: 2,
		max: 6,
		step: 1,
		scale: 'linear',
		whole: true,
	} as NumberField,
	width: {
		kind: 'number',
		label: 'Width M',
		hint: 'units of each hidden layer',
		default: 4,
		min: 2,
		max: 6,
		step: 1,
		scale: 'linear',
		whole: true,
	} as NumberField,
	seed: { kind: 'seed', label: 'Seed', default: 1, max: 999_999 } as SeedField,
};

export type PassesParams = ParamsOf<typeof passesFields>;
