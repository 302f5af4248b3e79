import type { Heading, Root, RootContent } from 'mdast';
import { endOf, startOf } from './markdown-tree';

/** One note as it stands in the file. */
export interface NoteSource {
	heading: Heading;
	/** What follows the heading, down to the next level-2 heading. */
	body: RootContent[];
	/** The exact Markdown of heading and body. */
	markdown: string;
}

/** Parts the tree of a file at its level-2 headings; the front matter is in neither part. */
export function splitNotes(tree: Root, text: string): { introduction: RootContent[]; notes: NoteSource[] } {
	const blocks = tree.children.filter((node) => node.type !== 'yaml');
	const starts = blocks.flatMap((node, index) => (isNoteHeading(node, text) ? [{ node, index }] : []));
	const notes = starts.map(({ node, index }, k) => {
		const next = starts[k + 1];
		return {
			heading: node as Heading,
			body: blocks.slice(index + 1, next?.index),
			markdown: text.slice(startOf(node), next ? startOf(next.node) : text.length).trimEnd(),
		};
	});
	return { introduction: blocks.slice(0, starts[0]?.index), notes };
}

/** True for a heading made by underlining text with `---` or `===`, as happens to a `---` without an empty line before it. */
export function isUnderlinedHeading(node: RootContent, text: string): node is Heading {
	return (
		node.type === 'heading' &&
		text[startOf(node)] !== '#' &&
		/\n[^\n]*[-=][ \t]*$/.test(text.slice(startOf(node), endOf(node)))
	);
}

function isNoteHeading(node: RootContent, text: string): boolean {
	return node.type === 'heading' && node.depth === 2 && !isUnderlinedHeading(node, text);
}
