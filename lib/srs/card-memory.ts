/** Where a card stands in its life: never seen, in its first steps, spaced by the model, or in steps again after a lapse. */
export type Phase = 'new' | 'learning' | 'review' | 'relearning';

/** When a card is due: in the order of its deck, at an instant (steps within a day), or from the rollover of a study day. */
export type Due =
	| { kind: 'position'; position: number }
	| { kind: 'instant'; atMs: number }
	| { kind: 'day'; day: number };

/** All that the scheduler knows of one card for one learner; a snapshot of it is what the log keeps and undo restores. */
export interface CardMemory {
	phase: Phase;
	/** Days until recall is 90 % likely; null before the first answer. */
	stability: number | null;
	/** 1 (easy) to 10 (hard); null before the first answer. */
	difficulty: number | null;
	/** Index of the learning or relearning step the card is on; 0 elsewhere. */
	step: number;
	due: Due;
	/** The interval last given, in study days; 0 while in steps within a day. */
	intervalDays: number;
	lastReviewAtMs: number | null;
	/** Study-day index of the last answer. */
	lastReviewDay: number | null;
	/** Answers given so far. */
	reps: number;
	/** Times the card fell from review to again. */
	lapses: number;
	suspended: boolean;
	/** First study day on which the card may be shown again; null when not buried by hand. */
	buriedUntilDay: number | null;
	/** 0 (none) to 7. */
	flag: number;
	leech: boolean;
}

/** The memory of a card nobody has answered yet. */
export function newCardMemory(position: number): CardMemory {
	return {
		phase: 'new',
		stability: null,
		difficulty: null,
		step: 0,
		due: { kind: 'position', position },
		intervalDays: 0,
		lastReviewAtMs: null,
		lastReviewDay: null,
		reps: 0,
		lapses: 0,
		suspended: false,
		buriedUntilDay: null,
		flag: 0,
		leech: false,
	};
}
