import { z } from 'zod';
import { ExchangeError } from './exchange-error';
import type { ColumnMapping } from './file-format';

const COLUMNS = ['front', 'back', 'tags', 'deck', 'guid', 'notetype', 'ignore'] as const;

/** What a learner said of a table's columns. */
export const ColumnMappingSchema: z.ZodType<ColumnMapping> = z.object({
	separator: z.string().length(1),
	header: z.boolean(),
	html: z.boolean(),
	columns: z.array(z.enum(COLUMNS)).min(1).max(200),
});

/** Reads a mapping from JSON, as the page and `--columns` send it. Throws ExchangeError for any other. */
export function columnMapping(json: string): ColumnMapping {
	let value: unknown;
	try {
		value = JSON.parse(json);
	} catch {
		value = null;
	}
	const mapping = ColumnMappingSchema.safeParse(value);
	if (mapping.success) return mapping.data;
	throw new ExchangeError(
		`cannot read the columns “${json.slice(0, 200)}”: JSON like {"separator":",","header":true,"html":false,"columns":["front","back"]} is allowed, with ${COLUMNS.join(', ')}. Nothing was changed.`,
	);
}
