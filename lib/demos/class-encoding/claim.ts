import type { Claim } from '@/lib/demos/demo';
import { defaultParams } from '@/lib/demos/field';
import { trainedAccuracy } from './model';
import { type EncodingParams, encodingFields } from './params';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

const accuracyWith = (encoding: EncodingParams['encoding'], hidden: number) => (seed: number) =>
	trainedAccuracy({ ...defaultParams(encodingFields), encoding, hidden, seed });

/** What the demo `class-encoding` proves, for four classes. */
export const encodingClaims: readonly Claim[] = [
	{ says: 'one-hot, no hidden layer: all right', seeds: SEEDS, band: [0.98, 1], measure: accuracyWith('one-hot', 0) },
	{
		says: 'binary, no hidden layer: never four clusters',
		seeds: SEEDS,
		band: [0.4, 0.8],
		measure: accuracyWith('binary', 0),
	},
	{
		says: 'and half of them in the middle of ten seeds',
		seeds: [1],
		band: [0.45, 0.6],
		measure: () => SEEDS.map(accuracyWith('binary', 0)).sort((a, b) => a - b)[5] ?? Number.NaN,
	},
	{ says: 'Gray, no hidden layer: all right', seeds: SEEDS, band: [0.98, 1], measure: accuracyWith('gray', 0) },
	{ says: 'one-hot, 8 hidden units: all right', seeds: SEEDS, band: [0.98, 1], measure: accuracyWith('one-hot', 8) },
	{ says: 'binary, 8 hidden units: all right', seeds: SEEDS, band: [0.98, 1], measure: accuracyWith('binary', 8) },
	{ says: 'Gray, 8 hidden units: all right', seeds: SEEDS, band: [0.98, 1], measure: accuracyWith('gray', 8) },
];
