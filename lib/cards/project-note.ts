import type { PhrasingContent, RootContent } from 'mdast';
import { type Cloze, formulaParts, isFormula } from './cloze-tree';
import { type Formula, startOf } from './markdown-tree';
import type { SourceText } from './source-text';
import { formulaOffsets, isDisplay, joinTex, type TexChunk, type TexSource } from './tex-source';

/** Which face of a cloze card is drawn: the deletions of `number` blank or as the answer, all others as text. */
export interface ClozeFace {
	number: number;
	side: 'front' | 'back';
}

/** A tree ready for HTML, with the formulas in it by the offset at which each starts in the file. */
export interface Projection {
	nodes: RootContent[];
	formulas: Map<number, TexSource>;
}

/** The nodes of one side of a card: deletions drawn as `face` asks, mathematics made ready for KaTeX; the input stays as it is. */
export function projectNote(nodes: readonly RootContent[], face: ClozeFace | null, source: SourceText): Projection {
	const formulas = new Map<number, TexSource>();
	const project = (node: RootContent): RootContent => {
		if (isFormula(node)) return projectFormula(node, face, source, formulas);
		if (node.type === 'cloze') return projectCloze(node, face, project);
		if (!('children' in node)) return { ...node };
		return { ...node, children: (node.children as RootContent[]).map(project) } as RootContent;
	};
	return { nodes: nodes.map(project), formulas };
}

/** The heading's words with every deletion as `[...]`, so that a title gives no answer away. */
export function hideDeletions(words: readonly PhrasingContent[]): PhrasingContent[] {
	return words.map((node): PhrasingContent => {
		if (node.type === 'cloze') return { type: 'text', value: '[...]' };
		if (node.type === 'inlineMath') {
			const value = formulaParts(node.value)
				.map((part) => (part.type === 'text' ? part.value : '[...]'))
				.join('');
			return { ...node, value };
		}
		if (!('children' in node)) return node;
		return { ...node, children: hideDeletions(node.children as PhrasingContent[]) } as PhrasingContent;
	});
}

function projectCloze(cloze: Cloze, face: ClozeFace | null, project: (node: RootContent) => RootContent): RootContent {
	const children = cloze.children.map(project) as PhrasingContent[];
	if (cloze.number !== face?.number) return span('span', null, children);
	if (face.side === 'back') return span('mark', 'cloze-answer', children);
	const hint = cloze.hint ? (cloze.hint.map(project) as PhrasingContent[]) : [{ type: 'text' as const, value: '...' }];
	return span('span', 'cloze-blank', [{ type: 'text', value: '[' }, ...hint, { type: 'text', value: ']' }]);
}

function span(hName: string, className: string | null, children: PhrasingContent[]): RootContent {
	return {
		type: 'emphasis',
		children,
		data: { hName, ...(className ? { hProperties: { className: [className] } } : {}) },
	};
}

function projectFormula(
	node: Formula,
	face: ClozeFace | null,
	source: SourceText,
	formulas: Map<number, TexSource>,
): RootContent {
	const formula = joinTex(chunksOf(node.value, face), formulaOffsets(node, source));
	formulas.set(startOf(node), formula);
	const className = [isDisplay(node, source) ? 'math-display' : 'math-inline'];
	return {
		...node,
		data: { hName: 'code', hProperties: { className }, hChildren: [{ type: 'text', value: formula.tex }] },
	};
}

function chunksOf(value: string, face: ClozeFace | null): TexChunk[] {
	if (!value.includes('{{')) return [{ tex: value, valueStart: 0, asWritten: true }];
	return formulaParts(value).flatMap((part): TexChunk[] => {
		if (part.type !== 'deletion')
			return part.type === 'text' ? [{ tex: part.value, valueStart: part.start, asWritten: true }] : [];
		const content = part.content.flatMap((piece) =>
			piece.type === 'text' ? [{ tex: piece.value, valueStart: piece.start, asWritten: true }] : [],
		);
		const hint = part.hint?.map((piece) => (piece.type === 'text' ? piece.value : '')).join('') ?? null;
		const chunk = (tex: string): TexChunk => ({ tex, valueStart: part.start, asWritten: false });
		const shown =
			part.number !== face?.number ? content : face.side === 'front' ? [chunk(blank(hint))] : answer(content, chunk);
		if (isArgument(value.slice(0, part.start))) return [chunk('{'), ...shown, chunk('}')];
		return [...shown, ...(/\\[A-Za-z]+$/.test(shown.at(-1)?.tex ?? '') ? [chunk(' ')] : [])];
	});
}

function answer(content: TexChunk[], chunk: (tex: string) => TexChunk): TexChunk[] {
	return [chunk('\\htmlClass{cloze-answer}{'), ...content, chunk('}')];
}

function blank(hint: string | null): string {
	return hint === null ? '\\boxed{\\,?\\,}' : `\\boxed{\\text{${escapeTex(hint)}}}`;
}

// Directly after these a deletion's own braces are the group that TeX expects.
function isArgument(before: string): boolean {
	return /[\^_}\]]$|\\[A-Za-z]+$/.test(before);
}

function escapeTex(words: string): string {
	return words.replace(/[\\{}$%&#_~^]/g, (char) => {
		if (char === '\\') return '\\textbackslash{}';
		if (char === '~') return '\\textasciitilde{}';
		return char === '^' ? '\\textasciicircum{}' : `\\${char}`;
	});
}
