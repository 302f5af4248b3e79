import type { Claim } from '@/lib/demos/demo';
import { defaultParams } from '@/lib/demos/field';
import { firstToLast } from './model';
import { type VanishingParams, vanishingFields } from './params';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** 10 layers of 16 units. */
const ratioWith = (params: Partial<VanishingParams>) => (seed: number) =>
	firstToLast({ ...defaultParams(vanishingFields), ...params, seed });

/** What the demo `vanishing-exploding-gradients` proves. */
export const vanishingClaims: readonly Claim[] = [
	{
		says: 'sigmoid, 1/√D: the gradient at layer 1 is about a millionth of that at layer 10',
		seeds: SEEDS,
		band: [2e-7, 1e-5],
		measure: ratioWith({ activation: 'sigmoid' }),
	},
	{ says: 'ReLU, He: about as large', seeds: SEEDS, band: [0.05, 5], measure: ratioWith({ activation: 'relu' }) },
	{
		says: 'ReLU, twice He: hundreds of times as large',
		seeds: SEEDS,
		band: [30, 3000],
		measure: ratioWith({ activation: 'relu', gain: 2 }),
	},
	{
		says: 'doubling the gain of ReLU multiplies that by about 2⁹ = 512',
		seeds: SEEDS,
		band: [400, 640],
		measure: (seed) => ratioWith({ activation: 'relu', gain: 2 })(seed) / ratioWith({ activation: 'relu' })(seed),
	},
];
