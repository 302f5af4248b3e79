import type { Claim } from '@/lib/demos/demo';
import { saturationOutcome } from './model';
import type { SaturationParams } from './params';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

const shareWith = (params: Omit<SaturationParams, 'seed'>) => (seed: number) =>
	saturationOutcome({ ...params, seed }).share;

/** What the demo `saturation` proves; for normal z of sd s the share is 2(1 - Phi(2.18 / s)) for tanh, .83 and .03 here. */
export const saturationClaims: readonly Claim[] = [
	{
		says: 'tanh, 100 inputs, weights of sd 1: about 83 % of the units are saturated',
		seeds: SEEDS,
		band: [0.78, 0.88],
		measure: shareWith({ activation: 'tanh', inputs: 100, sd: 1 }),
	},
	{
		says: 'with sd 1/√100 about 3 %',
		seeds: SEEDS,
		band: [0.01, 0.06],
		measure: shareWith({ activation: 'tanh', inputs: 100, sd: 0.1 }),
	},
	{
		says: 'sigmoid, flat twice as far out, with sd 1: about 66 %',
		seeds: SEEDS,
		band: [0.6, 0.73],
		measure: shareWith({ activation: 'sigmoid', inputs: 100, sd: 1 }),
	},
	{
		says: 'ReLU: half of them whatever the scale (difference between sd 0.1 and sd 1)',
		seeds: SEEDS,
		band: [-1e-12, 1e-12],
		measure: (seed) =>
			shareWith({ activation: 'relu', inputs: 100, sd: 0.1 })(seed) -
			shareWith({ activation: 'relu', inputs: 100, sd: 1 })(seed),
	},
];
