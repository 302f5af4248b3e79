import type { NoteFaces } from './faces';

// Lines that Markdown leaves as they are: they start with a letter, and hold nothing that opens anything.
const LINE = String.raw`\p{L}(?:[\p{L}\p{M}\p{N} ,;.?'"()=%-]*[\p{L}\p{N}?'")%=,;.])?`;
const PLAIN = new RegExp(
	String.raw`^## (${LINE}) \{#[a-z0-9-]+\}\n\n(?:<!-- tags: [\p{L}\p{M}\p{N}_, -]+ -->\n\n)?---\n\n(${LINE}(?:\n${LINE})*)$`,
	'u',
);

/** The sides of a basic note of plain words, as the whole grammar would give them; null for all others. Most of a big collection is such. */
export function plainFaces(markdown: string): NoteFaces | null {
	const match = markdown.length < 5000 ? PLAIN.exec(markdown) : null;
	if (!match || /www\.|<!-- tags:(?:.*?,)?\s*(?:,|-->)/i.test(markdown)) return null;
	return { kind: 'basic', question: match[1] ?? '', answer: match[2] ?? '' };
}

const WHOLE_LINE = new RegExp(`^${LINE}$`, 'u');

/** True for one line of words that Markdown and HTML both leave as they are. */
export function isPlainLine(text: string): boolean {
	return text.length < 1000 && WHOLE_LINE.test(text) && !/www\.| {2}/i.test(text);
}
