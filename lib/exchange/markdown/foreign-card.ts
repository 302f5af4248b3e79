/** What another program knows of when a card is due: a civil day, the interval in days, the ease in percent. */
export interface ForeignSchedule {
	/** Days since 1970-01-01. */
	dueDay: number;
	intervalDays: number;
	easePercent: number;
}

/** A card as it stands in another program's Markdown; deletions of a cloze are marked by `DELETION`. */
export interface ForeignCard {
	kind: 'basic' | 'reversed' | 'cloze';
	/** Titles from the top. */
	deckPath: readonly string[];
	question: string;
	/** Empty for a cloze. */
	answer: string;
	/** In the order of the note's cards; null for a new one. */
	schedules: readonly (ForeignSchedule | null)[];
	file: string;
	/** 1-based. */
	line: number;
}

/** Marks around a deletion: punctuation, so that emphasis beside them is read as it was beside their own. */
export const DELETION = { open: '\u2E28', close: '\u2E29' } as const;
