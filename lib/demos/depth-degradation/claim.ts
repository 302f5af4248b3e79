import type { Claim } from '@/lib/demos/demo';
import { defaultParams } from '@/lib/demos/field';
import { finalLoss } from './model';
import { depthDegradationFields } from './params';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const card = defaultParams(depthDegradationFields);

/** What the demo `depth-degradation` proves: spiral, 12 ReLU units a layer, 200 epochs. */
export const depthDegradationClaims: readonly Claim[] = [
	{
		says: 'the training loss of 20 layers is above that of 8 by at least 0.1',
		seeds: SEEDS,
		band: [0.1, 1],
		measure: (seed) => finalLoss({ ...card, seed }) - finalLoss({ ...card, seed }, 8),
	},
	{
		says: 'that of 20 layers is still above 0.4',
		seeds: SEEDS,
		band: [0.4, 0.75],
		measure: (seed) => finalLoss({ ...card, seed }),
	},
];
