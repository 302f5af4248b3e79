import type { Nodes, Parents, Root, RootContent } from 'mdast';
import type { ParsedNote } from '@/lib/cards/deck-source';
import type { CheckDemo } from '@/lib/cards/demo-link';
import { parseDeck } from '@/lib/cards/parse-deck';

const PICTURE = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');

/** The note that a deck's file with this Markdown would hold; null when the grammar has anything against it. */
export function checkNote(
	markdown: string,
	macros: Readonly<Record<string, string>>,
	hasMedia: (name: string) => boolean,
	checkDemo: CheckDemo,
): ParsedNote | null {
	const { notes, errors } = parseDeck(
		{ file: 'note', text: `---\nid: deck\ntitle: deck\n---\n\n${markdown}\n`, macros: { ...macros } },
		{ readMedia: (name) => (hasMedia(name) ? PICTURE : null), checkDemo },
	);
	const [note] = notes;
	return errors.length === 0 && notes.length === 1 && note ? note : null;
}

/** Whether two trees say the same: kinds of nodes, words, addresses and formulas; spaces count as one, and where words are cut does not count. */
export function sameStructure(a: readonly RootContent[], b: readonly RootContent[]): boolean {
	return JSON.stringify(a.flatMap(signature)) === JSON.stringify(b.flatMap(signature));
}

function signature(node: Nodes): unknown[] {
	if (node.type === 'text') return [];
	if ('value' in node) return [[node.type, node.value.replace(/\s+/g, ' ').trim()]];
	if (node.type === 'image') return [[node.type, node.url, node.alt]];
	const inner = 'children' in node ? merged(node).flatMap(signature) : [];
	const words =
		'children' in node
			? merged(node).map((child) => (child.type === 'text' ? child.value.replace(/\s+/g, ' ').trim() : '\0'))
			: [];
	const more =
		node.type === 'link'
			? node.url
			: node.type === 'list'
				? [node.ordered ?? false, node.ordered ? (node.start ?? 1) : null]
				: node.type === 'heading'
					? node.depth
					: null;
	return [[node.type === 'root' ? 'root' : node.type, more, words.filter((word) => word !== ''), inner]];
}

function merged(parent: Parents | Root): Nodes[] {
	const out: Nodes[] = [];
	for (const child of parent.children as Nodes[]) {
		const last = out.at(-1);
		if (child.type === 'text' && last?.type === 'text')
			out[out.length - 1] = { type: 'text', value: last.value + child.value };
		else out.push(child);
	}
	return out;
}
