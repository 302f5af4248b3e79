import type { Claim } from '@/lib/demos/demo';
import { backwardOutcome } from './model';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** What the demo `backward-equations` proves. */
export const backwardClaims: readonly Claim[] = [
	{
		says: 'backprop equals central differences at 1e-5: relative error of the whole gradient, tanh',
		seeds: SEEDS,
		band: [0, 1e-8],
		measure: (seed) => backwardOutcome({ seed, activation: 'tanh', weight: '2-1-2' }).relativeError,
	},
	{
		says: 'and sigmoid',
		seeds: SEEDS,
		band: [0, 1e-8],
		measure: (seed) => backwardOutcome({ seed, activation: 'sigmoid', weight: '2-1-2' }).relativeError,
	},
	{
		says: 'each derivative is the gradient at its unit times what it read (gap of the product)',
		seeds: SEEDS,
		band: [0, 1e-15],
		measure: (seed) => {
			const { backprop, delta, input } = backwardOutcome({ seed, activation: 'tanh', weight: '1-3-2' });
			return Math.abs(backprop - delta * input);
		},
	},
];
