import type { Heading } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { DeckMedia, ParsedNote } from './deck-source';
import type { Report } from './error-log';
import { startOf } from './markdown-tree';
import type { NoteContext } from './note-context';
import { hideDeletions } from './project-note';
import type { NoteSource } from './split-notes';

/** What was found wrong with a note, as it is reported once its id is known. */
export type Mistakes = Parameters<Report>[];

/** A note with the media it shows; null when it has a mistake. */
export type NoteReading = { note: ParsedNote; media: DeckMedia[] } | null;

/** What was read of a note beside its source; `media` may name a file more than once. */
export type NoteRead = Pick<ParsedNote, 'kind' | 'tags' | 'cards' | 'demo'> & {
	heading: Heading;
	id: string | null;
	media: DeckMedia[];
};

/** Files a note's mistakes under its id, and makes the note when there are none. */
export function finishNote(
	note: NoteSource,
	read: NoteRead,
	held: Mistakes,
	{ source, errors }: NoteContext,
): NoteReading {
	const { heading, id, media, ...rest } = read;
	for (const [offset, message, advice] of held) errors.add(offset, message, advice, id);
	if (held.length > 0 || id === null) return null;
	return {
		note: {
			...rest,
			id,
			title: plainText(hideDeletions(heading.children)),
			markdown: note.markdown,
			media: [...new Set(media.map(({ name }) => name))],
			line: source.place(startOf(note.heading)).line,
		},
		media,
	};
}
