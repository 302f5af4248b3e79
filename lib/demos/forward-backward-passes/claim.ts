import type { Claim } from '@/lib/demos/demo';
import { layerNumbers } from '@/lib/demos/layer-numbers';
import { orderOf, passesBack, passesTrace } from './model';
import { passBack, type Turn } from './pass-back';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const DEPTHS = [2, 3, 4, 5, 6];

const turnsOf = (depth: number, seed: number) => passesBack(passesTrace({ depth, width: 4, seed }));

/** The greatest gap between the weights' gradients of two backward passes. */
function gap(one: readonly Turn[], dW: (l: number) => readonly number[]): number {
	return Math.max(...one.flatMap((turn) => turn.dW.flat().map((d, k) => Math.abs(d - (dW(turn.l)[k] ?? Number.NaN)))));
}

/** How far the gradients move, at least, when one of the kept numbers is off by 0.1. */
function leastEffect(seed: number): number {
	const trace = passesTrace({ depth: 3, width: 4, seed });
	const daL = [...(trace.layers.at(-1)?.da ?? [])];
	const right = passesBack(trace).flat();
	const effects = (['input', 'slope'] as const).flatMap((key) =>
		layerNumbers(trace).flatMap((layer, at) =>
			layer[key].map((_, place) => {
				const kept = layerNumbers(trace);
				const numbers = kept[at]?.[key];
				if (numbers) numbers[place] = (numbers[place] ?? 0) + 0.1;
				return gap(passBack(kept, daL).flat(), (l) => right.find((turn) => turn.l === l)?.dW.flat() ?? []);
			}),
		),
	);
	return Math.min(...effects);
}

/** What the demo `forward-backward-passes` proves. */
export const passesClaims: readonly Claim[] = [
	{
		says: 'the gradients become known in the order L, L−1, …, 1 (depths of 5 for which they do)',
		seeds: SEEDS,
		band: [5, 5],
		measure: (seed) =>
			DEPTHS.filter((depth) => orderOf(turnsOf(depth, seed).map((turn) => turn.map(({ l }) => l))) === 'descending')
				.length,
	},
	{
		says: 'the kept a and f′(z), with the weights, are enough: they give the engine’s gradients (greatest gap)',
		seeds: SEEDS,
		band: [0, 1e-14],
		measure: (seed) =>
			Math.max(
				...DEPTHS.map((depth) => {
					const trace = passesTrace({ depth, width: 4, seed });
					return gap(passesBack(trace).flat(), (l) => [...(trace.layers[l - 1]?.dW.data ?? [])]);
				}),
			),
	},
	{
		says: 'and none of them can be spared: 0.1 off in any one changes a gradient (least change)',
		seeds: SEEDS,
		band: [1e-6, 10],
		measure: leastEffect,
	},
];
