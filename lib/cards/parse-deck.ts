import type { Root } from 'mdast';
import type { DeckMedia, ParsedDeck, ParsedNote } from './deck-source';
import type { CheckDemo } from './demo-link';
import { ErrorLog } from './error-log';
import { readFrontMatter } from './front-matter';
import { readIntroduction } from './introduction';
import { parseMarkdown, startOf } from './markdown-tree';
import { MediaShelf, type ReadMedia } from './media-shelf';
import type { NoteContext } from './note-context';
import { readNoteHeading } from './note-heading';
import { parseNote } from './parse-note';
import { SourceText } from './source-text';
import { splitNotes } from './split-notes';

/** What is said of a deck without notes, which is no mistake where it only holds other decks. */
export const NO_NOTES = 'The deck has no notes.';

/** A deck's file as it was read. */
export interface DeckInput {
	/** The path that errors show. */
	file: string;
	text: string;
	/** Macros that hold in every deck; the deck's own come before them. */
	macros?: Readonly<Record<string, string>>;
}

/** What a deck needs of the world outside its file. */
export interface DeckWorld {
	readMedia: ReadMedia;
	checkDemo: CheckDemo;
}

/**
 * Reads a deck: its notes with their cards rendered, and every mistake in it. Content never makes it throw: a note with a
 * mistake is left out of `notes`, and a deck without a usable id has no notes. The grammar is in `content/README.md`.
 */
export function parseDeck(input: DeckInput, world: DeckWorld): ParsedDeck {
	const source = new SourceText(input.text);
	const errors = new ErrorLog(input.file, source);
	const tree = unlessTooDeep(() => parseMarkdown(source.text));
	if (!tree)
		errors.add(0, 'The deck is nested too deeply to be read.', 'Use fewer lists and quotations inside each other.');
	const front = tree ? readFrontMatter(tree, source.text, (...mistake) => errors.add(...mistake)) : {};
	const context: NoteContext = {
		deckId: front.id ?? '',
		macros: { ...input.macros, ...front.macros },
		source,
		errors,
		shelf: new MediaShelf(world.readMedia),
		checkDemo: world.checkDemo,
		lines: new Map(),
	};
	const body = tree ? readBody(tree, context) : { notes: [], media: new Map<string, DeckMedia>() };
	return {
		id: context.deckId,
		title: front.title ?? context.deckId,
		parentId: front.parent ?? null,
		description: front.description ?? '',
		tags: front.tags ?? [],
		...(body.introductionHtml !== undefined && { introductionHtml: body.introductionHtml }),
		macros: front.macros ?? {},
		notes: context.deckId === '' ? [] : body.notes,
		media: [...body.media.values()],
		errors: errors.sorted(),
	};
}

interface DeckBody {
	notes: ParsedNote[];
	media: Map<string, DeckMedia>;
	introductionHtml?: string;
}

function readBody(tree: Root, context: NoteContext): DeckBody {
	const { introduction, notes } = splitNotes(tree, context.source.text);
	const body: DeckBody = { notes: [], media: new Map() };
	const tooDeep = (offset: number, noteId: string | null) =>
		context.errors.add(
			offset,
			'This is nested too deeply to be drawn.',
			'Use fewer lists, quotations and braces inside each other.',
			noteId,
		);
	const keep = (media: readonly DeckMedia[]) => {
		for (const file of media) body.media.set(file.name, file);
	};
	const opening = unlessTooDeep(
		() => readIntroduction(introduction, context),
		() => tooDeep(introduction[0] ? startOf(introduction[0]) : 0, null),
	);
	if (opening) {
		body.introductionHtml = opening.html;
		keep(opening.media);
	}
	for (const note of notes) {
		const parsed = unlessTooDeep(
			() => parseNote(note, context),
			() => tooDeep(startOf(note.heading), readNoteHeading(note.heading, context.source.text, () => {}).id),
		);
		if (!parsed) continue;
		body.notes.push(parsed.note);
		keep(parsed.media);
	}
	if (notes.length === 0) {
		context.errors.add(context.source.text.trimEnd().length, NO_NOTES, 'Start one with ## What is ...? {#id}');
	}
	return body;
}

// The stack is the only limit to how deeply Markdown and TeX may nest.
function unlessTooDeep<T>(read: () => T, otherwise: () => void = () => {}): T | null {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		otherwise();
		return null;
	}
}
