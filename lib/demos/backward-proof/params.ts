import type { ChoiceField, NumberField, ParamsOf, SeedField } from '@/lib/demos/field';

/** The nudges a weight can be given, from the greatest to the least. */
const EPS = [
	'1',
	'1e-1',
	'1e-2',
	'1e-3',
	'1e-4',
	'1e-5',
	'1e-6',
	'1e-7',
	'1e-8',
	'1e-9',
	'1e-10',
	'1e-11',
	'1e-12',
	'1e-13',
	'1e-14',
] as const;

/** The parameters of the demo `backward-proof`; `weight` is `layer-row-column`, counted from 1. */
export const backwardProofFields = {
	eps: {
		kind: 'choice',
		label: 'Nudge ε',
		hint: 'the secant runs from w − ε to w + ε',
		default: '1e-5',
		options: EPS.map((value) => ({ value, label: value.replace('-', '−') })),
	} as ChoiceField<(typeof EPS)[number]>,
	weight: {
		kind: 'choice',
		label: 'Weight nudged',
		default: '2-1-2',
		options: [
			{ value: '3-1-1', label: 'W³ row 1, column 1' },
			{ value: '3-1-2', label: 'W³ row 1, column 2' },
			{ value: '2-1-2', label: 'W² row 1, column 2' },
			{ value: '2-2-3', label: 'W² row 2, column 3' },
			{ value: '1-1-1', label: 'W¹ row 1, column 1' },
			{ value: '1-3-2', label: 'W¹ row 3, column 2' },
		],
	} as ChoiceField<'3-1-1' | '3-1-2' | '2-1-2' | '2-2-3' | '1-1-1' | '1-3-2'>,
	shift: {
		kind: 'number',
		label: 'Move that weight by',
		hint: 'the point slides along the loss',
		default: 0,
		min: -3,
		max: 3,
		step: 0.05,
		scale: 'linear',
	} as NumberField,
	activation: {
		kind: 'choice',
		label: 'Activation f',
		hint: 'on every layer',
		default: 'tanh',
		options: [
			{ value: 'tanh', label: 'tanh' },
			{ value: 'sigmoid', label: 'σ sigmoid' },
			{ value: 'identity', label: 'identity' },
		],
	} as ChoiceField<'tanh' | 'sigmoid' | 'identity'>,
	seed: { kind: 'seed', label: 'Seed', default: 1, max: 999_999 } as SeedField,
};

export type BackwardProofParams = ParamsOf<typeof backwardProofFields>;
