import type { RootContent } from 'mdast';
import { checkLinks } from './check-links';
import { checkMarkdown } from './check-markdown';
import { markClozes } from './cloze-tree';
import type { DeckMedia } from './deck-source';
import { liftDemo } from './demo-link';
import type { Report } from './error-log';
import { startOf } from './markdown-tree';
import type { NoteContext } from './note-context';
import { placeImages } from './place-images';
import { projectNote } from './project-note';
import { renderHtml } from './render-html';
import { isUnderlinedHeading } from './split-notes';

/** Reads what stands before the first note; null when there is nothing or it has a mistake, all of which are reported. */
export function readIntroduction(
	blocks: RootContent[],
	context: NoteContext,
): { html: string; media: DeckMedia[] } | null {
	const { source, errors } = context;
	let mistakes = 0;
	const report: Report = (offset, message, advice) => {
		mistakes++;
		errors.add(offset, message, advice);
	};
	const [first] = blocks;
	const titled = first?.type === 'heading' && first.depth === 1 && !isUnderlinedHeading(first, source.text);
	const sides = [titled ? blocks.slice(1) : blocks];
	checkMarkdown(sides.flat(), source.text, report);
	for (const node of sides.flat()) {
		if (node.type === 'html')
			report(
				startOf(node),
				'HTML or a directive stands in the introduction.',
				'Write Markdown; directives belong to notes.',
			);
	}
	liftDemo(
		sides,
		(demoId) => ({ ok: false, problem: `The introduction names the demo "${demoId}".`, advice: 'Name it in a note.' }),
		report,
	);
	const media = placeImages(sides.flat(), context.deckId, context.shelf, report);
	checkLinks(sides.flat(), report);
	const start = sides.flat()[0];
	if (markClozes(sides.flat(), source, report).length > 0 && start) {
		report(
			startOf(start) + Math.max(0, source.text.slice(startOf(start)).search(/\{\{c\d/)),
			'A deletion stands in the introduction.',
			'Make it part of a note: ## What is ...? {#id}',
		);
	}
	const { html, problems } = renderHtml(projectNote(sides.flat(), null, source), context.macros);
	for (const problem of problems) report(problem.offset, problem.message, problem.advice);
	return mistakes > 0 || html === '' ? null : { html, media };
}
