import type { DeckError } from './deck-error';
import type { DeckMedia, ParsedNote } from './deck-source';
import { ErrorLog } from './error-log';
import { parseMarkdown } from './markdown-tree';
import { MediaShelf } from './media-shelf';
import type { DeckWorld } from './parse-deck';
import { parseNote } from './parse-note';
import { plainNote } from './plain-note';
import { SourceText } from './source-text';
import { splitNotes } from './split-notes';

/** One note read by itself, or every mistake that keeps it out, with lines and columns counted from its heading. */
export type NoteReading = { ok: true; note: ParsedNote; media: DeckMedia[] } | { ok: false; errors: DeckError[] };

/** Reads the Markdown of a single note of the deck `deckId`, heading included, and renders its cards. Content never makes it throw. */
export function renderNote(
	markdown: string,
	deck: { deckId: string; macros: Readonly<Record<string, string>> },
	world: DeckWorld,
): NoteReading {
	const plain = plainNote(markdown);
	if (plain) return { ok: true, note: plain, media: [] };
	const source = new SourceText(markdown);
	const errors = new ErrorLog('note', source);
	try {
		const { introduction, notes } = splitNotes(parseMarkdown(source.text), source.text);
		const [only, second] = notes;
		if (!only || second || introduction.length > 0) {
			errors.add(
				0,
				`This holds ${notes.length === 1 ? 'text above its heading' : `${notes.length} notes`}.`,
				'One note is one heading of level 2 and what follows it.',
			);
			return { ok: false, errors: errors.sorted() };
		}
		const shelf = new MediaShelf(world.readMedia);
		const parsed = parseNote(only, { ...deck, source, errors, shelf, checkDemo: world.checkDemo, lines: new Map() });
		return parsed ? { ok: true, ...parsed } : { ok: false, errors: errors.sorted() };
	} catch (error) {
		// the stack is the only limit to how deeply Markdown and TeX may nest
		if (!(error instanceof RangeError)) throw error;
		errors.add(
			0,
			'This is nested too deeply to be drawn.',
			'Use fewer lists, quotations and braces inside each other.',
		);
		return { ok: false, errors: errors.sorted() };
	}
}
