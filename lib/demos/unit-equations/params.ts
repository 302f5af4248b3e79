import type { NumberField, ParamsOf, SeedField } from '@/lib/demos/field';

/** Units of the demo's layer, and what it reads. */
export const ROWS = 3;
export const COLUMNS = 4;

/** The parameters of the demo `unit-equations`. */
export const unitEquationsFields = {
	unit: {
		kind: 'number',
		label: 'Unit i',
		hint: 'or click a row of W',
		default: 2,
		min: 1,
		max: ROWS,
		step: 1,
		scale: 'linear',
		whole: true,
	} as NumberField,
	seed: { kind: 'seed', label: 'Seed', default: 1, max: 999_999 } as SeedField,
};

export type UnitEquationsParams = ParamsOf<typeof unitEquationsFields>;
