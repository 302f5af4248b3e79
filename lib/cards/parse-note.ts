import type { Heading, RootContent } from 'mdast';
import { checkLinks } from './check-links';
import { checkMarkdown } from './check-markdown';
import { markClozes } from './cloze-tree';
import { liftDemo } from './demo-link';
import type { Report } from './error-log';
import { finishNote, type Mistakes, type NoteReading } from './finish-note';
import { isHtmlNote } from './html-note';
import { endOf, startOf } from './markdown-tree';
import { type CardFaces, renderCards } from './note-cards';
import type { NoteContext } from './note-context';
import { readNoteHeading } from './note-heading';
import { type NoteParts, partNote } from './note-parts';
import { parseHtmlNote } from './parse-html-note';
import { placeImages } from './place-images';
import type { NoteSource } from './split-notes';

/** Reads one note with all its cards; null when it has a mistake, after all its mistakes are in `context.errors`. */
export function parseNote(note: NoteSource, context: NoteContext): NoteReading {
	const { source } = context;
	const held: Mistakes = [];
	const report: Report = (...mistake) => held.push(mistake);

	checkMarkdown([note.heading, ...note.body], source.text, report);
	const { id, words } = readNoteHeading(note.heading, source.text, report);
	const line = source.place(startOf(note.heading)).line;
	if (id !== null) claimId(id, line, note, context, report);
	const heading: Heading = { ...note.heading, children: words };
	if (isHtmlNote(note.body)) return parseHtmlNote(note, heading, id, held, context);
	const parts = partNote(note.body, source.text, report);
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
	const kind = numbers.length > 0 ? 'cloze' : parts.reversed ? 'reversed' : 'basic';
	return finishNote(note, { heading, id, kind, tags: parts.tags, cards, demo, media }, held, context);
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
		for (const name of ['reversed', 'typed'] as const)
			if (parts[name])
				report(start, `A note with deletions cannot be ${name}.`, `Leave out <!-- ${name} -->, or the deletions.`);
	} else if (parts.typed && parts.reversed) {
		report(start, 'A reversed note cannot be typed.', 'Leave out <!-- typed --> or <!-- reversed -->.');
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
