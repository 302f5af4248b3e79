import type { NumberField, ParamsOf, SeedField } from '@/lib/demos/field';

/** Units of every layer of the demo's net, and its inputs. */
export const UNITS = 4;
/** Its layers of weights. */
export const LAYERS = 3;

/** The parameters of the demo `unit-activation`. */
export const unitActivationFields = {
	layer: {
		kind: 'number',
		label: 'Layer l',
		hint: 'or click a unit of the net',
		default: 2,
		min: 1,
		max: LAYERS,
		step: 1,
		scale: 'linear',
		whole: true,
	} as NumberField,
	unit: {
		kind: 'number',
		label: 'Unit i',
		default: 1,
		min: 1,
		max: UNITS,
		step: 1,
		scale: 'linear',
		whole: true,
	} as NumberField,
	seed: { kind: 'seed', label: 'Seed', default: 1, max: 999_999 } as SeedField,
};

export type UnitActivationParams = ParamsOf<typeof unitActivationFields>;
