import type { Html, Paragraph, RootContent } from 'mdast';
import { type Directive, readDirectives } from './directive';
import type { Report } from './error-log';
import { endOf, startOf } from './markdown-tree';
import { isUnderlinedHeading } from './split-notes';

/** The body of a note, parted: what stands before the first `---`, and the steps after it. */
export interface NoteParts {
	question: RootContent[];
	/** One entry when the answer is not parted; null without a `---`. */
	answer: RootContent[][] | null;
	tags: string[];
	reversed: boolean;
	/** Asked by typing the answer, where a program can do that. */
	typed: boolean;
	/** The offset of the `---`, or of the body's end. */
	breakOffset: number;
}

/** Parts a note's body at its first `---` and takes its directives out; misplaced ones are reported. */
export function partNote(body: readonly RootContent[], text: string, report: Report): NoteParts {
	const parts: NoteParts = { question: [], answer: null, tags: [], reversed: false, typed: false, breakOffset: 0 };
	let stepOffset = 0;
	const closeStep = () => {
		if (parts.answer && parts.answer.length > 1 && parts.answer.at(-1)?.length === 0) emptyStep(report, stepOffset);
	};
	const take = (directive: Directive, offset: number) => {
		if (directive.name === 'step') {
			if (!parts.answer)
				report(
					offset,
					'A step stands in the question.',
					'Put <!-- step --> between the steps of the answer, after ---.',
				);
			else {
				if (parts.answer.length === 1 && parts.answer[0]?.length === 0) emptyStep(report, offset);
				closeStep();
				parts.answer.push([]);
			}
			stepOffset = offset;
		} else if (directive.name === 'card' || directive.name === 'html') {
			report(
				offset,
				`The directive "${directive.name}" belongs to notes in HTML.`,
				'Write it as its own note, or leave it out.',
			);
		} else if (parts.answer) {
			report(
				offset,
				`The directive "${directive.name}" stands in the answer.`,
				'Put it under the heading, before ---.',
			);
		} else if (directive.name === 'tags') {
			parts.tags = [...new Set([...parts.tags, ...directive.tags])];
		} else {
			parts[directive.name] = true;
		}
	};
	for (const node of body.flatMap((block) =>
		isUnderlinedHeading(block, text) ? splitUnderlined(block, text) : [block],
	)) {
		if (node.type === 'html') readHtml(node, report, take);
		else if (!parts.answer && node.type === 'thematicBreak' && text[startOf(node)] === '-') {
			parts.answer = [[]];
			parts.breakOffset = startOf(node);
		} else (parts.answer?.at(-1) ?? parts.question).push(node);
	}
	closeStep();
	return parts;
}

function emptyStep(report: Report, offset: number): void {
	report(offset, 'A step is empty.', 'Put <!-- step --> between steps only, not before the first or after the last.');
}

function readHtml(node: Html, report: Report, take: (directive: Directive, offset: number) => void): void {
	for (const reading of readDirectives(node.value)) {
		const offset = startOf(node) + reading.at;
		if (reading.ok) take(reading.directive, offset);
		else report(offset, reading.message, reading.advice);
	}
}

// The mistake is reported elsewhere; parted as it was meant, it brings no others with it.
function splitUnderlined(heading: RootContent & { type: 'heading' }, text: string): RootContent[] {
	const words: Paragraph = {
		type: 'paragraph',
		children: heading.children,
		...(heading.position && { position: heading.position }),
	};
	const line = text.lastIndexOf('\n', endOf(heading) - 1) + 1;
	if (!text.slice(line, endOf(heading)).includes('-')) return [words];
	const at = line + text.slice(line).search(/-/);
	const point = { line: heading.position?.end.line ?? 1, column: at - line + 1, offset: at };
	return [words, { type: 'thematicBreak', position: { start: point, end: point } }];
}
