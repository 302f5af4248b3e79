import Papa from 'papaparse';
import type { ColumnMapping } from '@/lib/exchange/file-format';
import type { AnkiHeaders } from './anki-headers';
import { type Dialect, eachRow, type TableRow } from './table-rows';

type Role = ColumnMapping['columns'][number];

const SAMPLE_ROWS = 50;
const SAMPLE_CHARACTERS = 200_000;

const NAMES: Record<Exclude<Role, 'ignore'>, RegExp> = {
	front: /^(?:front|question|prompt|term|word|text|recto|vorderseite|frage|anverso|pregunta)$/i,
	back: /^(?:back|answer|definition|meaning|translation|back extra|extra|verso|rückseite|antwort|reverso|respuesta)$/i,
	tags: /^(?:tags?|schlagwörter|étiquettes|etiquetas)$/i,
	deck: /^(?:deck|deck name|stapel|paquet|mazo)$/i,
	guid: /^(?:guid|id|note id|uuid)$/i,
	notetype: /^(?:note ?type|type|model|notiztyp)$/i,
};

/** What a table looks like, and its first rows by that look. */
export interface TableGuess {
	mapping: ColumnMapping;
	dialect: Dialect;
	/** Where the rows begin. */
	from: { offset: number; line: number };
	/** The first rows, a row of names included. */
	rows: TableRow[];
}

/** Reads the look of a table from its headers and first rows; what `wanted` says stands. */
export function guessMapping(text: string, headers: AnkiHeaders, wanted: ColumnMapping | null): TableGuess {
	const from = { offset: afterLines(text, headers.lines), line: headers.lines + 1 };
	const sample = text.slice(from.offset, from.offset + SAMPLE_CHARACTERS);
	const separator = wanted?.separator ?? headers.separator ?? sniffSeparator(sample, headers.found);
	const dialect: Dialect = { separator, quote: sniffQuote(sample, separator), comments: headers.found };
	const rows: TableRow[] = [];
	eachRow(text, from, dialect, (row) => rows.push(row) < SAMPLE_ROWS);
	if (wanted) return { mapping: wanted, dialect, from, rows };
	const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
	const first = rows[0]?.cells.map((cell) => cell.trim()) ?? [];
	const named = first.map(roleOf);
	const header = !headers.found && named.some((role) => role !== 'ignore') && first.every((cell) => cell.length <= 40);
	const columns = headers.found ? byHeaders(headers, width) : header ? byNames(named, width) : byPlace(width);
	const html = headers.html ?? rows.some(({ cells }) => cells.some(looksLikeHtml));
	return { mapping: { separator, header, html, columns }, dialect, from, rows };
}

function afterLines(text: string, count: number): number {
	let at = 0;
	for (let line = 0; line < count; line++) {
		const end = text.indexOf('\n', at);
		if (end < 0) return text.length;
		at = end + 1;
	}
	return at;
}

function sniffSeparator(sample: string, anki: boolean): string {
	const { meta } = Papa.parse(sample, {
		preview: SAMPLE_ROWS,
		newline: '\n',
		skipEmptyLines: 'greedy',
		comments: anki ? '#' : false,
		delimitersToGuess: ['\t', ',', ';', '|'],
	});
	return meta.delimiter === '' ? ',' : meta.delimiter;
}

// Single quotes part cells where they stand around many and no double one does.
function sniffQuote(sample: string, separator: string): '"' | "'" {
	const beside = (quote: string) =>
		sample.split('\n').filter((line) => line.startsWith(quote) && line.includes(`${quote}${separator}`)).length;
	return beside("'") > 0 && beside('"') === 0 ? "'" : '"';
}

function roleOf(name: string): Role {
	for (const [role, names] of Object.entries(NAMES)) if (names.test(name)) return role as Role;
	return 'ignore';
}

function byHeaders({ columns, names }: AnkiHeaders, width: number): Role[] {
	const roles = new Map<number, Role>();
	for (const [role, column] of Object.entries(columns)) roles.set(column - 1, role as Role);
	for (const [index, name] of (names ?? []).entries())
		if (!roles.has(index) && /^tags$/i.test(name) && columns.tags === undefined) roles.set(index, 'tags');
	let fields = 0;
	return Array.from({ length: width }, (_, index) => roles.get(index) ?? (fields++ === 0 ? 'front' : 'back'));
}

// A first name that stands again is another field; a table whose names say no front has its first other column for one.
function byNames(named: readonly Role[], width: number): Role[] {
	const seen = new Set<Role>();
	const roles = Array.from({ length: width }, (_, index): Role => {
		const role = named[index] ?? 'ignore';
		if (role === 'ignore' || (role !== 'back' && seen.has(role))) return 'ignore';
		seen.add(role);
		return role;
	});
	for (const role of ['front', 'back'] as const) {
		const free = roles.indexOf('ignore');
		if (!seen.has(role) && free >= 0) roles[free] = role;
	}
	return roles;
}

function byPlace(width: number): Role[] {
	return Array.from({ length: width }, (_, index) => (index === 0 ? 'front' : index === 1 ? 'back' : 'ignore'));
}

function looksLikeHtml(cell: string): boolean {
	return /<\/?(?:br|div|p|b|i|u|em|strong|span|img|a|ul|ol|li|sub|sup|table|code|pre)\b[^<>]*>|&(?:nbsp|lt|gt|amp|quot|#\d{1,6});/i.test(
		cell,
	);
}
