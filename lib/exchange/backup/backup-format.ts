import { z } from 'zod';

/** Raised when a backup can no longer be read by what wrote the one before. */
export const BACKUP_VERSION = 1;

/** A value of a row; bytes are base64. */
export type BackupValue = string | number | null | { base64: string };

/** The first line of a backup. */
export const BackupHeader = z.object({
	format: z.literal('chainrule-backup'),
	version: z.int().min(1),
	createdAtMs: z.number(),
	/** The changes of the schema that the rows were written after. */
	schema: z.array(z.string()),
	/** Each table with its columns, in the order of the lines that follow; a line is `[table index, ...values]`. */
	tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()).min(1) })),
});
export type BackupHeader = z.infer<typeof BackupHeader>;

/** The last line of a backup. */
export const BackupFooter = z.object({
	/** Rows of each table, in the order of the header. */
	rows: z.array(z.int().min(0)),
	/** Of every byte before this line, in hexadecimal. */
	sha256: z.string().length(64),
});
export type BackupFooter = z.infer<typeof BackupFooter>;
