// biome-ignore lint/style/noRestrictedImports: only tests read this file.
import fc from 'fast-check';
import type { CardMemory } from './card-memory';
import { DEFAULT_DECK_OPTIONS, type DeckOptions } from './deck-options';
import { GRADES } from './grade';
import { WEIGHT_RANGES } from './weights';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The study day on which generated memories are answered, for property tests. */
export const TODAY = 20_000;

const rising = fc
	.uniqueArray(fc.constantFrom(1, 5, 10, 60, 300, 1_440, 2_880, 10_000), { maxLength: 4 })
	.map((minutes) => minutes.sort((a, b) => a - b).map((each) => each * MINUTE_MS));

const weights = fc
	.tuple(...WEIGHT_RANGES.map(([min, max]) => fc.double({ min, max, noNaN: true })))
	.map((values) => ({ model: 'fsrs-6' as const, values }));

/** Any options of a deck whose steps rise, for property tests. */
export const anyOptions: fc.Arbitrary<DeckOptions> = fc
	.record({
		learningStepsMs: rising,
		relearningStepsMs: rising,
		desiredRetention: fc.double({ min: 0.7, max: 0.99, noNaN: true }),
		maximumIntervalDays: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 6, max: 36_500 })),
		weights: fc.option(weights),
		fuzz: fc.boolean(),
		loadBalance: fc.boolean(),
		leechLapses: fc.integer({ min: 1, max: 5 }),
		leechEvery: fc.integer({ min: 1, max: 3 }),
		leechSuspends: fc.boolean(),
	})
	.map((some) => ({ ...DEFAULT_DECK_OPTIONS, ...some }));

/** Any memory a card may have on `TODAY`, for property tests. */
export const anyMemory: fc.Arbitrary<CardMemory> = fc
	.record({
		phase: fc.constantFrom('new', 'learning', 'review', 'relearning'),
		stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }),
		difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
		step: fc.nat(4),
		elapsedDays: fc.oneof(fc.integer({ min: -30, max: 3 }), fc.integer({ min: 0, max: 4_000 })),
		reps: fc.nat(500),
		lapses: fc.nat(20),
		suspended: fc.boolean(),
		flag: fc.nat(7),
		leech: fc.boolean(),
	})
	.map(({ phase, stability, difficulty, step, elapsedDays, reps, ...rest }): CardMemory => {
		const isNew = phase === 'new';
		const lastReviewDay = TODAY - elapsedDays;
		return {
			...rest,
			phase,
			stability: isNew ? null : stability,
			difficulty: isNew ? null : difficulty,
			step: phase === 'learning' || phase === 'relearning' ? step : 0,
			due: isNew ? { kind: 'position', position: 1 } : { kind: 'day', day: TODAY },
			intervalDays: isNew ? 0 : Math.max(1, elapsedDays),
			lastReviewAtMs: isNew ? null : lastReviewDay * DAY_MS,
			lastReviewDay: isNew ? null : lastReviewDay,
			reps: isNew ? 0 : reps + 1,
			buriedUntilDay: null,
		};
	});

/** Any of the four grades, for property tests. */
export const anyGrade = fc.constantFrom(...GRADES);
