import type { Claim } from '@/lib/demos/demo';
import { outcomeOfRun } from '@/lib/demos/outcome-of-run';
import { reluVsSigmoidModel } from './model';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

const race = (seed: number) =>
	outcomeOfRun(reluVsSigmoidModel, { data: 'circle', hidden: 2, width: 8, rate: 0.4, seed });

/** What the demo `relu-vs-sigmoid` proves. */
export const reluVsSigmoidClaims: readonly Claim[] = [
	{
		says: 'circle, 2 layers of 8: ReLU is 95 % right at least 5 times as soon as the sigmoid',
		seeds: SEEDS,
		band: [5, 600],
		measure: (seed) => race(seed).factor,
	},
	{ says: 'ReLU takes a few epochs', seeds: SEEDS, band: [1, 10], measure: (seed) => race(seed).relu.epochs },
	{
		says: 'the sigmoid a hundred or more',
		seeds: SEEDS,
		band: [60, 600],
		measure: (seed) => race(seed).sigmoid.epochs,
	},
];
