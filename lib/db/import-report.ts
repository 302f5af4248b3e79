import type { ExchangeNote } from '@/lib/exchange/portable';

/** What becomes of a note; `kept` is one edited here whose incoming text differs: the learner's text stands, both can be seen. */
export type NoteVerdict = 'new' | 'updated' | 'unchanged' | 'kept' | 'refused';

/** How many notes meet which verdict. */
export type NoteCounts = Record<NoteVerdict, number>;

/** A note named in a report, with the reason where it was refused or kept. */
export interface NoteExample {
	verdict: NoteVerdict;
	noteId: string;
	title: string;
	reason: string | null;
}

/** What an import would do, or has done. */
export interface ImportReport {
	notes: NoteCounts;
	decks: ({ id: string; title: string; isNew: boolean } & NoteCounts)[];
	cards: { new: number };
	/** Of cards that came with a schedule: taken, or left because ours is the same or newer. */
	memories: { taken: number; kept: number };
	reviews: { new: number; known: number; refused: number };
	media: { new: number; updated: number; unchanged: number; refused: number };
	/** The first of each verdict but `unchanged`. */
	examples: NoteExample[];
	/** The first things that were changed or refused on the way in, in the file's order. */
	remarks: ExchangeNote[];
	/** How many there were in all. */
	remarkCount: number;
}

/** What an import or its dry run tells in the end. */
export interface ImportResult {
	report: ImportReport;
	applied: boolean;
	/** Where the database as it was before lies; null when nothing had to be changed. */
	copy: string | null;
}

export const EXAMPLES_OF_EACH = 10;
export const REMARKS_SHOWN = 200;

/** All zero. */
export function noNotes(): NoteCounts {
	return { new: 0, updated: 0, unchanged: 0, kept: 0, refused: 0 };
}

/** True when carrying it out would change no row. */
export function changesNothing(report: ImportReport): boolean {
	const { notes, decks, cards, memories, reviews, media } = report;
	const changes = notes.new + notes.updated + cards.new + memories.taken + reviews.new + media.new + media.updated;
	return changes === 0 && !decks.some((deck) => deck.isNew);
}
