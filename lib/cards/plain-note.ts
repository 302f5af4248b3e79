import type { ParsedNote } from './deck-source';

// A line that Markdown leaves as it is: it starts with a letter, ends in no space, and holds nothing that opens anything.
const LINE = String.raw`\p{L}(?:[\p{L}\p{M}\p{N} ,;.?'"()=%-]*[\p{L}\p{M}\p{N}?'")%=,;.-])?`;
const ID = '[a-z0-9]+(?:-[a-z0-9]+)*';
const PLAIN = new RegExp(String.raw`^## (${LINE}) \{#(${ID})\}\n\n---\n\n(${LINE}(?:\n${LINE})*)$`, 'u');
const LONGEST = 5_000;

/** A basic note of plain words read without the whole grammar, which gives the same; null for any other note. Most notes of a big collection are such. */
export function plainNote(markdown: string): ParsedNote | null {
	const match = markdown.length <= LONGEST ? PLAIN.exec(markdown) : null;
	// an address of the web becomes a link by itself
	if (!match || /www\./i.test(markdown)) return null;
	const [, title = '', id = '', answer = ''] = match;
	const cards = [{ id, frontHtml: `<h2>${title}</h2>`, backHtml: `<p>${answer}</p>` }];
	return { id, kind: 'basic', title, tags: [], markdown, cards, demo: null, media: [], line: 1 };
}
