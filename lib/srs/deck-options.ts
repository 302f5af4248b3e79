import { z } from 'zod';

const DAY_MS = 86_400_000;
const stepMs = z
	.int()
	.min(1_000)
	.max(365 * DAY_MS);

/**
 * How one deck is scheduled. Every field has the default of the field's standard; a set of options is
 * stored once under the hash of its content, and each row of the log names the set it was made with.
 */
export const DeckOptions = z.object({
	newPerDay: z.int().min(0).max(9_999).default(20),
	reviewsPerDay: z.int().min(0).max(9_999).default(200),
	/** Milliseconds; steps of a day or more count study days. Empty: the memory model takes over at once. */
	learningStepsMs: z.array(stepMs).max(20).default([60_000, 600_000]),
	relearningStepsMs: z.array(stepMs).max(20).default([600_000]),
	learnAheadMs: z.int().min(0).max(DAY_MS).default(1_200_000),
	desiredRetention: z.number().min(0.7).max(0.99).default(0.9),
	maximumIntervalDays: z.int().min(1).max(36_500).default(36_500),
	/** FSRS weights, 17, 19 or 21 numbers; null: the model's defaults. */
	weights: z
		.object({ model: z.enum(['fsrs-4.5', 'fsrs-5', 'fsrs-6']), values: z.array(z.number()) })
		.nullable()
		.default(null),
	fuzz: z.boolean().default(true),
	loadBalance: z.boolean().default(true),
	/** Share of a normal load wanted on each day of the week, Sunday first, 0 to 1. */
	easyDays: z.array(z.number().min(0).max(1)).length(7).default([1, 1, 1, 1, 1, 1, 1]),
	newReviewMix: z.enum(['mix', 'reviews-first', 'new-first']).default('mix'),
	reviewOrder: z.enum(['due-random', 'retrievability', 'overdueness', 'interval']).default('due-random'),
	buryNew: z.boolean().default(true),
	buryReviews: z.boolean().default(true),
	buryLearning: z.boolean().default(true),
	leechLapses: z.int().min(1).max(99).default(8),
	leechEvery: z.int().min(1).max(99).default(4),
	leechSuspends: z.boolean().default(false),
});
export type DeckOptions = z.infer<typeof DeckOptions>;

/** The options of a deck whose learner changed nothing. */
export const DEFAULT_DECK_OPTIONS: DeckOptions = DeckOptions.parse({});
