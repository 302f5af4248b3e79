import type { Claim } from '@/lib/demos/demo';
import { toRows } from '@/lib/engine/matrix';
import { openStream } from '@/lib/engine/random-stream';
import { threeLayerFrame, threeLayerNet, threeLayerOutcome } from './model';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** The formula of the card as it stands, nested: tanh(W (inner) + b) of level l. */
function nested(seed: number, x: readonly number[], l: number): readonly number[] {
	if (l === 0) return x;
	const inner = nested(seed, x, l - 1);
	const network = threeLayerNet(seed);
	const [W, b] = [network.weights[l - 1], network.biases[l - 1]];
	if (!W || !b) return [];
	return toRows(W).map((row, i) =>
		Math.tanh(row.reduce((sum, w, j) => sum + w * (inner[j] ?? Number.NaN), b[i] ?? Number.NaN)),
	);
}

/** What the demo `forward-three-layer` proves. */
export const threeLayerClaims: readonly Claim[] = [
	{
		says: 'the nested formula gives what the engine gives layer by layer (greatest gap over 20 inputs)',
		seeds: SEEDS,
		band: [0, 1e-12],
		measure: (seed) => {
			const stream = openStream(seed, 'inputs');
			const gaps = Array.from({ length: 20 }, () => {
				const x = [4 * stream.normal(), 4 * stream.normal()];
				const y = threeLayerFrame({ x, scale: 1, seed }, 1, 3).layers.at(-1)?.a ?? [];
				return Math.max(...nested(seed, x, 3).map((n, k) => Math.abs(n - (y[k] ?? Number.NaN))));
			});
			return Math.max(...gaps);
		},
	},
	{
		says: 'as x grows tenfold, the first level to saturate is level 1',
		seeds: SEEDS,
		band: [1, 1],
		measure: (seed) => threeLayerOutcome({ x: [1, -1], scale: 10, seed }).first ?? Number.NaN,
	},
	{
		says: 'the mean slope of level 1 is then below that of level 2 (quotient)',
		seeds: SEEDS,
		band: [0, 0.5],
		measure: (seed) => {
			const { after } = threeLayerOutcome({ x: [1, -1], scale: 10, seed });
			return (after[0] ?? Number.NaN) / (after[1] ?? Number.NaN);
		},
	},
];
