/** A file's text, or the 1-based line and column (in characters) of the first byte that is not UTF-8. */
export function decodeDeck(
	bytes: Uint8Array,
): { ok: true; text: string } | { ok: false; line: number; column: number } {
	try {
		return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
	} catch {
		const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, firstBadByte(bytes)));
		const lines = before.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
		return { ok: false, line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
	}
}

// The longest beginning that decodes ends at most three bytes, one unfinished character, before the first bad byte.
function firstBadByte(bytes: Uint8Array): number {
	let good = 0;
	let bad = bytes.length;
	while (bad - good > 1) {
		const middle = (good + bad) >> 1;
		if (startsWell(bytes.subarray(0, middle))) good = middle;
		else bad = middle;
	}
	while (good > 0 && !isWhole(bytes.subarray(0, good))) good--;
	return good;
}

function startsWell(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
		return true;
	} catch {
		return false;
	}
}

function isWhole(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}
