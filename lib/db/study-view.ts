import type { DeckError } from '@/lib/cards/deck-error';
import type { DemoTarget, DueCounts } from './review-view';

/** The learner's calendar as pages show it. */
export interface ZoneView {
	timeZone: string;
	/** False until a browser has told its zone; the server's is used meanwhile. */
	known: boolean;
	rolloverHour: number;
}

/** One deck in the tree of Today, parents before children. */
export interface DeckRow {
	deckId: string;
	title: string;
	/** 0 at the top. */
	depth: number;
	counts: DueCounts;
	cardCount: number;
	/** Mistakes in the deck's source that keep cards out. */
	errorCount: number;
}

/** More reviews are due than today's limits let through; they can be spread over days. */
export interface BacklogOffer {
	/** All reviews due. */
	due: number;
	/** Those that today takes. */
	today: number;
	/** The fewest days that take them all within the limit. */
	days: number;
}

export interface TodayView {
	nowMs: number;
	/** The study day as a civil date, `2026-11-22`. */
	date: string;
	zone: ZoneView;
	/** Over all decks. */
	counts: DueCounts;
	/** An estimate from the learner's own pace, or 10 s an answer before there is one. */
	minutes: number;
	/** True until the first answer. */
	firstRun: boolean;
	decks: DeckRow[];
	/** The deck that the Study button opens: the first with something to do; null when all is done. */
	studyDeckId: string | null;
	/** Answers on each of the last 371 study days, oldest first, whole weeks ending with today's. */
	heatmap: { date: string; answers: number }[];
	/** Reviews due on today and the six days after it. */
	forecast: { date: string; due: number }[];
	/** Reviews that today's limits hold back, with the days it would take to work them off; null when none are. */
	backlog: BacklogOffer | null;
	/** When the next card is due, if nothing is due now. */
	nextDue: { kind: 'instant'; atMs: number } | { kind: 'day'; daysFromToday: number } | null;
}

/** One card in a deck's list. */
export interface DeckCardRow {
	cardId: string;
	noteId: string;
	/** The note's id in its deck: the fragment of its row, `#neuron`. */
	anchor: string;
	title: string;
	/** "reversed" or "c1" for a note's further cards, else empty. */
	variant: string;
	/** "new", "learning", "review", "relearning", "suspended", "buried", "removed from the file". */
	state: string;
	/** "today", "in 3 days (25 Nov)", "in 10 min", "as new card 4", "". */
	due: string;
	reps: number;
	lapses: number;
	flag: number;
	leech: boolean;
	suspended: boolean;
	tags: string[];
	demo: DemoTarget | null;
	foretold: string | null;
	frontHtml: string;
	backHtml: string;
}

/** A note edited here whose file has changed since: both are kept. */
export interface NoteConflict {
	noteId: string;
	title: string;
	mineHtml: string;
	fileHtml: string;
}

export interface DeckView {
	deckId: string;
	title: string;
	description: string;
	counts: DueCounts;
	cards: DeckCardRow[];
	errors: DeckError[];
	conflicts: NoteConflict[];
}
