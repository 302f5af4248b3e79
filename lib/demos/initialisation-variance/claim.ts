import type { Claim } from '@/lib/demos/demo';
import { defaultParams } from '@/lib/demos/field';
import { lastFrame } from '@/lib/demos/last-frame';
import { varianceModel } from './model';
import { type VarianceParams, varianceFields } from './params';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

const measured = (inputs: number, rule: VarianceParams['rule'], key: 'variance' | 'saturated') => (seed: number) =>
	lastFrame(varianceModel, { ...defaultParams(varianceFields), inputs, rule, seed })[key];

/** What the demo `initialisation-variance` proves. */
export const varianceClaims: readonly Claim[] = [
	{
		says: 'D = 100, sd 1: Var(z) is about 100',
		seeds: SEEDS,
		band: [92, 108],
		measure: measured(100, 'unit', 'variance'),
	},
	{
		says: 'D = 100, sd 1/√D: Var(z) is about 1',
		seeds: SEEDS,
		band: [0.92, 1.08],
		measure: measured(100, 'inverse-sqrt', 'variance'),
	},
	{
		says: 'D = 400, sd 1/√D: Var(z) is still about 1',
		seeds: SEEDS,
		band: [0.92, 1.08],
		measure: measured(400, 'inverse-sqrt', 'variance'),
	},
	{
		says: 'D = 4, sd 1: about a quarter of tanh units saturated',
		seeds: SEEDS,
		band: [0.18, 0.3],
		measure: measured(4, 'unit', 'saturated'),
	},
	{
		says: 'D = 400, sd 1: about 91 % saturated',
		seeds: SEEDS,
		band: [0.89, 0.93],
		measure: measured(400, 'unit', 'saturated'),
	},
	{
		says: 'D = 4, sd 1/√D: a few per cent saturated',
		seeds: SEEDS,
		band: [0.02, 0.06],
		measure: measured(4, 'inverse-sqrt', 'saturated'),
	},
	{
		says: 'D = 400, sd 1/√D: a few per cent saturated',
		seeds: SEEDS,
		band: [0.02, 0.06],
		measure: measured(400, 'inverse-sqrt', 'saturated'),
	},
];
