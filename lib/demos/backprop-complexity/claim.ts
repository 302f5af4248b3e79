import type { Claim } from '@/lib/demos/demo';
import { defaultParams } from '@/lib/demos/field';
import { resultOf } from '@/lib/demos/last-frame';
import { openStream } from '@/lib/engine/random-stream';
import { type ComplexityOutcome, complexityModel } from './model';
import { type ComplexityParams, complexityFields } from './params';

// Nothing is random in a count: a seed draws the sizes that do not grow.
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

const sweep = (of: ComplexityParams['sweep'], measure: (outcome: ComplexityOutcome) => number) => (seed: number) => {
	const stream = openStream(seed, 'data');
	const sizes = { width: 4 + stream.integer(253), depth: 1 + stream.integer(32), batch: 1 + stream.integer(256) };
	return measure(resultOf(complexityModel, { ...defaultParams(complexityFields), ...sizes, sweep: of }).outcome);
};
const exactly = (slope: number) => [slope - 1e-9, slope + 1e-9] as const;

/** What the demo `backprop-complexity` proves. */
export const complexityClaims: readonly Claim[] = [
	{ says: 'forward work grows as M²', seeds: SEEDS, band: exactly(2), measure: sweep('width', (o) => o.forward) },
	{ says: 'backward work grows as M²', seeds: SEEDS, band: exactly(2), measure: sweep('width', (o) => o.backward) },
	{ says: 'forward work grows as L', seeds: SEEDS, band: exactly(1), measure: sweep('depth', (o) => o.forward) },
	{ says: 'forward work grows as B', seeds: SEEDS, band: exactly(1), measure: sweep('batch', (o) => o.forward) },
	{ says: 'backward work grows as B', seeds: SEEDS, band: exactly(1), measure: sweep('batch', (o) => o.backward) },
	{
		says: 'at 32 layers the backward pass costs 63/32 of the forward',
		seeds: SEEDS,
		band: exactly(63 / 32),
		measure: sweep('depth', ({ last }) => last.backward / last.forward),
	},
];
