import type { PhrasingContent, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { isDisplayed } from './html-to-markdown';

/** What a note of ours is made of, before it is written down. */
export interface NoteContent {
	/** From the words of the heading, in which each deletion is left out. */
	id(title: string): string;
	kind: 'basic' | 'reversed' | 'typed' | 'cloze';
	tags: readonly string[];
	question: RootContent[];
	/** Steps of the answer; none for a cloze note without an extra. */
	answer: RootContent[][];
	/** `[label](sandbox:...)`; empty when there is none. */
	demo: string;
}

function writer(escapeDeletions: boolean) {
	return unified()
		.use(remarkGfm, { tableCellPadding: true, tablePipeAlign: false })
		.use(remarkMath)
		.use(remarkStringify, {
			bullet: '-',
			rule: '*',
			fences: true,
			emphasis: '*',
			strong: '*',
			incrementListMarker: true,
			// a deletion in a note that has none would make it one
			unsafe: escapeDeletions ? [{ character: '{', after: '\\{', inConstruct: 'phrasing' }] : [],
			handlers: {
				inlineMath: (node: { value: string; type: 'inlineMath' }) =>
					isDisplayed(node as never) ? `$$${node.value}$$` : `$${node.value}$`,
			},
		})
		.freeze();
}

const plainWriter = writer(true);
const clozeWriter = writer(false);

/**
 * The Markdown of a note, and the blocks that reading it must give again; null when its question does not start with words, a picture or a
 * formula that can be its heading.
 */
export function noteMarkdown(note: NoteContent): { markdown: string; blocks: RootContent[] } | null {
	const parted = partHeading(note.question);
	if (!parted) return null;
	const processor = note.kind === 'cloze' ? clozeWriter : plainWriter;
	const write = (children: RootContent[]) => processor.stringify({ type: 'root', children } as Root).trim();
	const heading = write([{ type: 'heading', depth: 2, children: parted.heading }]);
	if (heading.includes('\n') || !heading.startsWith('## ')) return null;
	const directives = [
		...(note.tags.length > 0 ? [`<!-- tags: ${note.tags.join(', ')} -->`] : []),
		...(note.kind === 'reversed' || note.kind === 'typed' ? [`<!-- ${note.kind} -->`] : []),
	];
	const steps = note.answer.map(write).filter((step) => step !== '');
	const answer = [steps.join('\n\n<!-- step -->\n\n'), note.demo].filter((part) => part !== '').join('\n\n');
	const id = note.id(plainText(parted.heading).replace(/\{\{c\d+::.*?\}\}+/g, ' '));
	const markdown = [`${heading} {#${id}}`, ...directives, write(parted.rest), ...(answer === '' ? [] : ['---', answer])]
		.filter((part) => part !== '')
		.join('\n\n');
	const mark: PhrasingContent = { type: 'text', value: ` {#${id}}` };
	const blocks: RootContent[] = [
		{ type: 'heading', depth: 2, children: [...parted.heading, mark] },
		...parted.rest,
		...(answer === '' ? [] : [{ type: 'thematicBreak' as const }]),
		...note.answer.flat(),
	];
	return { markdown, blocks };
}

/** The title of a note in HTML, as Markdown. */
export function headingMarkdown(words: string): string {
	const children: PhrasingContent[] = [{ type: 'text', value: words }];
	return plainWriter.stringify({ type: 'root', children: [{ type: 'heading', depth: 2, children }] } as Root).trim();
}

/** The first line of the question is the heading. */
function partHeading(blocks: RootContent[]): { heading: PhrasingContent[]; rest: RootContent[] } | null {
	const [first, ...others] = blocks;
	if (first?.type === 'math')
		return {
			heading: [{ type: 'inlineMath', value: first.value.replace(/\s+/g, ' '), data: { display: true } } as never],
			rest: others,
		};
	if (first?.type !== 'paragraph') return null;
	const at = first.children.findIndex((child) => child.type === 'break');
	const line = at < 0 ? first.children : first.children.slice(0, at);
	const more = at < 0 ? [] : first.children.slice(at + 1);
	const heading = line.map(
		(child): PhrasingContent => (child.type === 'text' ? { ...child, value: child.value.replace(/\s+/g, ' ') } : child),
	);
	if (heading.length === 0) return null;
	const last = heading.at(-1);
	if (last?.type === 'text') last.value = last.value.trimEnd();
	return { heading, rest: more.length > 0 ? [{ type: 'paragraph', children: more }, ...others] : others };
}
