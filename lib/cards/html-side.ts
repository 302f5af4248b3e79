import type { Element, ElementContent, Root, RootContent } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import katex from 'katex';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { DeckMedia } from './deck-source';
import type { Report } from './error-log';
import { forbiddenTex } from './forbidden-tex';
import type { HtmlSource } from './html-note';
import { htmlSchema, safeStyle } from './html-schema';
import type { MediaShelf } from './media-shelf';

// Far beyond any card, and short enough to be read at once.
const HTML_LIMIT = 200_000;
const TEX_LIMIT = 5000;

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/** What one side of a card in HTML is drawn with. */
export interface HtmlSideContext {
	deckId: string;
	macros: Readonly<Record<string, string>>;
	shelf: MediaShelf;
}

/**
 * Renders a side written in HTML: sanitised, pictures through the deck's media, TeX between `\( \)` and `\[ \]` drawn; TeX that
 * KaTeX cannot read is shown as it is written. Pictures that cannot be shown are reported, and sides that show nothing.
 */
export function renderHtmlSide(
	source: HtmlSource,
	context: HtmlSideContext,
	report: Report,
): { html: string; media: DeckMedia[] } {
	if (source.html.length > HTML_LIMIT) {
		report(source.offset, `This side has ${source.html.length} characters.`, `Write at most ${HTML_LIMIT}.`);
		return { html: '', media: [] };
	}
	const tree = parser.parse(source.html) as Root;
	const media = new Map<string, DeckMedia>();
	visitElements(tree, (element) => prepare(element, source.offset, context, media, report));
	const clean = sanitize(tree, htmlSchema) as Root;
	drawMathematics(clean, context.macros);
	const html = toHtml(clean, { allowDangerousHtml: true }).trim();
	if (html === '') report(source.offset, 'This side of the card shows nothing.', 'Write HTML, as <p>...</p>.');
	return { html, media: [...media.values()] };
}

function visitElements(parent: Root | Element, visit: (element: Element) => void): void {
	for (const child of parent.children) {
		if (child.type !== 'element') continue;
		visit(child);
		visitElements(child, visit);
	}
}

function prepare(
	element: Element,
	offset: number,
	context: HtmlSideContext,
	media: Map<string, DeckMedia>,
	report: Report,
): void {
	const { properties } = element;
	if (typeof properties['style'] === 'string') {
		const style = safeStyle(properties['style']);
		if (style === '') delete properties['style'];
		else properties['style'] = style;
	}
	if (element.tagName === 'a') {
		properties['rel'] = ['noreferrer'];
		properties['target'] = '_blank';
	} else if (element.tagName === 'img') {
		const reading = context.shelf.take(mediaName(String(properties['src'] ?? '')));
		const { width, height } = properties;
		element.properties = { alt: properties['alt'] ?? '' };
		if (!reading.ok) {
			report(offset + (element.position?.start.offset ?? 0), reading.message, reading.advice);
			return;
		}
		media.set(reading.media.name, reading.media);
		Object.assign(element.properties, {
			src: `/api/media/${context.deckId}/${reading.media.name}`,
			loading: 'lazy',
			...(isLength(width) || isLength(height)
				? { ...(isLength(width) && { width }), ...(isLength(height) && { height }) }
				: reading.size),
		});
	}
}

function mediaName(src: string): string {
	try {
		return decodeURIComponent(src);
	} catch {
		return src;
	}
}

function isLength(value: unknown): boolean {
	return /^[1-9]\d{0,3}$/.test(String(value));
}

// Line breaks and marks for them may stand in a formula, as MathJax takes them; code is left alone.
function drawMathematics(parent: Root | Element, macros: Readonly<Record<string, string>>): void {
	if (parent.type === 'element' && (parent.tagName === 'code' || parent.tagName === 'pre')) return;
	const children: RootContent[] = [];
	let run: RootContent[] = [];
	const flush = () => {
		children.push(...drawRun(run, macros));
		run = [];
	};
	for (const child of parent.children) {
		if (child.type === 'text' || (child.type === 'element' && (child.tagName === 'br' || child.tagName === 'wbr'))) {
			run.push(child);
			continue;
		}
		flush();
		if (child.type === 'element') drawMathematics(child, macros);
		children.push(child);
	}
	flush();
	parent.children = children as ElementContent[];
}

function drawRun(run: RootContent[], macros: Readonly<Record<string, string>>): RootContent[] {
	// A character that no HTML can hold stands for each break.
	const breaks = run.filter((node) => node.type !== 'text');
	const text = run.map((node) => (node.type === 'text' ? node.value : '\0')).join('');
	if (!/\\[([]/.test(text)) return run;
	const nodes: RootContent[] = [];
	const plain = (words: string) => {
		for (const [index, part] of words.split('\0').entries()) {
			const broken = index > 0 ? breaks.shift() : undefined;
			if (broken) nodes.push(broken);
			if (part !== '') nodes.push({ type: 'text', value: part });
		}
	};
	let from = 0;
	for (const match of text.matchAll(/\\\((.*?)\\\)|\\\[(.*?)\\\]/gs)) {
		plain(text.slice(from, match.index));
		from = match.index + match[0].length;
		const written = match[1] ?? match[2] ?? '';
		breaks.splice(0, written.split('\0').length - 1);
		nodes.push(drawFormula(written.replaceAll('\0', '\n').trim(), match[2] !== undefined, macros));
	}
	plain(text.slice(from));
	return nodes;
}

function drawFormula(tex: string, displayMode: boolean, macros: Readonly<Record<string, string>>): RootContent {
	const written: Element = {
		type: 'element',
		tagName: 'code',
		properties: {},
		children: [{ type: 'text', value: tex }],
	};
	if (tex.length > TEX_LIMIT || forbiddenTex(tex).length > 0) return written;
	const options = { displayMode, macros: { ...macros }, maxExpand: 2000, maxSize: 20, strict: 'ignore' as const };
	try {
		const html = katex.renderToString(tex, { ...options, output: 'htmlAndMathml', trust: false });
		return { type: 'raw', value: html } as unknown as RootContent;
	} catch {
		return written;
	}
}
