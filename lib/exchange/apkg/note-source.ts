import { createHash } from 'node:crypto';
import { z } from 'zod';

const NoteSource = z.strictObject({
	v: z.literal(1),
	id: z
		.string()
		.max(400)
		.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/),
	position: z.int().min(0),
	/** The macros of the deck that the Markdown needs. */
	macros: z.record(z.string().regex(/^\\(?:[A-Za-z]+|[^A-Za-z\s])$/), z.string().max(1000)),
	markdown: z.string(),
	/** Of the other fields: while it fits, nobody has edited the note there. */
	fields: z.string(),
});
/** A note of ours inside a package: what lets it come back as it was. */
export type NoteSource = z.infer<typeof NoteSource>;

/** The hash of a note's fields but the last, as it is kept in the last; readers may have brought them to Unicode's form C. */
export function fieldsHash(fields: readonly string[]): string {
	return createHash('sha256').update(fields.join('\u001f').normalize('NFC')).digest('hex').slice(0, 16);
}

/** The note as text that no reader takes for anything else. */
export function encodeSource(source: NoteSource): string {
	return Buffer.from(JSON.stringify(source), 'utf8').toString('base64');
}

/** The note from such text; null for any other text. */
export function decodeSource(text: string): NoteSource | null {
	if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
	try {
		return NoteSource.safeParse(JSON.parse(Buffer.from(text, 'base64').toString('utf8'))).data ?? null;
	} catch {
		return null;
	}
}
