import type { NoteKind } from '@/lib/cards/deck-source';
import type { CardMemory } from '@/lib/srs/card-memory';
import type { DeckOptions } from '@/lib/srs/deck-options';
import type { Review, ReviewOrigin } from '@/lib/srs/review';

/** A deck as it travels; decks come parents first. */
export interface PortableDeck {
	/** Kebab-case; unlike any other deck's. */
	id: string;
	parentId: string | null;
	title: string;
	description: string;
	tags: string[];
	/** KaTeX macros of the deck, each to its expansion. */
	macros: Record<string, string>;
	/** The learner's options for the deck; null where it follows its parent or the standard. */
	options: DeckOptions | null;
}

/** One card as it travels, with what is remembered of it. */
export interface PortableCard {
	/** `<deck id>/<note id>`, with `:reversed`, `:c1` or `:t1` after it. */
	id: string;
	/** The deck the card is studied in: its note's, unless the card was moved. */
	deckId: string;
	/** Orders the cards of a deck. */
	position: number;
	/**
	 * Sanitised and rendered; mathematics is KaTeX's HTML with MathML. Empty on the way in: an import renders the note's
	 * Markdown itself and trusts no HTML of a file.
	 */
	frontHtml: string;
	backHtml: string;
	/** Null where the format carries no schedule or it was left out. */
	memory: CardMemory | null;
	/** When the schedule changed last; null when it never did. */
	memoryChangedMs: number | null;
	/** What the card was in another program, as that program wrote it. */
	origin: CardOrigin | null;
}

/** A note's own record in another program: what lets it go back unchanged while nobody has edited it here. */
export interface NoteOrigin {
	program: 'anki';
	/** The identity that other program knows it by. */
	guid: string;
	/** Milliseconds: the other program's own id, kept where it is free. */
	foreignId: number;
	/** The note type whole (name, id, fields, templates, css, kind), as JSON. */
	noteType: string;
	/** Values of the note type's fields, in its order. */
	fields: string[];
	/** As that program wrote them: they go back so while `markdownSha256` fits. */
	tags: string[];
	/** SHA-256 that the format makes of the Markdown that the fields became: while it still fits, the fields go out as they came. */
	markdownSha256: string;
	/** When the other program changed the note last. */
	modifiedMs: number;
}

/** A card's own record in another program. */
export interface CardOrigin {
	program: 'anki';
	foreignId: number;
	/** Index of the template, or of the deletion. */
	ordinal: number;
	/** What that program keeps and ours has no place for (ease factor, custom data), as JSON. */
	rest: string;
}

/** One note as it travels. */
export interface PortableNote {
	/** `<deck id>/<note id>`. */
	id: string;
	deckId: string;
	kind: NoteKind;
	title: string;
	tags: string[];
	/** The exact Markdown of the note, in the grammar of `content/README.md`. */
	markdown: string;
	demo: { demoId: string; query: string; label: string } | null;
	position: number;
	cards: PortableCard[];
	/** Names of the deck's media that the note shows. */
	media: string[];
	modifiedMs: number;
	origin: NoteOrigin | null;
}

/** One row of the log as it travels: acts that were undone do not travel to other programs. */
export interface PortableReview extends Review {
	/** Null for a row made here; else the program that made it and its id there. Such rows are replayed as recorded. */
	origin: ReviewOrigin | null;
}

/** What the logs of other programs hold of a card's memory. */
export type LoggedInterval = Pick<CardMemory, 'phase' | 'due' | 'intervalDays' | 'lastReviewAtMs' | 'difficulty'>;

/** What the logs of other programs hold of a row of ours. */
export interface PortableAct
	extends Pick<PortableReview, 'id' | 'cardId' | 'action' | 'kind' | 'atMs' | 'durationMs' | 'origin'> {
	before: LoggedInterval;
	after: LoggedInterval;
}

/** A picture or other file of a deck. */
export interface PortableMedia {
	deckId: string;
	name: string;
	mimeType: string;
	bytes: Uint8Array;
}

/** Something of a file that was left out or changed on the way in, or cannot be held on the way out. */
export interface ExchangeNote {
	severity: 'refused' | 'changed';
	/** Where: a member, row, note or line, in the words of the file. */
	where: string;
	/** What was met, what is allowed, and what was done: one sentence or two. */
	message: string;
}

/**
 * A collection on its way out of, or into, Chainrule: batches, so that a hundred thousand cards pass in bounded memory.
 * Each iterable may be walked more than once; an abort of `signal` given to the walker ends it by throwing its reason.
 */
export interface PortableCollection {
	/**
	 * `exact` (our own Markdown): ids are ours and hold for ever. `proposed`, or missing: a deck is found again by the
	 * titles along its path, a note by its origin's guid or its id; ids are taken where they are free.
	 */
	ids?: 'exact' | 'proposed';
	decks: readonly PortableDeck[];
	counts: { notes: number; cards: number; reviews: number; media: number };
	/** By deck, then position; at most some hundreds at once. */
	notes(): AsyncIterable<readonly PortableNote[]>;
	/** Oldest first; none when the history was left out. */
	reviews(): AsyncIterable<readonly PortableReview[]>;
	/** The same rows with less in each, where that is quicker to read. */
	acts?(): AsyncIterable<readonly PortableAct[]>;
	media(): AsyncIterable<PortableMedia>;
	/** Told while reading: complete once all three were walked. */
	remarks: readonly ExchangeNote[];
	/** Lets go of temporary files; called once, at the end, whatever happened. */
	close?(): void | Promise<void>;
}

/** How far a long piece of work has come. */
export interface ExchangeProgress {
	stage: string;
	done: number;
	total: number;
}

/** What each reader and writer is given beside its file. */
export interface ExchangeRun {
	nowMs: number;
	/** The learner's calendar: an IANA name, and the hour at which a study day begins. */
	timeZone: string;
	rolloverHour: number;
	signal: AbortSignal;
	onProgress(progress: ExchangeProgress): void;
}
