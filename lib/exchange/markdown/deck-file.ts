import { stringify } from 'yaml';
import type { PortableDeck } from '@/lib/exchange/portable';

/** The front matter of a deck's file, with the empty line after it; keys that would say nothing are left out. */
export function frontMatter(deck: PortableDeck): string {
	const keys = {
		id: deck.id,
		title: deck.title,
		...(deck.parentId !== null && { parent: deck.parentId }),
		...(deck.description !== '' && { description: deck.description }),
		...(deck.tags.length > 0 && { tags: deck.tags }),
		...(Object.keys(deck.macros).length > 0 && { macros: { ...deck.macros } }),
	};
	return `---\n${stringify(keys, { lineWidth: 0, singleQuote: true, aliasDuplicateObjects: false })}---\n`;
}

/** Notes as they follow each other, or the front matter, in a deck's file. */
export function notesText(notes: readonly { markdown: string }[]): string {
	return notes.map(({ markdown }) => `\n${markdown.trimEnd()}\n`).join('');
}
