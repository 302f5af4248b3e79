import Papa from 'papaparse';

/** One row of a table with where it stands. */
export interface TableRow {
	cells: string[];
	/** 1-based line of the file on which the row starts. */
	line: number;
	/** What is wrong with its quotes; null when nothing is. */
	mistake: string | null;
}

/** How the cells of a table are told apart. */
export interface Dialect {
	separator: string;
	quote: '"' | "'";
	/** Lines that start with `#` are comments, as Anki has it. */
	comments: boolean;
}

/** Walks the rows of a table from an offset; empty lines are passed over. `take` returns false to stop. */
export function eachRow(
	text: string,
	from: { offset: number; line: number },
	dialect: Dialect,
	take: (row: TableRow) => boolean,
): void {
	const body = text.slice(from.offset);
	let line = from.line;
	let counted = 0;
	Papa.parse<string[]>(body, {
		delimiter: dialect.separator,
		quoteChar: dialect.quote,
		newline: '\n',
		comments: dialect.comments ? '#' : false,
		step(results, parser) {
			const cells = results.data;
			// The cursor is behind the row; comments and empty lines before it are counted with it.
			const { cursor } = results.meta;
			const raw = body.slice(counted, cursor);
			const skipped = dialect.comments ? leadingComments(raw) : 0;
			const start = line + skipped;
			line += newlines(raw);
			counted = cursor;
			if (cells.length === 1 && cells[0]?.trim() === '') return;
			const [error] = results.errors;
			if (!take({ cells, line: start, mistake: error ? `${error.message.replace(/\.$/, '')}.` : null })) parser.abort();
		},
	});
}

function newlines(text: string): number {
	let count = 0;
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
	return count;
}

function leadingComments(raw: string): number {
	let count = 0;
	for (let at = 0; raw[at] === '#'; count++) {
		const end = raw.indexOf('\n', at);
		if (end < 0) return count;
		at = end + 1;
	}
	return count;
}
