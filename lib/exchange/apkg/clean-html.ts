import type { Element, ElementContent, Root, RootContent } from 'hast';
import { sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { htmlSchema, safeStyle } from '@/lib/cards/html-schema';

const parser = unified().use(rehypeParse, { fragment: true }).freeze();

/** A piece of HTML as a tree; scripts and the like are still in it. */
export function parseHtml(html: string): Root {
	return parser.parse(html) as Root;
}

/** HTML with nothing left that loads or runs something; pictures go by the name that `mediaName` gives, or are left out with null. */
export function cleanHtml(html: string, mediaName: (name: string) => string | null): string {
	return cleanTree(parseHtml(html), mediaName);
}

/** The same for a tree, which is changed. */
export function cleanTree(tree: Root, mediaName: (name: string) => string | null): string {
	const visit = (parent: Root | Element) => {
		const children: (RootContent | ElementContent)[] = [];
		for (const child of parent.children) {
			if (child.type === 'element') {
				visit(child);
				if (child.tagName === 'img') {
					const name = mediaName(pictureName(child));
					if (name === null) continue;
					child.properties['src'] = name;
				}
				const style = safeStyle(String(child.properties['style'] ?? ''));
				delete child.properties['style'];
				if (style !== '') child.properties['style'] = style;
			}
			children.push(child);
		}
		parent.children = children as ElementContent[];
	};
	visit(tree);
	return toHtml(sanitize(tree, htmlSchema) as Root).trim();
}

/** The name of the file that an `img` shows, as it is called on the disk. */
export function pictureName(image: Element): string {
	const src = String(image.properties['src'] ?? '');
	try {
		return decodeURIComponent(src);
	} catch {
		return src;
	}
}
