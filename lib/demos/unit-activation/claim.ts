import type { Claim } from '@/lib/demos/demo';
import { handExample } from '@/lib/demos/hand-net';
import { forward } from '@/lib/engine/forward';
import { matrixOf } from '@/lib/engine/matrix';
import { unitFrame, unitNet } from './model';
import { LAYERS, UNITS } from './params';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** The greatest of `gap` over every unit of the net of a seed. */
function worst(gap: (layer: number, unit: number, seed: number) => number) {
	return (seed: number) => {
		let greatest = 0;
		for (let layer = 1; layer <= LAYERS; layer++)
			for (let unit = 1; unit <= UNITS; unit++) greatest = Math.max(greatest, gap(layer, unit, seed));
		return greatest;
	};
}

/** What z of the unit loses when the engine runs once more without its edge from unit j, less the term of that edge. */
function gapWithout(layer: number, unit: number, seed: number): number {
	const { terms, z } = unitFrame({ layer, unit, seed }, 0);
	const x = matrixOf([[...handExample(UNITS, seed).x]]);
	const gaps = terms.slice(0, UNITS).map((term, j) => {
		const network = unitNet(seed);
		const W = network.weights[layer - 1];
		if (W) W.data[(unit - 1) * UNITS + j] = 0;
		const without = forward(network, x).z[layer - 1]?.data[unit - 1] ?? Number.NaN;
		return Math.abs(z - without - term);
	});
	return Math.max(...gaps);
}

/** What the demo `unit-activation` proves. */
export const unitActivationClaims: readonly Claim[] = [
	{
		says: 'the terms added one by one give the engine’s z, for every unit (greatest gap)',
		seeds: SEEDS,
		band: [0, 1e-14],
		measure: worst((layer, unit, seed) => {
			const { terms, z } = unitFrame({ layer, unit, seed }, 0);
			return Math.abs(terms.reduce((sum, term) => sum + term, 0) - z);
		}),
	},
	{
		says: 'tanh of that sum is the engine’s a (greatest gap)',
		seeds: SEEDS,
		band: [0, 1e-14],
		measure: worst((layer, unit, seed) => {
			const { terms, a } = unitFrame({ layer, unit, seed }, 0);
			return Math.abs(Math.tanh(terms.reduce((sum, term) => sum + term, 0)) - a);
		}),
	},
	{
		says: 'without one edge z loses just that edge’s term (greatest gap)',
		seeds: SEEDS,
		band: [0, 1e-14],
		measure: worst(gapWithout),
	},
];
