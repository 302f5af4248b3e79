import type { Claim } from '@/lib/demos/demo';
import { errorAt } from './model';
import type { BackwardProofParams } from './params';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

const times =
	(activation: BackwardProofParams['activation'], eps: number) =>
	(seed: number): number => {
		const params = { seed, activation, weight: '2-1-2', shift: 0 } as const;
		return errorAt(params, eps) / errorAt(params, 1e-5);
	};

/** What the demo `backward-proof` proves: the error over the nudge is a U. */
export const backwardProofClaims: readonly Claim[] = [
	{
		says: 'tanh: backprop and secant at 1e-5 agree (relative error of the whole gradient)',
		seeds: SEEDS,
		band: [0, 1e-8],
		measure: (seed) => errorAt({ seed, activation: 'tanh', weight: '2-1-2', shift: 0 }, 1e-5),
	},
	{
		says: 'a nudge of 1e-2 errs at least 100 times as much',
		seeds: SEEDS,
		band: [100, 1e9],
		measure: times('tanh', 1e-2),
	},
	{ says: 'and so does one of 1e-11', seeds: SEEDS, band: [100, 1e9], measure: times('tanh', 1e-11) },
	{ says: 'sigmoid: 1e-2 likewise', seeds: SEEDS, band: [100, 1e9], measure: times('sigmoid', 1e-2) },
	{ says: 'and 1e-11', seeds: SEEDS, band: [100, 1e9], measure: times('sigmoid', 1e-11) },
];
