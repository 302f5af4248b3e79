import type { Code, RootContent } from 'mdast';
import { type Directive, readDirectives } from './directive';
import type { Report } from './error-log';
import { startOf } from './markdown-tree';

/** One side of a card of an HTML note, as written. */
export interface HtmlSource {
	html: string;
	/** Where `html` starts in the file. */
	offset: number;
}

/** The parts of an HTML note, before any HTML in it is read. */
export interface HtmlNoteParts {
	tags: string[];
	/** `name` is `t1`, `t2`, ...; each once. */
	cards: { name: string; front: HtmlSource; back: HtmlSource }[];
}

interface OpenCard {
	name: string;
	offset: number;
	sides: HtmlSource[];
	/** True once the `---` after the question was met. */
	rule: boolean;
}

const FORM = 'Write <!-- card: t1 -->, a fenced block of html, ---, and a fenced block of html.';

/** True for a note with the directive `html`, wherever in it that stands. */
export function isHtmlNote(body: readonly RootContent[]): boolean {
	return body.some(
		(node) =>
			node.type === 'html' &&
			readDirectives(node.value).some((reading) => reading.ok && reading.directive.name === 'html'),
	);
}

/** Parts the body of an HTML note into its cards; whatever has no place in one is reported. */
export function partHtmlNote(body: readonly RootContent[], text: string, report: Report): HtmlNoteParts {
	const parts: HtmlNoteParts = { tags: [], cards: [] };
	const names = new Set<string>();
	let open = null as OpenCard | null;
	const close = () => {
		if (!open) return;
		const [front, back] = open.sides;
		if (front && back) parts.cards.push({ name: open.name, front, back });
		else report(open.offset, `The card ${open.name} has no ${front ? 'answer' : 'question'}.`, FORM);
		open = null;
	};
	const take = (directive: Directive, offset: number) => {
		if (directive.name === 'card') {
			close();
			if (names.has(directive.card))
				report(offset, `The name ${directive.card} is taken by another card of the note.`, 'Give each its own number.');
			names.add(directive.card);
			open = { name: directive.card, offset, sides: [], rule: false };
		} else if (directive.name === 'tags' && !open && names.size === 0) {
			parts.tags = [...new Set([...parts.tags, ...directive.tags])];
		} else if (directive.name !== 'html' || open) {
			report(
				offset,
				`The directive "${directive.name}" has no place here in a note in HTML.`,
				'Such a note has <!-- html --> and tags under its heading, then its cards.',
			);
		}
	};
	for (const node of body) {
		if (node.type === 'html') {
			for (const reading of readDirectives(node.value)) {
				if (reading.ok) take(reading.directive, startOf(node) + reading.at);
				else report(startOf(node) + reading.at, reading.message, reading.advice);
			}
			continue;
		}
		const card = open as OpenCard | null;
		const sides = card?.sides.length ?? 0;
		if (card && node.type === 'thematicBreak' && sides === 1 && !card.rule) card.rule = true;
		else if (card && isHtmlBlock(node) && (sides === 0 || (sides === 1 && card.rule)))
			card.sides.push({ html: node.value, offset: contentStart(node, text) });
		else report(startOf(node), 'This has no place in a note in HTML.', FORM);
	}
	close();
	if (names.size === 0) report(body[0] ? startOf(body[0]) : 0, 'This note in HTML has no card.', FORM);
	return parts;
}

function isHtmlBlock(node: RootContent): node is Code {
	return node.type === 'code' && node.lang === 'html';
}

function contentStart(node: Code, text: string): number {
	return text.indexOf('\n', startOf(node)) + 1;
}
