import type { DemoModel } from '@/lib/demos/demo';
import { handExample, handNet } from '@/lib/demos/hand-net';
import { type LayerNumbers, layerNumbers } from '@/lib/demos/layer-numbers';
import { listWords } from '@/lib/demos/number-lists';
import { fixedWords, numberWords, subscript } from '@/lib/demos/number-words';
import { activations } from '@/lib/engine/activation';
import { traceExample } from '@/lib/engine/trace';
import { COLUMNS, ROWS, type UnitEquationsParams } from './params';

/** The layer, with the entry of W that is nudged just now, and what each nudge so far has moved. */
export interface UnitEquationsFrame {
	layer: LayerNumbers;
	/** Counted from 0; null while W is as it was. */
	nudged: { i: number; j: number } | null;
	/** z with that nudge. */
	z: number[];
	/** By entry of W: how far each component of z moved, null where it has not been nudged yet. */
	moved: (number[] | null)[][];
}

/** Which entries of W a component of z answers to. */
export interface UnitEquationsOutcome {
	/** What the entries that move z_i and nothing else have in common. */
	pattern: 'row' | 'column' | 'diagonal' | 'none';
	/** How many they are. */
	only: number;
	w: number[];
	input: number[];
	b: number;
	z: number;
	/** The row's dot product plus the bias, worked out on its own. */
	alone: number;
}

/** How much an entry of W is nudged. */
export const NUDGE = 1;

function layerOf(seed: number, nudged: UnitEquationsFrame['nudged']): LayerNumbers {
	const network = handNet({ inputs: COLUMNS, widths: [ROWS], activation: 'tanh', seed });
	const W = network.weights[0];
	if (W && nudged) W.data[nudged.i * COLUMNS + nudged.j] = (W.data[nudged.i * COLUMNS + nudged.j] ?? 0) + NUDGE;
	const trace = traceExample(network, handExample(COLUMNS, seed).x, Array(ROWS).fill(0), 'mean-squared-error');
	return layerNumbers(trace)[0] as LayerNumbers;
}

const ENTRIES = Array.from({ length: ROWS * COLUMNS }, (_, k) => ({ i: Math.floor(k / COLUMNS), j: k % COLUMNS }));

/** By entry of W, how far each component of z moves when the engine runs again with that entry nudged. */
export function movesOf(seed: number): number[][][] {
	const { z } = layerOf(seed, null);
	const moves: number[][][] = Array.from({ length: ROWS }, () => []);
	for (const { i, j } of ENTRIES) {
		moves[i]?.push(layerOf(seed, { i, j }).z.map((zk, k) => zk - (z[k] ?? Number.NaN)));
	}
	return moves;
}

/** What the run comes to, without its frames. */
export function unitEquationsOutcome({ unit, seed }: UnitEquationsParams): UnitEquationsOutcome {
	const at = unit - 1;
	const moves = movesOf(seed);
	const alone = (delta: readonly number[]) => delta.every((d, k) => (d !== 0) === (k === at));
	const hits = ENTRIES.filter(({ i, j }) => alone(moves[i]?.[j] ?? []));
	const all = (test: (entry: { i: number; j: number }) => boolean) =>
		hits.length > 0 && ENTRIES.every((entry) => hits.includes(entry) === test(entry));
	const pattern = all(({ i }) => i === at)
		? 'row'
		: all(({ j }) => j === at)
			? 'column'
			: all(({ i, j }) => i === at && j === at)
				? 'diagonal'
				: 'none';
	const { W, b, input, z } = layerOf(seed, null);
	const [w, bias] = [W[at] ?? [], b[at] ?? Number.NaN];
	const dot = w.reduce((sum, wj, j) => sum + wj * (input[j] ?? Number.NaN), 0);
	return { pattern, only: hits.length, w, input, b: bias, z: z[at] ?? Number.NaN, alone: dot + bias };
}

/** The demo `unit-equations`: every entry of W nudged in turn, and what moves in z. */
export const unitEquationsModel: DemoModel<UnitEquationsParams, UnitEquationsFrame, UnitEquationsOutcome> = {
	preview: ({ seed }) => {
		const layer = layerOf(seed, null);
		return { layer, nudged: null, z: layer.z, moved: layer.W.map((row) => row.map(() => null)) };
	},
	*run(params) {
		const start = unitEquationsModel.preview(params);
		const moves = movesOf(params.seed);
		for (const [k, nudged] of ENTRIES.entries()) {
			const before = (i: number, j: number) => i * COLUMNS + j <= k;
			const moved = moves.map((row, i) => row.map((delta, j) => (before(i, j) ? delta : null)));
			yield { ...start, nudged, z: layerOf(params.seed, nudged).z, moved };
		}
		yield { ...start, moved: moves };
		const outcome = unitEquationsOutcome(params);
		return { outcome, why: whyOf(params, outcome) };
	},
	live: ({ unit }, { layer: { W, b, input }, z }) => ({
		symbols: {
			w: { value: listWords(W[unit - 1] ?? [], 1), shape: `row ${unit} of W, ${COLUMNS}×1` },
			input: { value: listWords(input, 1), shape: `${COLUMNS}×1` },
			b: { value: fixedWords(b[unit - 1] ?? Number.NaN, 1) },
			z: { value: fixedWords(z[unit - 1] ?? Number.NaN, 2) },
			f: { value: 'tanh' },
			a: { value: fixedWords(activations.tanh.f(z[unit - 1] ?? Number.NaN), 3) },
			W: { value: `${ROWS} rows`, shape: `${ROWS}×${COLUMNS}` },
		},
	}),
	table: (_params, { layer: { W }, moved }) => ({
		caption: `What a nudge of +${NUDGE} to one entry of W moves (— not nudged yet)`,
		columns: ['entry', 'value', ...Array.from({ length: ROWS }, (_, k) => `z${subscript(k + 1)} moves by`)],
		rows: ENTRIES.map(({ i, j }) => [
			`W${subscript(i + 1)}${subscript(j + 1)}`,
			fixedWords(W[i]?.[j] ?? Number.NaN, 1),
			...Array.from({ length: ROWS }, (_, k) => {
				const delta = moved[i]?.[j];
				return delta ? fixedWords(delta[k] ?? Number.NaN, 2, true) : '—';
			}),
		]),
	}),
};

function whyOf({ unit }: UnitEquationsParams, { only, w, input, b, z, alone }: UnitEquationsOutcome): string {
	const i = subscript(unit);
	const products = w.map((wj, j) => `(${fixedWords(wj, 1)})(${fixedWords(input[j] ?? 0, 1)})`).join(' + ');
	return (
		`z${i} = ${products} + (${fixedWords(b, 1)}) = ${numberWords(alone)}, the engine’s ${numberWords(z)}: no other row of W stands in it. ` +
		`Of the ${ROWS * COLUMNS} entries, the ${only} of row ${unit} moved z${i}, each by the activation it multiplies, and left the rest of z exactly as it was.`
	);
}
