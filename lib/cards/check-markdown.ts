import type { Heading, Nodes, Parents, RootContent, Text } from 'mdast';
import type { Report } from './error-log';
import { forbiddenTex } from './forbidden-tex';
import { endOf, type Formula, startOf } from './markdown-tree';
import { isUnderlinedHeading } from './split-notes';

// Far beyond any formula that a card can show, and short enough to nest safely.
const TEX_LIMIT = 5000;

/** Reports whatever the grammar has no place for in the blocks of a note or of an introduction. */
export function checkMarkdown(blocks: readonly RootContent[], text: string, report: Report): void {
	const visit = (node: Nodes, parent: Parents | null) => {
		checkNode(node, parent, text, report);
		if ('children' in node) for (const child of node.children) visit(child, node);
	};
	for (const block of blocks) visit(block, null);
}

function checkNode(node: Nodes, parent: Parents | null, text: string, report: Report): void {
	const start = startOf(node);
	const source = text.slice(start, endOf(node));
	switch (node.type) {
		case 'html':
			if (!parent) return;
			if (source.startsWith('<!--'))
				report(start, 'This comment is not on a line of its own.', 'Put directives between paragraphs.');
			else report(start, `HTML is not part of a note: ${source.split('\n', 1)[0]}`, 'Write Markdown.');
			return;
		case 'definition':
		case 'linkReference':
		case 'imageReference':
			report(
				start,
				'Links and pictures by reference are not part of a note.',
				'Write the address in place: [words](https://...).',
			);
			return;
		case 'footnoteDefinition':
		case 'footnoteReference':
			report(start, 'Footnotes are not part of a note.', 'Write the remark where it belongs.');
			return;
		case 'listItem':
			if (typeof node.checked === 'boolean') report(start, 'Task lists are not part of a note.', 'Write a plain list.');
			return;
		case 'heading':
			checkHeading(node, parent, text, report);
			return;
		case 'code':
			if (/^(?:`{3}|~{3})/.test(source) && !/\n[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.test(source)) {
				report(start, 'This block of code is never closed.', 'End it with the line it starts with.');
			}
			return;
		case 'paragraph':
			for (const match of source.matchAll(/^#{1,6}(?=[^\s#])/gm)) {
				report(start + match.index, 'This is no heading: a space is missing after #.', 'Write ## What is ...? {#id}');
			}
			return;
		case 'math':
		case 'inlineMath':
			checkFormula(node, source, start, report);
			return;
		case 'text':
			checkText(node, source, start, report);
			return;
	}
}

function checkHeading(node: Heading, parent: Parents | null, text: string, report: Report): void {
	const start = startOf(node);
	const end = endOf(node);
	const underlined: boolean = isUnderlinedHeading(node, text);
	if (underlined) {
		const line = text.lastIndexOf('\n', end - 1) + 1;
		report(
			line + text.slice(line).search(/[-=]/),
			'This line makes a heading of the text above it.',
			'Leave an empty line before ---, or start headings with #.',
		);
	} else if (parent && node.depth < 3) {
		report(start, 'A heading of a note stands inside a list or a quotation.', 'Start it at the edge of the page.');
	} else if (node.depth === 1) {
		report(
			start,
			'A level-1 heading stands inside the deck.',
			'Start notes with ##; only the introduction may open with #.',
		);
	}
	const mark = text.slice(start, end).search(/\{#[^{}]*\}[ \t]*#*[ \t]*$/);
	if (node.depth !== 2 && mark >= 0)
		report(start + mark, `A level-${node.depth} heading carries an id.`, 'Start notes with ##, or leave the id out.');
}

function checkFormula(node: Formula, source: string, start: number, report: Report): void {
	const opening = node.type === 'math' ? /^\$+[ \t]*(?=[^\s$])/.exec(source) : null;
	if (opening) {
		report(
			start + opening[0].length,
			'TeX stands on the line that opens a formula and is lost.',
			'Put $$ on lines of its own, or all of $$x$$ on one.',
		);
	}
	if (node.type === 'math' && !/\n[ \t>]*(?:\${2,}|`{3,}|~{3,})[ \t]*$/.test(source)) {
		report(
			start,
			'This formula is never closed.',
			`End it with ${source.slice(0, 2) === '$$' ? '$$' : 'the fence'} on a line of its own.`,
		);
		// It has swallowed the rest of the file, of which KaTeX would have more to say.
		node.value = '';
		return;
	}
	if (node.value.trim() === '') report(start, 'This formula is empty.', 'Write TeX in it, or \\$ for a dollar sign.');
	if (node.value.length > TEX_LIMIT) {
		report(
			start,
			`This formula has ${node.value.length} characters.`,
			`Write at most ${TEX_LIMIT}; part it or use macros.`,
		);
		node.value = '';
	}
	for (const { command, start: at } of forbiddenTex(source)) {
		report(start + at, `${command} is not allowed in mathematics.`, 'Write links and pictures in Markdown.');
	}
}

function checkText(node: Text, source: string, start: number, report: Report): void {
	if (node.value.includes('$')) {
		for (const match of source.matchAll(/(?<!\\)(?:\\\\)*(\$+)/g)) {
			const at = start + match.index + match[0].indexOf('$');
			report(at, 'This dollar sign opens no mathematics.', 'Close the formula with another, or write \\$.');
		}
	}
	const broken = source.search(/\]\(\s*sandbox:/i);
	if (broken >= 0)
		report(
			start + broken + 2,
			'This demo link is not read as a link.',
			'Write it without spaces: [Run it](sandbox:demo-id?key=value).',
		);
}
