import type { Claim } from '@/lib/demos/demo';
import { trainedAccuracy } from './model';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

const share = (data: 'xor' | 'circle', hidden: number) => (seed: number) =>
	trainedAccuracy({ data, hidden, width: 8, activation: 'tanh', seed });

/** What the demo `multilayer-perceptron` proves: shares of the examples classified right after training. */
export const perceptronClaims: readonly Claim[] = [
	{ says: 'XOR, no hidden layer: at most 75 %', seeds: SEEDS, band: [0.3, 0.75], measure: share('xor', 0) },
	{ says: 'circle, no hidden layer: at most 75 %', seeds: SEEDS, band: [0.3, 0.75], measure: share('circle', 0) },
	{
		says: 'XOR, one hidden layer of 8 tanh units: at least 95 %',
		seeds: SEEDS,
		band: [0.95, 1],
		measure: share('xor', 1),
	},
	{ says: 'circle, the same: at least 95 %', seeds: SEEDS, band: [0.95, 1], measure: share('circle', 1) },
	{
		says: 'XOR, two hidden layers of identities: at most 75 %, like none',
		seeds: SEEDS,
		band: [0.3, 0.75],
		measure: (seed) => trainedAccuracy({ data: 'xor', hidden: 2, width: 8, activation: 'identity', seed }),
	},
];
