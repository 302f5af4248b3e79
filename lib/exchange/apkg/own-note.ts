import { checkNote } from './check-note';
import type { IncomingMedia } from './incoming-media';
import { type ForeignNote, type ReadContext, type ReadNote, readNote } from './incoming-note';
import { MediaNames } from './media-names';
import { decodeSource, fieldsHash } from './note-source';
import { plainFaces } from './plain-faces';

/**
 * A note of ours come back: as it was while nobody edited it there (its tags as they are now), else read from its fields anew under its old id,
 * with its demo. Null for a note that only looks like ours. `homeId` is the deck it is read into.
 */
export function readOwnNote(
	note: ForeignNote,
	homeId: string,
	media: IncomingMedia,
	context: ReadContext,
): { note: ReadNote; position: number } | null {
	const source = decodeSource(note.fields.at(-1) ?? '');
	const noteId = note.guid.split('/')[1];
	if (!source || noteId === undefined || source.id !== note.guid) return null;
	const { position } = source;
	const macros = { ...source.macros, ...context.macros };
	const unedited = source.fields === fieldsHash(note.fields.slice(0, -1));
	if (unedited) {
		const markdown = withTags(source.markdown, note.tags);
		const plain = plainFaces(markdown);
		if (plain?.kind === 'basic' && markdown.includes(`{#${noteId}}`)) {
			const shared = { kind: 'basic' as const, title: plain.question, media: [], demo: null };
			return { note: { ...shared, noteId, markdown, cardSuffixes: new Map([[0, '']]), changed: new Set() }, position };
		}
		const parsed = checkNote(markdown, macros, (name) => media.ownPicture(homeId, name), context.checkDemo);
		if (parsed && parsed.id === noteId) {
			const { kind, title, demo } = parsed;
			const cardSuffixes = new Map(parsed.cards.map(({ id }, index) => cardPlace(id.slice(noteId.length), index)));
			return {
				note: { noteId, kind, title, demo, markdown, media: parsed.media, cardSuffixes, changed: new Set() },
				position,
			};
		}
	}
	const names = new MediaNames();
	const originals = new Map(
		[...source.markdown.matchAll(/!\[[^\]]{0,2000}\]\(([A-Za-z0-9._/-]{1,300})\)/g)].map(([, name = '']) => [
			names.of(homeId, name),
			name,
		]),
	);
	const mediaName = (name: string) => {
		const original = originals.get(name);
		return original !== undefined && media.want(homeId, original, name) ? original : context.mediaName(name);
	};
	const demo = /\[[^\]\n]{0,300}\]\(sandbox:[^)\s]{1,2000}\)/.exec(source.markdown)?.[0] ?? '';
	const read = readNote(withoutOurFields(note), { ...context, macros, mediaName }, { noteId, demo });
	return read && { note: read, position };
}

/** The fields that its templates show, without the demo and the source, which the note carries in another way. */
function withoutOurFields(note: ForeignNote): ForeignNote {
	return {
		...note,
		fields: [...note.fields.slice(0, -2), '', ''],
		type: {
			...note.type,
			tmpls: note.type.tmpls.map((template) => ({ ...template, afmt: template.afmt.replace(/\{\{Demo\}\}/g, '') })),
		},
	};
}

function cardPlace(suffix: string, index: number): [number, string] {
	const number = /^:[ct](\d+)$/.exec(suffix)?.[1];
	return [number === undefined ? index : Number(number) - 1, suffix];
}

/** The Markdown with the tags that the note has now. */
function withTags(markdown: string, tags: readonly string[]): string {
	const end = markdown.search(/\n---[ \t]*\n/);
	const head = end < 0 ? markdown : markdown.slice(0, end);
	const found = [...head.matchAll(/<!-- tags: (.{0,2000}?) -->/g)].flatMap(([, list = '']) =>
		list.split(',').map((tag) => tag.trim()),
	);
	if (found.length === tags.length && [...found].sort().join() === [...tags].sort().join()) return markdown;
	const bare = head.replace(/\n*<!-- tags: .{0,2000}? -->/g, '');
	const line = bare.indexOf('\n') < 0 ? bare.length : bare.indexOf('\n');
	const directive = tags.length > 0 ? `\n\n<!-- tags: ${tags.join(', ')} -->` : '';
	return bare.slice(0, line) + directive + bare.slice(line) + (end < 0 ? '' : markdown.slice(end));
}
