import type { Claim } from '@/lib/demos/demo';
import { outcomeOfRun } from '@/lib/demos/outcome-of-run';
import { randomInitialisationModel } from './model';
import type { RandomInitialisationParams } from './params';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

const outcome = (params: RandomInitialisationParams) => outcomeOfRun(randomInitialisationModel, params);
const ACTIVATIONS = ['tanh', 'sigmoid', 'relu'] as const;

/** What the demo `random-initialisation` proves. */
export const randomInitialisationClaims: readonly Claim[] = [
	{
		says: 'equal weights: after 100 epochs no two of 5 units differ in any bit (tanh, sigmoid and ReLU)',
		seeds: SEEDS,
		band: [0, 0],
		measure: (seed) =>
			Math.max(...ACTIVATIONS.map((activation) => outcome({ init: 'constant', width: 5, activation, seed }).furthest)),
	},
	{
		says: 'and they did move',
		seeds: SEEDS,
		band: [0.5, 20],
		measure: (seed) => outcome({ init: 'constant', width: 4, activation: 'tanh', seed }).moved,
	},
	{
		says: 'random weights: the two furthest apart differ by more than 1 (the least of tanh, sigmoid and ReLU)',
		seeds: SEEDS,
		band: [1, 100],
		measure: (seed) =>
			Math.min(...ACTIVATIONS.map((activation) => outcome({ init: 'random', width: 4, activation, seed }).furthest)),
	},
	{
		says: 'equal weights end with a loss higher than random ones by at least 0.3 (tanh)',
		seeds: SEEDS,
		band: [0.3, 0.7],
		measure: (seed) =>
			outcome({ init: 'constant', width: 4, activation: 'tanh', seed }).loss -
			outcome({ init: 'random', width: 4, activation: 'tanh', seed }).loss,
	},
];
