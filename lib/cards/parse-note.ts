import type { Heading, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { checkLinks } from './check-links';
import { checkMarkdown } from './check-markdown';
import { markClozes } from './cloze-tree';
import type { DeckMedia, ParsedNote } from './deck-source';
import { type CheckDemo, liftDemo } from './demo-link';
import type { ErrorLog, Report } from './error-log';
import { endOf, startOf } from './markdown-tree';
import type { MediaShelf } from './media-shelf';
import { type CardFaces, renderCards } from './note-cards';
import { readNoteHeading } from './note-heading';
import { type NoteParts, partNote } from './note-parts';
import { placeImages } from './place-images';
import { hideDeletions } from './project-note';
import type { SourceText } from './source-text';
import type { NoteSource } from './split-notes';

/** What a note is read against: its deck, its file, and the world outside. */
export interface NoteContext {
	deckId: string;
	macros: Readonly<Record<string, string>>;
	source: SourceText;
	errors: ErrorLog;
	shelf: MediaShelf;
	checkDemo: CheckDemo;
	/** The 1-based lines of the notes met so far, by id. */
	lines: Map<string, number>;
}

/** Reads one note with all its cards; null when it has a mistake, after all its mistakes are in `context.errors`. */
export function parseNote(note: NoteSource, context: NoteContext): { note: ParsedNote; media: DeckMedia[] } | null {
	const { source, errors } = context;
	const held: Parameters<Report>[] = [];
	const report: Report = (...mistake) => held.push(mistake);

	checkMarkdown([note.heading, ...note.body], source.text, report);
	const { id, words } = readNoteHeading(note.heading, source.text, report);
	const line = source.place(startOf(note.heading)).line;
	if (id !== null) claimId(id, line, note, context, report);
	const parts = partNote(note.body, source.text, report);
	const heading: Heading = { ...note.heading, children: words };
	const sides: RootContent[][] = [[heading], parts.question, ...(parts.answer ?? [])];
	const demo = liftDemo(sides, context.checkDemo, report);
	const media = sides.flatMap((blocks) => placeImages(blocks, context.deckId, context.shelf, report));
	for (const blocks of sides) checkLinks(blocks, report);
	const numbers = markClozes([heading, ...parts.question], source, report);
	const steps = parts.answer?.filter((step) => step.length > 0) ?? [];
	if (markClozes(steps.flat(), source, report).length > 0) {
		report(
			parts.breakOffset + source.text.slice(parts.breakOffset).search(/\{\{c\d/),
			'A deletion stands after ---.',
			'Delete in the heading or before ---; what follows is shown with the answer.',
		);
	}
	checkKind(numbers, parts, note, report);

	const faces: CardFaces = { heading, question: parts.question, steps };
	const { cards, problems } = renderCards(id ?? '', faces, numbers, parts.reversed, context);
	for (const problem of problems) report(problem.offset, problem.message, problem.advice);
	for (const [offset, message, advice] of held) errors.add(offset, message, advice, id);
	if (held.length > 0 || id === null) return null;
	return {
		note: {
			id,
			kind: numbers.length > 0 ? 'cloze' : parts.reversed ? 'reversed' : 'basic',
			title: plainText(hideDeletions(heading.children)),
			tags: parts.tags,
			markdown: note.markdown,
			cards,
			demo,
			media: [...new Set(media.map(({ name }) => name))],
			line,
		},
		media,
	};
}

function claimId(id: string, line: number, note: NoteSource, { lines, source }: NoteContext, report: Report): void {
	const first = lines.get(id);
	if (first === undefined) {
		lines.set(id, line);
		return;
	}
	const at = source.text.lastIndexOf('{#', endOf(note.heading));
	report(at, `The id "${id}" is taken by the note on line ${first}.`, 'Give this note an id of its own.');
}

function checkKind(numbers: readonly number[], parts: NoteParts, note: NoteSource, report: Report): void {
	const start = startOf(note.heading);
	if (numbers.length > 0) {
		if (parts.reversed)
			report(start, 'A note with deletions cannot be reversed.', 'Leave out <!-- reversed -->, or the deletions.');
	} else if (!parts.answer) {
		report(
			start,
			'This note has no answer.',
			'Write --- on a line of its own, then the answer; or a deletion {{c1::...}}.',
		);
	} else if (parts.answer.every((step) => step.length === 0)) {
		report(parts.breakOffset, 'There is no answer after ---.', 'Write it below.');
	}
}
