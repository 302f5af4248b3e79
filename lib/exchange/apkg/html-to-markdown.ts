import type { Element, RootContent as HtmlContent, Root as HtmlRoot } from 'hast';
import type { Nodes, Parents, Root, RootContent } from 'mdast';
import rehypeRemark from 'rehype-remark';
import { unified } from 'unified';
import { parseHtml, pictureName } from './clean-html';
import { MATH_ELEMENT, markMathematics } from './mark-mathematics';

// What Markdown can say; of everything else at least the structure would be lost.
const SAYABLE = new Set(
	'p div br b strong i em s strike del code pre ul ol li a img table thead tbody tr td th h3 h4 h5 h6 blockquote hr span font center section wbr'.split(
		' ',
	),
);
/** Taken out with all that is in them. */
const RUNNING = new Set(
	'script style iframe object embed link meta base form template noscript audio video svg math'.split(' '),
);

/** A field as blocks of Markdown, or why it cannot be: `changed` says what was left out although it can. */
export type FieldReading =
	| { ok: true; blocks: RootContent[]; changed: Set<string> }
	| { ok: false; changed: Set<string> };

/** What was left out of a field, in the words of a remark. */
export const LEFT_OUT = {
	runs: 'Scripts, frames and other things that run or load were left out.',
	remote: 'A picture from elsewhere was left out: cards load nothing from the network.',
	missing: 'A picture that is not in the package was left out.',
	look: 'Colours, sizes and classes were left out.',
	sound: 'A sound cannot be played here; its name stands in its place.',
} as const;

const processor = unified()
	.use(rehypeRemark, {
		handlers: {
			[MATH_ELEMENT]: (_state, node: Element) => {
				const child = node.children[0];
				const value = child?.type === 'text' ? child.value : '';
				return { type: 'inlineMath', value, data: { display: node.properties['display'] === 'true' } } as never;
			},
			br: () => ({ type: 'break' }),
			strike: (state, node: Element) => ({ type: 'delete', children: state.all(node) as never }),
			wbr: () => undefined,
		},
	})
	.freeze();

/** Reads a field's HTML; `mediaName` gives the name of a picture in the deck, or null when it is not there. */
export function htmlToMarkdown(html: string, mediaName: (name: string) => string | null): FieldReading {
	const changed = new Set<string>();
	const tree = parseHtml(soundNames(html, changed));
	if (!prepare(tree, mediaName, changed)) return { ok: false, changed };
	markMathematics(tree);
	const words = wordsOf(tree);
	const markdown = processor.runSync(tree) as unknown as Root;
	const blocks = tidy(markdown.children);
	return wordsOf({ type: 'root', children: blocks } as Root) === words
		? { ok: true, blocks, changed }
		: { ok: false, changed };
}

/** A sound's mark as words that say so. */
export function soundNames(html: string, changed: Set<string>): string {
	if (!/\[(?:sound|anki):/i.test(html)) return html;
	return html
		.replace(/\[sound:([^[\]<>\n]{1,300})\]/gi, (_, name: string) => {
			changed.add(LEFT_OUT.sound);
			return `(sound: ${name})`;
		})
		.replace(/\[anki:(?:play|tts)[^[\]<>\n]{0,300}\]/gi, '');
}

/** Takes out what runs, in place; false when something is left that Markdown cannot say. */
function prepare(
	parent: HtmlRoot | Element,
	mediaName: (name: string) => string | null,
	changed: Set<string>,
): boolean {
	const children: HtmlContent[] = [];
	for (const child of parent.children) {
		if (child.type === 'text') children.push(child);
		if (child.type !== 'element') continue;
		if (RUNNING.has(child.tagName)) {
			changed.add(LEFT_OUT.runs);
			continue;
		}
		if (!SAYABLE.has(child.tagName)) return false;
		if (child.tagName === 'img') {
			const image = placeImage(child, mediaName, changed);
			if (image) children.push(image);
			continue;
		}
		if (!prepareElement(child, changed) || !prepare(child, mediaName, changed)) return false;
		// markup that says nothing but how words look is gone with its look
		if (/^(?:span|font|center|section)$/.test(child.tagName)) {
			if (child.tagName === 'center' || child.tagName === 'section') child.tagName = 'div';
		}
		children.push(child);
	}
	parent.children = children as Element['children'];
	return true;
}

function prepareElement(element: Element, changed: Set<string>): boolean {
	const { tagName, properties } = element;
	const style = String(properties['style'] ?? '');
	// a look that means something: bold, italic, struck out or raised words
	if (/(?:^|;)\s*(?:font-weight|font-style|text-decoration|vertical-align|white-space|text-align)/i.test(style))
		return false;
	if (tagName === 'a') {
		const href = String(properties['href'] ?? '');
		if (!/^https?:\/\//i.test(href) || !URL.canParse(href)) return false;
	}
	if (properties['colSpan'] || properties['rowSpan'] || properties['dir'] || properties['align']) return false;
	if (tagName === 'ol' && (properties['type'] || properties['reversed'])) return false;
	const kept: Element['properties'] = {};
	for (const name of Object.keys(properties)) {
		if (name === 'href') kept.href = String(properties['href'] ?? '');
		else if (tagName === 'ol' && name === 'start') kept['start'] = Number(properties['start']);
		else if (/^on/i.test(name)) changed.add(LEFT_OUT.runs);
		else changed.add(LEFT_OUT.look);
	}
	element.properties = kept;
	return true;
}

function placeImage(image: Element, mediaName: (name: string) => string | null, changed: Set<string>): Element | null {
	const src = String(image.properties['src'] ?? '');
	if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(src)) {
		changed.add(LEFT_OUT.remote);
		return null;
	}
	if (Object.keys(image.properties).some((name) => /^on/i.test(name))) changed.add(LEFT_OUT.runs);
	const name = mediaName(pictureName(image));
	if (name === null) {
		changed.add(LEFT_OUT.missing);
		return null;
	}
	const alt = String(image.properties['alt'] ?? '').trim();
	return { ...image, properties: { src: name, alt: alt === '' ? pictureName(image) : alt } };
}

/** The words of a tree without their spaces: what must be the same before and after. */
export function wordsOf(root: HtmlRoot | Root): string {
	let words = '';
	const visit = (node: HtmlContent | Nodes) => {
		if ('value' in node && node.type !== 'comment') words += node.value;
		else if (node.type === 'element' && node.tagName === 'img') words += ` ${String(node.properties['src'])}`;
		else if (node.type === 'image') words += ` ${node.url}`;
		else if ('children' in node) for (const child of node.children) visit(child as HtmlContent);
	};
	for (const child of root.children) visit(child as HtmlContent);
	return words.replace(/\s+/g, '');
}

/** Formulas alone in a paragraph become blocks; breaks at the ends of paragraphs and what they leave empty go. */
function tidy(blocks: RootContent[]): RootContent[] {
	return blocks.flatMap((block): RootContent[] => {
		if (block.type === 'paragraph') {
			const children = trimBreaks(block.children as RootContent[]);
			const only = children.length === 1 ? children[0] : undefined;
			if (only?.type === 'inlineMath' && isDisplayed(only)) return [{ type: 'math', value: only.value, meta: null }];
			return children.length === 0 ? [] : [{ ...block, children } as RootContent];
		}
		if ('children' in block && block.type !== 'table')
			return [{ ...block, children: tidy((block as Parents).children as RootContent[]) } as RootContent];
		return [block];
	});
}

/** True for a formula of its own line within a paragraph. */
export function isDisplayed(node: Nodes): boolean {
	return (node.data as { display?: boolean } | undefined)?.display === true;
}

function trimBreaks(children: RootContent[]): RootContent[] {
	const isBlank = (node: RootContent | undefined) =>
		node?.type === 'break' || (node?.type === 'text' && node.value.trim() === '');
	let [start, end] = [0, children.length];
	while (start < end && isBlank(children[start])) start++;
	while (end > start && isBlank(children[end - 1])) end--;
	return children.slice(start, end);
}
