import type { Definition, Html, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze();
const writer = unified()
	.use(remarkStringify, {
		bullet: '-',
		rule: '*',
		emphasis: '*',
		fences: true,
		listItemIndent: 'one',
		// A deletion's opening that is only text, and a mark that would end a heading as an id.
		unsafe: [
			{ character: '{', after: '\\{\\s?[cC]?\\d*\\s?:', inConstruct: 'phrasing' },
			{ character: '{', after: '#', inConstruct: 'phrasing' },
		],
	})
	.use(remarkGfm)
	.use(remarkMath)
	.freeze();

/** What pictures and changes of a foreign text are told to. */
export interface TreeWorld {
	/** The name a picture gets in our deck, by its path as written; null when there is none. */
	picture(path: string): string | null;
	/** Something that is not said in our grammar and was left out or put in words. */
	changed(message: string): void;
}

/** The blocks of another program's Markdown, brought into our grammar; raw HTML stays, and is for the caller to look for. */
export function foreignBlocks(text: string, world: TreeWorld): RootContent[] {
	const tree = parser.parse(text);
	const definitions = new Map<string, Definition>();
	collect(tree, definitions);
	return adapt(tree, text, definitions, world).children;
}

/** True where raw HTML is left in blocks, which our Markdown has no place for. */
export function hasHtml(blocks: readonly RootContent[]): boolean {
	return blocks.some(
		(node) =>
			(node.type === 'html' && !node.data) ||
			('children' in node && hasHtml((node as Parents).children as RootContent[])),
	);
}

/** Blocks as Markdown in our grammar. */
export function blocksText(blocks: readonly RootContent[]): string {
	return writer.stringify({ type: 'root', children: [...blocks] } as Root).trim();
}

/** Words as the text of one line. */
export function lineText(words: readonly PhrasingContent[]): string {
	const oneLine = (node: PhrasingContent): PhrasingContent => {
		if (node.type === 'break') return { type: 'text', value: ' ' };
		if (node.type === 'text' || node.type === 'inlineMath')
			return { ...node, value: node.value.replace(/\s*\n\s*/g, ' ') };
		return 'children' in node ? ({ ...node, children: node.children.map(oneLine as never) } as PhrasingContent) : node;
	};
	const text = blocksText([{ type: 'heading', depth: 2, children: words.map(oneLine) }]);
	return text.replace(/^##\s*/, '');
}

/** A piece of Markdown that is written as it stands: it is ours, no raw HTML of the text. */
export function verbatim(value: string): Html {
	return { type: 'html', value, data: { ours: true } as object };
}

function collect(parent: Parents, definitions: Map<string, Definition>): void {
	for (const child of parent.children) {
		if (child.type === 'definition' && !definitions.has(child.identifier)) definitions.set(child.identifier, child);
		if ('children' in child) collect(child, definitions);
	}
}

function adapt<T extends Parents>(
	parent: T,
	source: string,
	definitions: Map<string, Definition>,
	world: TreeWorld,
): T {
	const children = (parent.children as RootContent[]).flatMap((child): RootContent[] => {
		switch (child.type) {
			case 'definition':
				return [];
			case 'heading':
				return [adapt({ ...child, depth: Math.min(6, child.depth + 2) as 3 }, source, definitions, world)];
			case 'html':
				if (/^<!--[\s\S]*?-->$/.test(child.value.trim())) return [];
				return /^<br\s*\/?>$/i.test(child.value.trim()) && parent.type !== 'root' ? [{ type: 'break' }] : [child];
			case 'linkReference':
			case 'imageReference': {
				const found = definitions.get(child.identifier);
				if (!found) return [{ type: 'text', value: slice(child, source) }];
				if (child.type === 'imageReference') return [picture(found.url, child.alt ?? '', world)];
				return link(found.url, adapt(child, source, definitions, world).children, world);
			}
			case 'link':
				return link(child.url, adapt(child, source, definitions, world).children, world);
			case 'image':
				return [picture(child.url, child.alt ?? '', world)];
			case 'listItem': {
				const { checked, ...item } = adapt(child, source, definitions, world);
				if (typeof checked !== 'boolean') return [item];
				const first = item.children[0];
				const box: PhrasingContent = { type: 'text', value: checked ? '\u2611 ' : '\u2610 ' };
				if (first?.type === 'paragraph') first.children = [box, ...first.children];
				return [item];
			}
			case 'inlineMath':
				if (!slice(child, source).startsWith('$$')) return [child];
				return [verbatim(`$$${child.value.trim()}$$`)];
			case 'text':
				return wikiLinks(child.value, world);
			default:
				return 'children' in child ? [adapt(child as Parents, source, definitions, world) as RootContent] : [child];
		}
	});
	return { ...parent, children } as T;
}

function slice(node: RootContent, source: string): string {
	return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

function link(url: string, words: PhrasingContent[], world: TreeWorld): RootContent[] {
	if (/^https?:\/\//i.test(url) && URL.canParse(url)) return [{ type: 'link', url, children: words as never }];
	world.changed(`the link to “${url.slice(0, 80)}” leads nowhere here; its words were kept`);
	return words;
}

function picture(path: string, alt: string, world: TreeWorld): RootContent {
	const name = world.picture(path);
	const words =
		alt.trim() ||
		(path.split('/').at(-1) ?? '')
			.replace(/%20/g, ' ')
			.replace(/\.\w+$/, '')
			.replace(/[-_]+/g, ' ')
			.trim() ||
		'Picture';
	if (name !== null) return { type: 'image', url: name, alt: words };
	const remote = /^https?:\/\//i.test(path) && URL.canParse(path);
	world.changed(
		`the picture “${path.slice(0, 80)}” is not in the files; ${remote ? 'a link to it' : 'its description'} was kept`,
	);
	return remote
		? { type: 'link', url: path, children: [{ type: 'text', value: words }] }
		: { type: 'text', value: words };
}

// Obsidian's [[page|words]] and ![[picture|width]], and ==words== where they are no deletion.
function wikiLinks(value: string, world: TreeWorld): RootContent[] {
	const nodes: RootContent[] = [];
	let from = 0;
	for (const match of value.matchAll(/(!?)\[\[([^[\]|\n]+)(?:\|([^[\]\n]*))?\]\]|==([^=\n]+)==/g)) {
		if (match.index > from) nodes.push({ type: 'text', value: value.slice(from, match.index) });
		from = match.index + match[0].length;
		const [, bang, target = '', words, marked] = match;
		if (marked !== undefined) nodes.push({ type: 'strong', children: [{ type: 'text', value: marked }] });
		else if (bang) nodes.push(picture(target, words && !/^\d/.test(words) ? words : '', world));
		else nodes.push({ type: 'text', value: words ?? target });
	}
	if (from < value.length || nodes.length === 0) nodes.push({ type: 'text', value: value.slice(from) });
	return nodes;
}
