import type { Heading, PhrasingContent } from 'mdast';
import type { Report } from './error-log';
import { isKebabCase } from './kebab-case';
import { endOf, startOf } from './markdown-tree';

/** The id of a note and the words of its heading without it; mistakes are reported and the id is then null. */
export function readNoteHeading(
	heading: Heading,
	text: string,
	report: Report,
): { id: string | null; words: PhrasingContent[] } {
	const start = startOf(heading);
	const source = text.slice(start, endOf(heading));
	const mark = /\{#([^{}]*)\}[ \t]*#*[ \t]*$/.exec(source);
	const words = withoutMark(heading.children);
	if (words.length === 0)
		report(start, 'The heading asks nothing.', 'Write the question before the id: ## What is ...? {#id}');
	if (!mark) {
		const loose = source.search(/\{#/);
		report(
			start + Math.max(0, loose),
			loose < 0 ? 'This note has no id.' : 'The id of this note is not at the end of its heading.',
			'End the heading with an id in kebab-case: ## What is ...? {#what-is-it}',
		);
		return { id: null, words };
	}
	const id = mark[1] ?? '';
	if (isKebabCase(id)) return { id, words };
	report(start + mark.index, `The id "${id}" is not in kebab-case.`, 'Use a-z, 0-9 and single hyphens: {#chain-rule}');
	return { id: null, words };
}

function withoutMark(children: PhrasingContent[]): PhrasingContent[] {
	const last = children.at(-1);
	if (last?.type !== 'text') return children;
	const value = last.value.replace(/\s*\{#[^{}]*\}\s*$/, '');
	return value === '' ? children.slice(0, -1) : [...children.slice(0, -1), { ...last, value }];
}
