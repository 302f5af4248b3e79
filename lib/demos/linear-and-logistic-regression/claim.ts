import type { Claim } from '@/lib/demos/demo';
import { defaultParams } from '@/lib/demos/field';
import { resultOf } from '@/lib/demos/last-frame';
import { regressionModel } from './model';
import { type RegressionParams, regressionFields } from './params';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

const outcomeWith = (params: Partial<RegressionParams>, seed: number) =>
	resultOf(regressionModel, { ...defaultParams(regressionFields), ...params, seed }).outcome;
/** The greatest distance of a weight or bias from the classical one. */
const weightGap = (params: Partial<RegressionParams>) => (seed: number) => {
	const { fit, classical } = outcomeWith(params, seed);
	return Math.max(...classical.map((value, j) => Math.abs(value - (fit?.[j] ?? Number.NaN))));
};

/** What the demo `linear-and-logistic-regression` proves. */
export const regressionClaims: readonly Claim[] = [
	{
		says: 'linear, 100 epochs: weights within 1e-6 of least squares',
		seeds: SEEDS,
		band: [0, 1e-6],
		measure: weightGap({}),
	},
	{ says: 'linear, 10 epochs: not yet', seeds: SEEDS, band: [1e-4, 1], measure: weightGap({ epochs: 10 }) },
	{
		says: 'logistic, 1000 epochs: weights within 1e-9 of Newton’s',
		seeds: SEEDS,
		band: [0, 1e-9],
		measure: weightGap({ model: 'logistic', epochs: 1000 }),
	},
	{
		says: 'logistic, 200 epochs: within 1e-3',
		seeds: SEEDS,
		band: [0, 1e-3],
		measure: weightGap({ model: 'logistic', epochs: 200 }),
	},
	{
		says: 'logistic, 5 epochs: not yet',
		seeds: SEEDS,
		band: [1e-3, 5],
		measure: weightGap({ model: 'logistic', epochs: 5 }),
	},
	{
		says: 'with a hidden layer: another function',
		seeds: SEEDS,
		band: [0.02, 10],
		measure: (seed) => outcomeWith({ hidden: '8', epochs: 1000 }, seed).gap,
	},
];
