/** What the lines with `#` at the top of a table say, as Anki reads them; columns are counted from 1. */
export interface AnkiHeaders {
	separator: string | null;
	html: boolean | null;
	tags: string[];
	deck: string | null;
	noteType: string | null;
	columns: Partial<Record<'guid' | 'notetype' | 'deck' | 'tags', number>>;
	names: string[] | null;
	/** How many lines they are. */
	lines: number;
	/** True when at least one of them is Anki's. */
	found: boolean;
}

// https://docs.ankiweb.net/importing/text-files.html, "File Headers".
const SEPARATORS: Record<string, string> = {
	comma: ',',
	semicolon: ';',
	tab: '\t',
	space: ' ',
	pipe: '|',
	colon: ':',
};

/** Reads the `#key:value` lines at the top of a table's text; the first line without `#` ends them. */
export function readAnkiHeaders(text: string): AnkiHeaders {
	const headers: AnkiHeaders = {
		separator: null,
		html: null,
		tags: [],
		deck: null,
		noteType: null,
		columns: {},
		names: null,
		lines: 0,
		found: false,
	};
	let names: string | null = null;
	for (let at = 0; text[at] === '#'; headers.lines++) {
		const end = text.indexOf('\n', at);
		const line = text.slice(at + 1, end < 0 ? text.length : end);
		at = end < 0 ? text.length : end + 1;
		const colon = line.indexOf(':');
		const key = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
		const value = line.slice(colon + 1);
		const known = takeHeader(headers, key, value.trim(), value);
		if (key === 'columns') names = value;
		headers.found ||= known || key === 'columns';
	}
	if (!headers.found) headers.lines = 0;
	else if (names !== null) headers.names = names.split(headers.separator ?? ',').map((name) => name.trim());
	return headers;
}

function takeHeader(headers: AnkiHeaders, key: string, value: string, raw: string): boolean {
	const column = /^(guid|notetype|deck|tags) column$/.exec(key)?.[1] as keyof AnkiHeaders['columns'] | undefined;
	if (column) {
		if (/^[1-9]\d{0,2}$/.test(value)) headers.columns[column] = Number(value);
		return true;
	}
	switch (key) {
		case 'separator': {
			const name = value.toLowerCase();
			if (Object.hasOwn(SEPARATORS, name)) headers.separator = SEPARATORS[name] ?? null;
			else if (raw.length === 1 || value.length === 1) headers.separator = value.length === 1 ? value : raw;
			return true;
		}
		case 'html':
			headers.html = value.toLowerCase() === 'true';
			return true;
		case 'tags':
			headers.tags = value.split(/\s+/).filter((tag) => tag !== '');
			return true;
		case 'deck':
			headers.deck = value === '' ? null : value;
			return true;
		case 'notetype':
			headers.noteType = value === '' ? null : value;
			return true;
		case 'if matches':
			return true;
		default:
			return false;
	}
}
