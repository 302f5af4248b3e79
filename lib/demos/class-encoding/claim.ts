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
		says: 'binary, no hidden layer: about half of them',
		seeds: SEEDS,
		band: [0.35, 0.65],
		measure: accuracyWith('binary', 0),
	},
	{ says: 'Gray, no hidden layer: all right', seeds: SEEDS, band: [0.98, 1], measure: accuracyWith('gray', 0) },
	{ says: 'one-hot, 8 hidden units: all right', seeds: SEEDS, band: [0.98, 1], measure: accuracyWith('one-hot', 8) },
	{ says: 'binary, 8 hidden units: all right', seeds: SEEDS, band: [0.98, 1], measure: accuracyWith('binary', 8) },
	{ says: 'Gray, 8 hidden units: all right', seeds: SEEDS, band: [0.98, 1], measure: accuracyWith('gray', 8) },
];
