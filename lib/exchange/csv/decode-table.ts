import { ExchangeError } from '@/lib/exchange/exchange-error';

/** A table's text, and what was guessed about its bytes. */
export interface DecodedTable {
	/** With `\n` line ends. */
	text: string;
	/** As a remark says it; null for UTF-8. */
	guess: string | null;
}

/** The text of a table: UTF-8, UTF-16 (by its byte-order mark or by its zeros), else Windows-1252. Throws ExchangeError for what is no text. */
export function decodeTable(bytes: Uint8Array, where: string): DecodedTable {
	const { encoding, guess } = encodingOf(bytes);
	let text: string;
	try {
		text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		if (encoding !== 'utf-8') throw notText(where);
		if (bytes.includes(0)) throw notText(where);
		return {
			text: lines(new TextDecoder('windows-1252').decode(bytes)),
			guess: 'The file is not UTF-8 and was read as Windows-1252 (Western European): look at its accents.',
		};
	}
	if (text.includes('\0')) throw notText(where);
	return { text: lines(text), guess };
}

function encodingOf(bytes: Uint8Array): { encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; guess: string | null } {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', guess: null };
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', guess: null };
	const head = bytes.subarray(0, 2000);
	const zeros = [0, 1].map((side) => head.filter((byte, at) => byte === 0 && at % 2 === side).length);
	const guess = 'The file has no byte-order mark and was read as UTF-16.';
	const half = head.length / 2;
	if (half >= 2 && (zeros[1] ?? 0) > half / 2 && zeros[0] === 0) return { encoding: 'utf-16le', guess };
	if (half >= 2 && (zeros[0] ?? 0) > half / 2 && zeros[1] === 0) return { encoding: 'utf-16be', guess };
	return { encoding: 'utf-8', guess: null };
}

function notText(where: string): ExchangeError {
	return new ExchangeError(
		`cannot read “${where}”: it holds bytes that are no text in UTF-8 or UTF-16. Nothing was changed.`,
	);
}

function lines(text: string): string {
	return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
