import { readFile, stat } from 'node:fs/promises';
import { RemarkLog } from '@/lib/exchange/apkg/remark-log';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import type { ColumnMapping, ReadOptions, TablePreview } from '@/lib/exchange/file-format';
import { heldCollection } from '@/lib/exchange/held-collection';
import type { ExchangeLimits } from '@/lib/exchange/limits';
import type { ExchangeRun, PortableCollection } from '@/lib/exchange/portable';
import { readAnkiHeaders } from './anki-headers';
import { decodeTable } from './decode-table';
import { guessMapping } from './guess-mapping';
import { TableNotes } from './table-notes';
import { eachRow } from './table-rows';

// All of a table is in memory at once.
const TABLE_BYTES = 128 * 2 ** 20;
const PREVIEW_ROWS = 20;
const PREVIEW_CHARACTERS = 200;
const COLUMNS = 1000;

/** The first rows of a table and what each column is taken for, for the learner to correct. Throws ExchangeError for what is no table. */
export async function previewCsv(file: string, limits: ExchangeLimits): Promise<TablePreview> {
	const { text } = await readTable(file, limits);
	const { mapping, rows } = guessMapping(text, readAnkiHeaders(text), null);
	const cut = (cell: string) => (cell.length > PREVIEW_CHARACTERS ? `${cell.slice(0, PREVIEW_CHARACTERS)}…` : cell);
	return { mapping, rows: rows.slice(0, PREVIEW_ROWS).map(({ cells }) => cells.slice(0, COLUMNS).map(cut)) };
}

/**
 * Reads a table: Anki's `#` headers are obeyed, else separator, quotes, names and HTML are told from the first rows unless
 * `options.columns` says them. Rows with mistakes are refused with their line; ExchangeError for what is no table or beyond the limits.
 */
export async function readCsv(
	file: string,
	limits: ExchangeLimits,
	run: ExchangeRun,
	options: ReadOptions,
): Promise<PortableCollection> {
	const remarks = new RemarkLog();
	const name = file.split(/[\\/]/).at(-1) ?? file;
	const { text, guess } = await readTable(file, limits);
	if (guess !== null) remarks.add('changed', name, guess);
	const headers = readAnkiHeaders(text);
	const { mapping, dialect, from, rows } = guessMapping(text, headers, options.columns);
	if (!mapping.columns.includes('front'))
		throw new ExchangeError(`cannot read “${name}”: no column is the front of a card. Nothing was changed.`);
	if (mapping.columns.length > COLUMNS || rows.some(({ cells }) => cells.length > COLUMNS))
		throw new ExchangeError(`cannot read “${name}”: a row has more than ${COLUMNS} columns. Nothing was changed.`);
	if (options.columns === null) remarks.add('changed', name, lookInWords(mapping, headers.found));
	const table = new TableNotes({
		mapping,
		headers,
		options,
		limits,
		run,
		remarks,
		deckTitle: options.deckTitle ?? stem(name),
	});
	let names = mapping.header;
	let count = 0;
	eachRow(text, from, dialect, (row) => {
		if (names) {
			names = false;
			return true;
		}
		table.take(row);
		if (++count % 500 === 0) {
			run.signal.throwIfAborted();
			run.onProgress({ stage: 'rows', done: count, total: count });
		}
		return true;
	});
	if (table.notes.length === 0 && remarks.notes.every(({ severity }) => severity !== 'refused'))
		throw new ExchangeError(`cannot read “${name}”: it holds no row. Nothing was changed.`);
	const { decks } = table.decks;
	if (decks.length > limits.decks)
		throw new ExchangeError(
			`cannot read “${name}”: it names ${decks.length} decks; ${limits.decks} are allowed. Nothing was changed.`,
		);
	return heldCollection(
		{ ids: 'proposed', decks, notes: table.sorted(), media: [], remarks: remarks.notes, close: () => {} },
		run.signal,
	);
}

async function readTable(file: string, limits: ExchangeLimits) {
	const { size } = await stat(file).catch((cause: unknown) => {
		throw new ExchangeError(`cannot read “${file}”: there is no such file. Nothing was changed.`, { cause });
	});
	const allowed = Math.min(TABLE_BYTES, limits.fileBytes);
	if (size > allowed)
		throw new ExchangeError(
			`cannot read “${file}”: it holds ${size} bytes; ${allowed} are allowed. Nothing was changed.`,
		);
	return decodeTable(new Uint8Array(await readFile(file)), file);
}

function stem(name: string): string {
	return name.replace(/\.[A-Za-z0-9]{1,5}$/, '') || name;
}

function lookInWords({ separator, header, html, columns }: ColumnMapping, anki: boolean): string {
	const between = { '\t': 'tabs', ',': 'commas', ';': 'semicolons', '|': 'bars', ' ': 'spaces', ':': 'colons' }[
		separator
	];
	const parted = between ?? `“${separator}”`;
	const first = anki ? "by Anki's headers" : header ? 'with a first row of names' : 'without a row of names';
	return `Read as a table parted by ${parted}, ${first}, its fields as ${html ? 'HTML' : 'plain text'}; the columns are ${columns.join(', ')}.`;
}
