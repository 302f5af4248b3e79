import type { Parent, Parents, PhrasingContent, RootContent, Text } from 'mdast';
import type { Report } from './error-log';
import { endOf, type Formula, startOf } from './markdown-tree';
import { type Deletion, NESTED, type Piece, scanDeletions } from './scan-deletions';
import type { SourceText } from './source-text';
import { formulaOffsets } from './tex-source';

/** A deletion in running text, in place of the nodes it covers. */
export interface Cloze extends Parent {
	type: 'cloze';
	number: number;
	children: PhrasingContent[];
	/** Null when none is written. */
	hint: PhrasingContent[] | null;
}

declare module 'mdast' {
	interface PhrasingContentMap {
		cloze: Cloze;
	}
	interface RootContentMap {
		cloze: Cloze;
	}
}

/** Puts `cloze` nodes into trees, in place; reports malformed deletions and empties their formulas; returns the numbers used, in mathematics too, in order. */
export function markClozes(nodes: readonly RootContent[], source: SourceText, report: Report): number[] {
	const numbers = new Set<number>();
	const visit = (parent: Parents) => {
		markRow(parent, source, report, numbers);
		for (const child of parent.children) {
			if (child.type === 'cloze') checkInside(child, source, report);
			else if (isFormula(child)) markFormula(child, source, report, numbers);
			else if ('children' in child) visit(child);
		}
	};
	for (const node of nodes) {
		if (isFormula(node)) markFormula(node, source, report, numbers);
		else if ('children' in node) visit(node as Parents);
	}
	return [...numbers].sort((a, b) => a - b);
}

/** True for both kinds of mathematics. */
export function isFormula(node: RootContent): node is Formula {
	return node.type === 'math' || node.type === 'inlineMath';
}

/** The parts of a formula between and in its deletions; mistakes are left to `markClozes`. */
export function formulaParts(value: string): (Piece<never> | Deletion<never>)[] {
	return scanDeletions<never>([value], { tex: true }).parts;
}

function markFormula(node: Formula, source: SourceText, report: Report, numbers: Set<number>): void {
	if (!node.value.includes('{{')) return;
	const { parts, mistakes } = scanDeletions<never>([node.value], { tex: true });
	const toFile = formulaOffsets(node, source);
	for (const mistake of mistakes) report(toFile(mistake.start), mistake.message, mistake.advice);
	for (const part of parts) if (part.type === 'deletion') numbers.add(part.number);
	// One mistake, one message: KaTeX need not complain of the same braces.
	if (mistakes.length > 0) node.value = '';
}

function markRow(parent: Parents, source: SourceText, report: Report, numbers: Set<number>): void {
	const children = parent.children as RootContent[];
	if (!children.some((child) => child.type === 'text' && child.value.includes('{{'))) return;
	const openings = children.map((child) => (child.type === 'text' ? braceOffsets(child, source.text) : []));
	const place = (index: number, start: number) => {
		const child = children[index];
		if (child?.type !== 'text') return child ? startOf(child) : 0;
		return openings[index]?.[bracesBefore(child.value, start)] ?? startOf(child);
	};
	const { parts, mistakes } = scanDeletions<RootContent>(
		children.map((child) => (child.type === 'text' ? child.value : { node: child })),
		{ tex: false, isLiteral: (index, start) => isEscaped(source.text, place(index, start)) },
	);
	for (const mistake of mistakes) report(place(mistake.source, mistake.start), mistake.message, mistake.advice);
	const toNodes = (pieces: Piece<RootContent>[]) => pieces.map((piece) => toNode(piece, children)) as PhrasingContent[];
	parent.children = parts.map((part) => {
		if (part.type !== 'deletion') return toNode(part, children);
		numbers.add(part.number);
		return {
			type: 'cloze',
			number: part.number,
			children: toNodes(part.content),
			hint: part.hint && toNodes(part.hint),
		};
	}) as RootContent[];
}

function toNode(piece: Piece<RootContent>, children: RootContent[]): RootContent {
	if (piece.type === 'whole') return piece.node;
	const position = children[piece.source]?.position;
	return position ? { type: 'text', value: piece.value, position } : { type: 'text', value: piece.value };
}

// Openings in the text itself were met when the row was scanned; here it is emphasis, links and formulas.
function checkInside(cloze: Cloze, source: SourceText, report: Report): void {
	for (const node of [...cloze.children, ...(cloze.hint ?? [])]) {
		if (node.type === 'text') continue;
		const inner = markClozes([{ type: 'paragraph', children: [structuredClone(node)] }], source, report);
		if (inner.length > 0) report(startOf(node), NESTED.message, NESTED.advice);
	}
}

// The k-th pair of braces of a text node is the k-th of its source, whatever escapes stand between.
function braceOffsets(node: Text, text: string): number[] {
	const start = startOf(node);
	return [...text.slice(start, endOf(node)).matchAll(/\{(?=\{)/g)].map((match) => start + match.index);
}

function bracesBefore(value: string, start: number): number {
	return [...value.slice(0, start + 1).matchAll(/\{(?=\{)/g)].length;
}

function isEscaped(text: string, at: number): boolean {
	let slashes = 0;
	while (text[at - 1 - slashes] === '\\') slashes++;
	return slashes % 2 === 1;
}
