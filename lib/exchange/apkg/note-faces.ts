import type { Element, ElementContent, RootContent as HtmlContent, Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Heading, Nodes, Root, RootContent } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { type Cloze, markClozes } from '@/lib/cards/cloze-tree';
import { liftDemo } from '@/lib/cards/demo-link';
import { isHtmlNote, partHtmlNote } from '@/lib/cards/html-note';
import { type Formula, parseMarkdown } from '@/lib/cards/markdown-tree';
import { readNoteHeading } from '@/lib/cards/note-heading';
import { partNote } from '@/lib/cards/note-parts';
import { SourceText } from '@/lib/cards/source-text';
import { splitNotes } from '@/lib/cards/split-notes';
import { isDisplay } from '@/lib/cards/tex-source';
import { ankiTex } from './anki-tex';
import { cleanHtml } from './clean-html';
import { escapeHtml } from './escape-html';
import type { FaceContext, NoteFaces } from './faces';
import { plainFaces } from './plain-faces';

/** The sides of a note for Anki from its Markdown; null for Markdown that is no note. Throws a RangeError for macros that never end. */
export function noteFaces(markdown: string, context: FaceContext): NoteFaces | null {
	return plainFaces(markdown) ?? parsedFaces(markdown, context);
}

/** The same by way of the whole grammar, whatever is in the note. */
export function parsedFaces(markdown: string, context: FaceContext): NoteFaces | null {
	const source = new SourceText(markdown);
	const note = splitNotes(parseMarkdown(source.text), source.text).notes[0];
	if (!note) return null;
	const ignore = () => {};
	const heading: Heading = {
		...note.heading,
		children: readNoteHeading(note.heading, source.text, ignore).words,
	};
	const write = (nodes: readonly RootContent[]) => fieldHtml(nodes, source, context);
	const body = [...note.body];
	if (isHtmlNote(body)) {
		liftDemo([body], () => ({ ok: true }), ignore);
		const side = (html: string) => cleanHtml(html, context.mediaName);
		const cards = partHtmlNote(body, source.text, ignore).cards.map(({ name, front, back }) => ({
			number: Number(name.slice(1)),
			front: side(front.html),
			back: side(back.html),
		}));
		return { kind: 'html', title: write([heading]), cards };
	}
	const parts = partNote(body, source.text, ignore);
	const steps = (parts.answer ?? []).filter((step) => step.length > 0);
	liftDemo([[heading], parts.question, ...steps], () => ({ ok: true }), ignore);
	const asked = [heading, ...parts.question];
	const numbers = markClozes(asked, source, ignore);
	const question = write(asked);
	const answer = steps
		.map((step) => write(step))
		.filter((step) => step !== '')
		.map((step, index) =>
			index === 0
				? step
				: `<details class="step"><summary class="tappable">Step ${index + 1}</summary>${step}</details>`,
		)
		.join('\n');
	if (numbers.length > 0) return { kind: 'cloze', question, answer, numbers };
	return { kind: parts.reversed ? 'reversed' : parts.typed ? 'typed' : 'basic', question, answer };
}

function fieldHtml(nodes: readonly RootContent[], source: SourceText, context: FaceContext): string {
	const blocks = nodes.map(
		(node): RootContent =>
			node.type === 'heading' && node.depth === 2 ? { type: 'paragraph', children: node.children } : node,
	);
	const raw = (value: string) => ({ type: 'raw', value }) as unknown as ElementContent;
	const formula = (_state: unknown, node: Formula) => raw(ankiTex(node.value, isDisplay(node, source), context.macros));
	const processor = unified().use(remarkRehype, {
		handlers: {
			math: formula,
			inlineMath: formula,
			cloze: (state, node: Cloze) => {
				const inner = (children: readonly Nodes[]) =>
					inDeletion(
						toHtml(
							rawText(
								{ type: 'root', children: state.all({ type: 'paragraph', children: [...children] } as never) },
								context,
							),
							{ allowDangerousHtml: true },
						),
					);
				const hint = node.hint ? `::${inner(node.hint)}` : '';
				return raw(`{{c${node.number}::${inner(node.children)}${hint}}}`);
			},
		},
	});
	const tree = processor.runSync({ type: 'root', children: blocks } satisfies Root) as HtmlRoot;
	const only = tree.children.length === 1 ? tree.children[0] : undefined;
	const shown: HtmlRoot =
		only?.type === 'element' && only.tagName === 'p' ? { type: 'root', children: only.children } : tree;
	return toHtml(rawText(shown, context), { allowDangerousHtml: true, closeSelfClosing: false }).trim();
}

function inDeletion(html: string): string {
	return html.replaceAll('::', ':&#58;').replaceAll('}', '&#125;');
}

/** Words in the form that real readers leave alone, pictures by their names in the package. */
function rawText(root: HtmlRoot, context: FaceContext): HtmlRoot {
	const visit = (node: HtmlContent): HtmlContent => {
		if (node.type === 'text') return { type: 'raw', value: escapeHtml(node.value) } as unknown as HtmlContent;
		if (node.type !== 'element') return node;
		const properties = { ...node.properties };
		if (node.tagName === 'img') properties['src'] = context.mediaName(String(properties['src'] ?? '')) ?? '';
		for (const [key, value] of Object.entries(properties))
			if (typeof value === 'string') properties[key] = value.replaceAll('{{', '{ {').replaceAll('}}', '} }');
		return { ...node, properties, children: node.children.map(visit) as Element['children'] };
	};
	return { ...root, children: root.children.map(visit) };
}
