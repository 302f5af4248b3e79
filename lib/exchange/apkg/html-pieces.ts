/** A stretch of text between tags, or a tag as written with its name in small letters. */
export type HtmlPiece = { tag: null; text: string } | { tag: string; name: string };

const LONGEST_TAG = 5_000;

/** Parts HTML into text and tags in one pass, however it is broken; comments, and scripts and styles with what is in them, are left out. */
export function* htmlPieces(html: string): Generator<HtmlPiece> {
	let at = 0;
	while (at < html.length) {
		const open = html.indexOf('<', at);
		if (open < 0) break;
		if (open > at) yield { tag: null, text: html.slice(at, open) };
		if (html.startsWith('<!--', open)) {
			const end = html.indexOf('-->', open + 4);
			if (end < 0) return;
			at = end + 3;
			continue;
		}
		const end = html.indexOf('>', open);
		if (end < 0) return;
		const tag = html.slice(open, Math.min(end + 1, open + LONGEST_TAG));
		const name = /^<\/?([a-z][a-z0-9]{0,30})/i.exec(tag)?.[1]?.toLowerCase() ?? '';
		yield { tag, name };
		at = end + 1;
		if ((name === 'script' || name === 'style') && tag[1] !== '/') {
			const close = html.indexOf(`</${name}`, at);
			at = close < 0 ? html.length : close;
		}
	}
	if (at < html.length) yield { tag: null, text: html.slice(at) };
}

/** The value of an attribute of a tag, as written; null when it has none. */
export function attributeOf(tag: string, name: string): string | null {
	const match = new RegExp(`[\\s"']${name}\\s{0,9}=\\s{0,9}(?:"([^"<>]*)"|'([^'<>]*)'|([^\\s"'<>]+))`, 'i').exec(tag);
	return match ? (match[1] ?? match[2] ?? match[3] ?? '') : null;
}
