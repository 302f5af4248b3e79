import type { Claim } from '@/lib/demos/demo';
import { forwardPassOf } from './model';
import { type ForwardParams, forwardFields } from './params';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

const formulas: Record<ForwardParams['activation'], (z: number) => number> = {
	tanh: (z) => Math.tanh(z),
	sigmoid: (z) => 1 / (1 + Math.exp(-z)),
	relu: (z) => Math.max(0, z),
	identity: (z) => z,
};

/** The greatest of `gap` over all the nets that the demo offers. */
function worst(gap: (params: ForwardParams) => number) {
	return (seed: number) => {
		let greatest = 0;
		for (const { value: activation } of forwardFields.activation.options)
			for (let depth = 1; depth <= 4; depth++)
				for (let width = 1; width <= 4; width++)
					greatest = Math.max(greatest, gap({ depth, width, activation, ask: 'loss', seed }));
		return greatest;
	};
}

function gapOf(one: readonly number[], other: readonly number[]): number {
	return one.length === other.length
		? Math.max(...one.map((n, k) => Math.abs(n - (other[k] ?? Number.NaN))))
		: Number.NaN;
}

/** What the demo `forward-equations` proves: the residual of each line of the card against the engine. */
export const forwardClaims: readonly Claim[] = [
	{
		says: 'each layer reads what the one before it put out, the first one x (gap)',
		seeds: SEEDS,
		band: [0, 0],
		measure: worst((params) => {
			const { x, layers } = forwardPassOf(params);
			return Math.max(...layers.map(({ input }, k) => gapOf(input, layers[k - 1]?.a ?? x)));
		}),
	},
	{
		says: 'z = W a + b, entry by entry (residual)',
		seeds: SEEDS,
		band: [0, 1e-14],
		measure: worst((params) => {
			const sum = (row: number[], input: number[], b: number) =>
				row.reduce((total, w, j) => total + w * (input[j] ?? Number.NaN), 0) + b;
			const { layers } = forwardPassOf(params);
			return Math.max(
				...layers.map(({ W, b, input, z }) =>
					gapOf(
						z,
						W.map((row, i) => sum(row, input, b[i] ?? Number.NaN)),
					),
				),
			);
		}),
	},
	{
		says: 'a = f(z), for every activation (residual)',
		seeds: SEEDS,
		band: [0, 1e-14],
		measure: worst((params) => {
			const f = formulas[params.activation];
			return Math.max(...forwardPassOf(params).layers.map(({ z, a }) => gapOf(a, z.map(f))));
		}),
	},
	{
		says: 'the loss is (a − y)² of the last layer (residual)',
		seeds: SEEDS,
		band: [0, 1e-14],
		measure: worst((params) => {
			const { layers, target, loss } = forwardPassOf(params);
			return Math.abs(loss - ((layers.at(-1)?.a[0] ?? Number.NaN) - target) ** 2);
		}),
	},
];
