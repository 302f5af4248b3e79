import type { Claim } from '@/lib/demos/demo';
import { defaultParams } from '@/lib/demos/field';
import { accuracyAfterDeletion } from './model';
import { dropoutFields } from './params';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

const after = (p: number) => (seed: number) => accuracyAfterDeletion({ ...defaultParams(dropoutFields), seed }, p);

/** What the demo `dropout` proves: 32 hidden units on the circle, half of them deleted after training. */
export const dropoutClaims: readonly Claim[] = [
	{ says: 'trained with p = 0.5: nearly all right', seeds: SEEDS, band: [0.94, 1], measure: after(0.5) },
	{ says: 'trained without: far fewer', seeds: SEEDS, band: [0.65, 0.89], measure: after(0) },
];
