import type { Phase } from '@/lib/srs/card-memory';
import type { Grade } from '@/lib/srs/grade';

/** What a grade button says and promises: the answer echoes `intervalDays` back, and just that is applied. */
export interface GradeOffer {
	/** `<10m`, `3d`, `1.2mo`. */
	label: string;
	/** Study days; 0 for a step within the day. */
	intervalDays: number;
}

/** The demo of a card as a page links to it. */
export interface DemoTarget {
	id: string;
	/** Path and query, `/sandbox/neuron?x=1,-2`. */
	href: string;
	label: string;
}

/** Everything the review page needs to show one card and have it answered, with nothing left to fetch. */
export interface ReviewCard {
	cardId: string;
	noteId: string;
	deckId: string;
	deckTitle: string;
	/** The note's title as plain text. */
	title: string;
	/** The version of the card's memory that these offers were made for. */
	version: number;
	/** The study day these offers hold on. */
	studyDay: number;
	phase: Phase;
	frontHtml: string;
	backHtml: string;
	/** True for a cloze and for HTML: its back is a whole side again and stands in the place of the front. */
	backReplacesFront: boolean;
	demo: DemoTarget | null;
	/** What was last foretold of its demo and what the run measured, in a sentence; null until it has been run to the end. */
	foretold: string | null;
	flag: number;
	leech: boolean;
	suspended: boolean;
	offers: Record<Grade, GradeOffer>;
}

/** What is left to do today, in the colours of the three kinds. */
export interface DueCounts {
	fresh: number;
	learning: number;
	review: number;
}

/** The action that U takes back. */
export interface Undoable {
	reviewKey: string;
	cardId: string;
	/** "Good on “What are the parts of a neuron?”" */
	label: string;
}

/** The most cards that a page is given at once. */
export const QUEUE_HEAD = 12;

/** What a finished session says; what follows it (`nextDue`, `heldBack`) is worked out once the whole queue fits a page. */
export interface DoneSummary {
	/** Answers that stand, today, in this deck and below. */
	answers: number;
	/** Cards answered today. */
	cards: number;
	/** Cards answered for the first time today. */
	learnt: number;
	/** Share of today's reviews (not first steps) recalled; null without any. */
	recalled: number | null;
	minutes: number;
	/** When the next card of this deck is due; null when none is waiting. */
	nextDue: { kind: 'instant'; atMs: number } | { kind: 'day'; daysFromToday: number } | null;
	/** Cards waiting beyond today's limits. */
	heldBack: DueCounts;
	/** What a further helping would bring today: new cards (10 at most) and reviews (50 at most). */
	more: { fresh: number; reviews: number };
}

/** The head of a deck's queue. */
export interface ReviewQueue {
	deckId: string;
	deckTitle: string;
	/** In order; at most QUEUE_HEAD. */
	cards: ReviewCard[];
	counts: DueCounts;
	/** When a learning card beyond the learn-ahead limit comes due; null when none does. */
	nextLearningAtMs: number | null;
	/** The offers of this answer hold until then. */
	dayEndsAtMs: number;
	undoable: Undoable | null;
	done: DoneSummary;
}
