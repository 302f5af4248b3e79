import type { Claim } from '@/lib/demos/demo';
import { defaultParams } from '@/lib/demos/field';
import { trainedAccuracy } from './model';
import { perceptronFields } from './params';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

const card = defaultParams(perceptronFields);
const share = (data: 'xor' | 'circle', hidden: number) => (seed: number) =>
	trainedAccuracy({ ...card, data, hidden, seed });

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
		measure: (seed) => trainedAccuracy({ ...card, data: 'xor', hidden: 2, activation: 'identity', seed }),
	},
];
