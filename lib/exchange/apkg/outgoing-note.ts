import type { PortableNote } from '@/lib/exchange/portable';
import type { AnkiNoteType } from './anki-note-type';
import { demoMount } from './demo-mount';
import type { FaceContext, NoteFaces } from './faces';
import { markdownHash } from './markdown-hash';
import { noteFaces } from './note-faces';
import { encodeSource, fieldsHash } from './note-source';
import { ourNoteType } from './our-note-types';
import { recogniseNoteType } from './recognise-note-type';
import type { SandboxFile, SandboxFiles } from './sandbox-files';

/** A note as it goes out: its type, its fields, and the index of each card's template or deletion. */
export interface OutgoingNote {
	type: AnkiNoteType;
	fields: string[];
	tags: readonly string[];
	guid: string;
	modifiedMs: number;
	/** By card id; a card without one has no place in the note type. */
	ordinals: Map<string, number>;
	/** Files that the fields refer to beside the deck's media. */
	files: SandboxFile[];
	/** True where the fields are those of another program, with its names of media. */
	asItCame: boolean;
}

/** Makes a note ready for a package; null for Markdown that is no note. Throws a RangeError for macros that never end. */
export function outgoingNote(
	note: PortableNote,
	context: FaceContext,
	sandbox: SandboxFiles | null,
	typeOf: (json: string) => AnkiNoteType | null,
): OutgoingNote | null {
	const { origin } = note;
	const type = origin ? typeOf(origin.noteType) : null;
	const guid = origin?.guid ?? note.id;
	if (
		origin &&
		type &&
		type.flds.length === origin.fields.length &&
		markdownHash(note.markdown) === origin.markdownSha256
	) {
		return {
			type,
			fields: origin.fields,
			tags: origin.tags,
			guid,
			modifiedMs: origin.modifiedMs,
			ordinals: new Map(note.cards.flatMap((card) => (card.origin ? [[card.id, card.origin.ordinal]] : []))),
			files: [],
			asItCame: true,
		};
	}
	const faces = noteFaces(note.markdown, context);
	if (!faces) return null;
	const shared = { tags: note.tags, guid, modifiedMs: note.modifiedMs, ordinals: ordinalsOf(note, faces) };
	const edited = origin && type ? editedFields(type, faces, origin.fields) : null;
	if (type && edited) return { ...shared, type, fields: edited, files: [], asItCame: false };
	const mount = demoMount(note, sandbox);
	const ours = ourFields(faces);
	const fields = [...ours.fields, mount.html];
	const used = Object.entries(context.macros).filter(([name]) => note.markdown.includes(name));
	const source = {
		v: 1 as const,
		id: note.id,
		position: note.position,
		macros: withNested(Object.fromEntries(used), context.macros),
		markdown: note.markdown,
		fields: fieldsHash(fields),
	};
	return { ...shared, type: ours.type, fields: [...fields, encodeSource(source)], files: mount.files, asItCame: false };
}

/** Macros with those that their bodies need. */
function withNested(used: Record<string, string>, all: Readonly<Record<string, string>>): Record<string, string> {
	const more = Object.entries(all).filter(
		([name]) => !(name in used) && Object.values(used).some((body) => body.includes(name)),
	);
	return more.length === 0 ? used : withNested({ ...used, ...Object.fromEntries(more) }, all);
}

function ordinalsOf(note: PortableNote, faces: NoteFaces): Map<string, number> {
	return new Map(
		note.cards.flatMap(({ id }): [string, number][] => {
			const suffix = id.slice(id.lastIndexOf('/') + 1).split(':')[1];
			if (suffix === undefined) return faces.kind === 'cloze' || faces.kind === 'html' ? [] : [[id, 0]];
			if (suffix === 'reversed') return faces.kind === 'reversed' ? [[id, 1]] : [];
			const letter = faces.kind === 'cloze' ? 'c' : faces.kind === 'html' ? 't' : null;
			const number = Number(suffix.slice(1));
			return suffix[0] === letter && Number.isInteger(number) && number > 0 ? [[id, number - 1]] : [];
		}),
	);
}

function ourFields(faces: NoteFaces): { type: AnkiNoteType; fields: string[] } {
	if (faces.kind !== 'html') return { type: ourNoteType(faces.kind), fields: [faces.question, faces.answer] };
	const count = Math.max(1, ...faces.cards.map(({ number }) => number));
	const fields = [faces.title, ...Array.from({ length: 2 * count }, () => '')];
	for (const { number, front, back } of faces.cards) {
		fields[2 * number - 1] = front;
		fields[2 * number] = back;
	}
	return { type: ourNoteType('html', count), fields };
}

/** The fields of another program's note with the new text in them; null where its type has no place for this kind. */
function editedFields(type: AnkiNoteType, faces: NoteFaces, fields: readonly string[]): string[] | null {
	const known = recogniseNoteType(type);
	if (!known || faces.kind === 'html' || fields.length !== type.flds.length) return null;
	const fits =
		known.kind === faces.kind || (known.kind === 'optional' && faces.kind !== 'cloze' && faces.kind !== 'typed');
	const [first, ...others] = known.answer;
	if (!fits || (first === undefined && faces.answer !== '')) return null;
	const edited = [...fields];
	edited[known.question] = faces.question;
	if (first !== undefined) edited[first] = faces.answer;
	for (const other of others) edited[other] = '';
	if (known.kind === 'optional')
		edited[known.optional] = faces.kind === 'reversed' ? edited[known.optional] || 'y' : '';
	return edited;
}
