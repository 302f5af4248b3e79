import type { Nodes, Parents, Root, RootContent, Text } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** Mathematics in a line or displayed. */
export type Formula = Extract<Nodes, { type: 'math' | 'inlineMath' }>;

const parser = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).use(remarkMath).freeze();

/**
 * The syntax tree of a whole file, so that every position is the file's; after it every node has a position,
 * a fenced block of the language `math` is a `math` node, and bare e-mail addresses are plain text.
 */
export function parseMarkdown(text: string): Root {
	const tree = parser.parse(text);
	tidy(tree);
	return tree;
}

/** The offset at which a node starts in the file. */
export function startOf(node: Nodes): number {
	return node.position?.start.offset ?? 0;
}

/** The offset just after a node in the file. */
export function endOf(node: Nodes): number {
	return node.position?.end.offset ?? 0;
}

function tidy(parent: Parents): void {
	parent.children = positioned(parent).map((child) =>
		child.type === 'code' && child.lang === 'math'
			? { type: 'math', value: child.value, meta: null, position: child.position }
			: child,
	) as RootContent[];
	for (const child of parent.children) if ('children' in child) tidy(child);
}

// The parser's search for bare addresses leaves nodes without a position: they become text again.
function positioned(parent: Parents): Nodes[] {
	const children: Nodes[] = [];
	for (let at = 0; at < parent.children.length; at++) {
		const child = parent.children[at] as RootContent;
		if (child.position && !isBareEmail(child)) {
			children.push(child);
			continue;
		}
		const run: Nodes[] = [];
		let next: RootContent | undefined = child;
		while (next && (!next.position || isBareEmail(next))) {
			run.push(next);
			next = parent.children[++at];
		}
		at--;
		children.push(
			textOver(
				run,
				children.at(-1)?.position?.end ?? parent.position?.start,
				next?.position?.start ?? parent.position?.end,
			),
		);
	}
	return children;
}

type Point = NonNullable<Text['position']>['start'];

function textOver(run: Nodes[], start: Point | undefined, end: Point | undefined): Text {
	const text: Text = { type: 'text', value: run.map((node) => plainText(node)).join('') };
	if (start && end) text.position = { start, end };
	return text;
}

function isBareEmail(node: RootContent): boolean {
	if (node.type !== 'link' || !node.url.startsWith('mailto:') || !node.position) return false;
	return plainText(node).length === endOf(node) - startOf(node);
}
