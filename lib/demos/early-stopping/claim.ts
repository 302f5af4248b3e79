import type { Claim } from '@/lib/demos/demo';
import { defaultParams } from '@/lib/demos/field';
import { earlyStoppingOutcome } from './model';
import { earlyStoppingFields } from './params';

/** What the demo `early-stopping` proves, with the card's settings. */
export const earlyStoppingClaims: readonly Claim[] = [
	{
		says: 'after 600 epochs the validation loss is at least 1.1 times that of the weights a patience of 20 keeps',
		seeds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
		band: [1.1, 20],
		measure: (seed) => {
			const { finalLoss, keptLoss, trainAtBest, trainAtEnd } = earlyStoppingOutcome({
				...defaultParams(earlyStoppingFields),
				seed,
			});
			// All the while the training loss must have fallen, or this is not overfitting.
			return trainAtEnd < trainAtBest ? finalLoss / keptLoss : Number.NaN;
		},
	},
];
