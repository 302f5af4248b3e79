import type { NumberField, ParamsOf, SeedField, VectorField } from '@/lib/demos/field';

/** Units of the three layers. */
export const WIDTHS = [4, 4, 2] as const;

/** The parameters of the demo `forward-three-layer`. */
export const threeLayerFields = {
	x: { kind: 'vector', label: 'Input', symbol: 'x', default: [1, -1], min: -3, max: 3, step: 0.1 } as VectorField,
	scale: {
		kind: 'number',
		label: 'Run grows x',
		hint: 'up to this many times as long',
		default: 3,
		min: 1,
		max: 20,
		step: 0.5,
		scale: 'log',
	} as NumberField,
	seed: { kind: 'seed', label: 'Seed', default: 1, max: 999_999 } as SeedField,
};

export type ThreeLayerParams = ParamsOf<typeof threeLayerFields>;
