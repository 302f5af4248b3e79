import type { Heading, RootContent } from 'mdast';
import { checkLinks } from './check-links';
import { markClozes } from './cloze-tree';
import type { DeckMedia, ParsedNote } from './deck-source';
import { liftDemo } from './demo-link';
import type { Report } from './error-log';
import { finishNote, type Mistakes, type NoteReading } from './finish-note';
import { partHtmlNote } from './html-note';
import { renderHtmlSide } from './html-side';
import { startOf } from './markdown-tree';
import type { NoteContext } from './note-context';
import { placeImages } from './place-images';
import { projectNote } from './project-note';
import { renderHtml } from './render-html';
import type { NoteSource } from './split-notes';

/** Reads a note in HTML, whose heading has been read; the heading is its title and stands on no card. */
export function parseHtmlNote(
	note: NoteSource,
	heading: Heading,
	id: string | null,
	held: Mistakes,
	context: NoteContext,
): NoteReading {
	const report: Report = (...mistake) => held.push(mistake);
	checkLinks([heading], report);
	for (const _ of placeImages([heading], context.deckId, context.shelf, report))
		report(startOf(heading), 'A picture stands in the heading of a note in HTML.', 'Put it into the cards.');
	if (markClozes([heading], context.source, report).length > 0)
		report(startOf(heading), 'A deletion stands in a note in HTML.', 'Write each card out under its own name.');
	const { problems } = renderHtml(projectNote([heading], null, context.source), context.macros);
	for (const problem of problems) report(problem.offset, problem.message, problem.advice);
	const read = readBody(id ?? '', note.body, context, report);
	return finishNote(note, { heading, id, kind: 'html', ...read }, held, context);
}

function readBody(
	noteId: string,
	body: readonly RootContent[],
	context: NoteContext,
	report: Report,
): Pick<ParsedNote, 'tags' | 'cards' | 'demo'> & { media: DeckMedia[] } {
	const blocks = [...body];
	const demo = liftDemo([blocks], context.checkDemo, report);
	const parts = partHtmlNote(blocks, context.source.text, report);
	const media: DeckMedia[] = [];
	const cards = parts.cards.map(({ name, front, back }) => {
		const [question, answer] = [front, back].map((side) => renderHtmlSide(side, context, report));
		media.push(...(question?.media ?? []), ...(answer?.media ?? []));
		return { id: `${noteId}:${name}`, frontHtml: question?.html ?? '', backHtml: answer?.html ?? '' };
	});
	return { tags: parts.tags, cards, demo, media };
}
