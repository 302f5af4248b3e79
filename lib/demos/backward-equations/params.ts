import type { ChoiceField, ParamsOf, SeedField } from '@/lib/demos/field';

/** The parameters of the demo `backward-equations`; `weight` is `layer-row-column`, counted from 1. */
export const backwardFields = {
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
	weight: {
		kind: 'choice',
		label: 'Weight asked about',
		hint: 'the further from the loss, the longer the chain',
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
	seed: { kind: 'seed', label: 'Seed', default: 1, max: 999_999 } as SeedField,
};

export type BackwardParams = ParamsOf<typeof backwardFields>;

/** `2-1-2` as layer, row and column, counted from 1. */
export function placeOf(weight: BackwardParams['weight']): { l: number; i: number; j: number } {
	const [l = 0, i = 0, j = 0] = weight.split('-').map(Number);
	return { l, i, j };
}
