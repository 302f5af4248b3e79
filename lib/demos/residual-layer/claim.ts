import type { Claim } from '@/lib/demos/demo';
import { defaultParams } from '@/lib/demos/field';
import { resultOf } from '@/lib/demos/last-frame';
import { lossAfterTraining, residualModel } from './model';
import { type ResidualParams, residualFields } from './params';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

const withSeed = (params: Partial<ResidualParams>, seed: number): ResidualParams => ({
	...defaultParams(residualFields),
	...params,
	seed,
});
const ratio = (params: Partial<ResidualParams>) => (seed: number) =>
	resultOf(residualModel, withSeed(params, seed)).outcome.ratio;
const loss = (params: Partial<ResidualParams>) => (seed: number) => lossAfterTraining(withSeed(params, seed));

/** What the demo `residual-layer` proves. */
export const residualClaims: readonly Claim[] = [
	{
		says: '10 sigmoid layers with skips: layer 1 gets about twice what layer 10 gets',
		seeds: SEEDS,
		band: [1, 6],
		measure: ratio({}),
	},
	{ says: 'without: about two millionths', seeds: SEEDS, band: [2e-7, 1e-5], measure: ratio({ skip: 'off' }) },
	{
		says: '8 sigmoid layers with skips learn: loss after 60 epochs',
		seeds: SEEDS,
		band: [0, 0.05],
		measure: loss({ depth: 8 }),
	},
	{
		says: 'and without stay at guessing, 0.693',
		seeds: SEEDS,
		band: [0.65, 0.75],
		measure: loss({ depth: 8, skip: 'off' }),
	},
];
