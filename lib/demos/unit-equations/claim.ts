import type { Claim } from '@/lib/demos/demo';
import { handExample } from '@/lib/demos/hand-net';
import { movesOf, NUDGE, unitEquationsOutcome } from './model';
import { COLUMNS, ROWS } from './params';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
const UNITS = Array.from({ length: ROWS }, (_, k) => k + 1);

/** What the demo `unit-equations` proves. */
export const unitEquationsClaims: readonly Claim[] = [
	{
		says: 'row i times the activations, plus the bias, is the i-th component of the engine’s z (greatest gap)',
		seeds: SEEDS,
		band: [0, 1e-14],
		measure: (seed) =>
			Math.max(
				...UNITS.map((unit) => {
					const { alone, z } = unitEquationsOutcome({ unit, seed });
					return Math.abs(alone - z);
				}),
			),
	},
	{
		says: 'changing row i moves no other component of z (greatest move)',
		seeds: SEEDS,
		band: [0, 0],
		measure: (seed) =>
			Math.max(
				...movesOf(seed).flatMap((row, i) => row.flatMap((d) => d.map((dk, k) => (k === i ? 0 : Math.abs(dk))))),
			),
	},
	{
		says: 'it moves z_i by the nudge times the activation it multiplies (greatest gap)',
		seeds: SEEDS,
		band: [0, 1e-14],
		measure: (seed) => {
			const { x } = handExample(COLUMNS, seed);
			const gap = (d: number[], i: number, j: number) => Math.abs((d[i] ?? Number.NaN) - NUDGE * (x[j] ?? Number.NaN));
			return Math.max(...movesOf(seed).flatMap((row, i) => row.map((d, j) => gap(d, i, j))));
		},
	},
	{
		says: 'the entries that move z_i alone are row i, for every unit (units for which they are)',
		seeds: SEEDS,
		band: [ROWS, ROWS],
		measure: (seed) => UNITS.filter((unit) => unitEquationsOutcome({ unit, seed }).pattern === 'row').length,
	},
];
