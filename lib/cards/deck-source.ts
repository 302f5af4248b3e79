import type { DeckError } from './deck-error';

/** `html` is for cards that Markdown cannot say: each side is written in HTML, and the answer stands in the question's place. */
export type NoteKind = 'basic' | 'reversed' | 'cloze' | 'html';

/** The demo a card opens: an id of the registry and the preset in the link's query. */
export interface DemoLink {
	demoId: string;
	/** Without the leading `?`; empty when the demo opens as it is. */
	query: string;
	/** The link's own words. */
	label: string;
}

/** One card as it is shown; HTML is rendered and sanitised, mathematics is HTML with MathML. */
export interface RenderedCard {
	/** `<note id>` for the front-to-back card, `<note id>:reversed`, `<note id>:c1` or `<note id>:t1`. Unique in its deck. */
	id: string;
	frontHtml: string;
	/** The answer alone; a cloze's answer is the whole text with the deletion shown, an HTML note's is a whole side. Steps are `<section data-step>`s. */
	backHtml: string;
}

/** One fact of a deck, from one level-2 heading to the next. */
export interface ParsedNote {
	/** Stable, unique in its deck. */
	id: string;
	kind: NoteKind;
	/** The heading as plain text (mathematics as its TeX). */
	title: string;
	tags: string[];
	/** The exact Markdown of the note. */
	markdown: string;
	cards: RenderedCard[];
	demo: DemoLink | null;
	/** Media names the note shows, relative to the deck's folder. */
	media: string[];
	/** 1-based line of the heading. */
	line: number;
}

/** A picture or other file that a deck carries. */
export interface DeckMedia {
	/** Relative path as written in the deck, with forward slashes. */
	name: string;
	mimeType: string;
	bytes: Uint8Array;
}

/** A whole deck: what could be read of it, and every mistake found on the way. */
export interface ParsedDeck {
	/** Empty when the front matter has none that is usable: such a deck cannot be stored, its `errors` say why. */
	id: string;
	title: string;
	/** The deck it hangs under; null at the top. */
	parentId: string | null;
	description: string;
	tags: string[];
	/** What stands before the first note, without its level-1 heading; missing when nothing does or it has a mistake. */
	introductionHtml?: string;
	/** KaTeX macros, once per deck. */
	macros: Record<string, string>;
	notes: ParsedNote[];
	media: DeckMedia[];
	errors: DeckError[];
}
