import { z } from 'zod';

const DeckId = z.string().regex(/^[a-z0-9-]{1,300}$/);
const Place = z.uuid();

/** What decks can be written as, with the ending of the file. */
export const EXPORT_ENDINGS = {
	apkg: '.apkg',
	csv: '.csv',
	tsv: '.tsv',
	markdown: '.zip',
	print: '.html',
} as const;

/** POST /api/exchange/export: a deck, or `all`. */
export const ExportRequest = z.object({
	deck: DeckId,
	format: z.enum(['apkg', 'csv', 'tsv', 'markdown', 'print']),
	/** Without the decks below it. */
	alone: z.boolean(),
	schedule: z.boolean(),
	history: z.boolean(),
	answers: z.boolean(),
	columns: z.boolean(),
});
export type ExportRequest = z.infer<typeof ExportRequest>;

/** POST /api/exchange/uploads: a file that is to follow in parts. */
export const UploadRequest = z.object({ name: z.string().min(1).max(300), bytes: z.int().min(1) });
export type UploadRequest = z.infer<typeof UploadRequest>;

/** POST /api/exchange/preview and /restore: a file that was uploaded. */
export const UploadedRequest = z.object({ upload: Place });

/** POST /api/exchange/import: a file that was uploaded, to be tried or imported. */
export const ImportRequest = z.object({
	upload: Place,
	dryRun: z.boolean(),
	/** Of a table: what each column is, as JSON; null: as it seems. */
	columns: z.string().max(8_000).nullable(),
});
export type ImportRequest = z.infer<typeof ImportRequest>;

/** The id of a place in an address; null for what is none. */
export function placeId(text: string): string | null {
	return Place.safeParse(text).success ? text : null;
}
