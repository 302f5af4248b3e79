import { markdownHash } from '@/lib/exchange/apkg/markdown-hash';
import { noteFaces } from '@/lib/exchange/apkg/note-faces';
import type { PortableNote } from '@/lib/exchange/portable';
import { isFormula } from './safe-cell';

/** Rows of one note, before they are made safe: several where a note in HTML has several cards. */
export interface NoteRows {
	rows: { guid: string; noteType: string; tags: readonly string[]; fields: readonly string[] }[];
	/** What had to be changed, in the words of a remark. */
	changed: string[];
}

/** Anki's own note types, as a profile in English has them. */
export const STOCK_TYPES = {
	basic: 'Basic',
	reversed: 'Basic (and reversed card)',
	typed: 'Basic (type in the answer)',
	cloze: 'Cloze',
} as const;

/** True for a note that goes out with the fields it came with. */
export function goesAsItCame(note: PortableNote): boolean {
	return note.origin !== null && markdownHash(note.markdown) === note.origin.markdownSha256 && typeName(note) !== null;
}

/** A note as rows of a table for Anki; null for Markdown that is no note. Throws a RangeError for macros that never end. */
export function noteRows(
	note: PortableNote,
	context: { macros: Readonly<Record<string, string>>; mediaName(name: string): string | null },
): NoteRows | null {
	const changed: string[] = [];
	const tags = note.tags;
	const foreign = note.origin?.guid;
	let guid = foreign ?? note.id;
	if (isFormula(guid)) {
		guid = note.id;
		changed.push('Its Anki guid starts like a formula and was left out of the table: an Anki package keeps it.');
	}
	const noteType = typeName(note);
	if (note.origin && noteType !== null && goesAsItCame(note))
		return { rows: [{ guid, noteType, tags: note.origin.tags, fields: note.origin.fields }], changed };
	const faces = noteFaces(note.markdown, context);
	if (!faces) return null;
	if (note.demo) changed.push('A table holds no demo: the link to it was left out.');
	if (faces.kind !== 'html') {
		const fields = [faces.question, faces.answer];
		return { rows: [{ guid, noteType: STOCK_TYPES[faces.kind], tags, fields }], changed };
	}
	changed.push('A note in HTML goes out as a row of the type Basic for each of its cards.');
	const rows = faces.cards.map(({ number, front, back }) => ({
		guid: `${note.id}:t${number}`,
		noteType: STOCK_TYPES.basic,
		tags,
		fields: [front, back],
	}));
	return { rows, changed };
}

function typeName(note: PortableNote): string | null {
	if (!note.origin) return null;
	try {
		const name = (JSON.parse(note.origin.noteType) as { name?: unknown } | null)?.name;
		return typeof name === 'string' && name !== '' && !isFormula(name) ? name : null;
	} catch {
		return null;
	}
}
