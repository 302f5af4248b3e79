import { toHtml } from 'hast-util-to-html';
import type { Root, RootContent } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { DELETION } from './foreign-card';

const processor = unified().use(remarkRehype, {
	allowDangerousHtml: true,
	handlers: {
		inlineMath: (_state: unknown, node: { value: string }) => ({ type: 'text', value: `\\(${inTex(node.value)}\\)` }),
		math: (_state: unknown, node: { value: string }) => ({ type: 'text', value: `\\[${inTex(node.value)}\\]` }),
	},
});

const TEX = { open: '\u2E22', close: '\u2E23' } as const;
const inTex = (tex: string) => tex.replaceAll(DELETION.open, TEX.open).replaceAll(DELETION.close, TEX.close);

/** Blocks as HTML for a note in HTML: raw HTML as it stands (it is sanitised when it is drawn), mathematics between `\( \)`. */
export function blocksHtml(blocks: readonly RootContent[]): string {
	const shown = blocks.map(unwrap);
	const tree = processor.runSync({ type: 'root', children: shown } as Root);
	return toHtml(tree as never, { allowDangerousHtml: true }).trim();
}

/** HTML of a cloze's text as the sides of the card of its k-th deletion (from 0), and how many there are. */
export function clozeSides(html: string): { front: string; back: string }[] {
	const pairs = [...html.matchAll(/\u2E28([\s\S]*?)\u2E29|\u2E22([\s\S]*?)\u2E23/g)];
	return pairs.map((asked) => {
		const side = (words: (content: string, tex: boolean) => string) => {
			let text = '';
			let from = 0;
			for (const pair of pairs) {
				const content = pair[1] ?? pair[2] ?? '';
				text += html.slice(from, pair.index) + (pair === asked ? words(content, pair[2] !== undefined) : content);
				from = pair.index + pair[0].length;
			}
			return text + html.slice(from);
		};
		return {
			front: side((_content, tex) => (tex ? '\\boxed{\\,?\\,}' : '<span class="cloze-blank">[...]</span>')),
			back: side((content, tex) => (tex ? content : `<mark class="cloze-answer">${content}</mark>`)),
		};
	});
}

// What was ours to write as it stands is mathematics displayed in a line.
function unwrap(node: RootContent): RootContent {
	if (node.type === 'html' && node.data) return { type: 'math', value: node.value.replace(/^\$\$|\$\$$/g, '') };
	return 'children' in node
		? ({ ...node, children: (node.children as RootContent[]).map(unwrap) } as RootContent)
		: node;
}

/** A fenced block of HTML that no run of backticks in it ends. */
export function fencedHtml(html: string): string {
	const longest = Math.max(2, ...[...html.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = '`'.repeat(longest + 1);
	return `${fence}html\n${html}\n${fence}`;
}
