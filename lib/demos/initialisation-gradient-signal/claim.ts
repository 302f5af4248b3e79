import type { Claim } from '@/lib/demos/demo';
import { defaultParams } from '@/lib/demos/field';
import { resultOf } from '@/lib/demos/last-frame';
import { type SignalOutcome, signalModel } from './model';
import { type SignalParams, signalFields } from './params';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

const sweep = (params: Partial<SignalParams>, measure: (outcome: SignalOutcome) => number) => (seed: number) =>
	measure(resultOf(signalModel, { ...defaultParams(signalFields), ...params, seed }).outcome);
const peakSd = ({ peak }: SignalOutcome) => peak.sd;
/** The greater of the two ends as a share of the peak. */
const ends = ({ peak, least, greatest }: SignalOutcome) =>
	Math.max(least.norms[0] ?? Number.NaN, greatest.norms[0] ?? Number.NaN) / (peak.norms[0] ?? Number.NaN);

/** What the demo `initialisation-gradient-signal` proves. */
export const signalClaims: readonly Claim[] = [
	{
		says: 'sigmoid, 5 layers: the signal peaks at a moderate scale',
		seeds: SEEDS,
		band: [0.3, 6],
		measure: sweep({}, peakSd),
	},
	{ says: 'and both ends are below a tenth of it', seeds: SEEDS, band: [0, 0.1], measure: sweep({}, ends) },
	{
		says: 'tanh, 8 layers: a moderate scale again',
		seeds: SEEDS,
		band: [0.3, 3],
		measure: sweep({ activation: 'tanh', depth: 8 }, peakSd),
	},
	{
		says: 'and both ends are below a tenth of it again',
		seeds: SEEDS,
		band: [0, 0.1],
		measure: sweep({ activation: 'tanh', depth: 8 }, ends),
	},
];
