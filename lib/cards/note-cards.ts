import type { BlockContent, RootContent } from 'mdast';
import type { RenderedCard } from './deck-source';
import { type ClozeFace, projectNote } from './project-note';
import { renderHtml } from './render-html';
import type { SourceText } from './source-text';
import type { TexProblem } from './tex-problem';

/** The trees that a note's cards are drawn from. */
export interface CardFaces {
	heading: RootContent;
	/** What stands between the heading and `---`. */
	question: RootContent[];
	/** The answer, or the extra of a cloze note; several when it is revealed in steps. */
	steps: RootContent[][];
}

/** The cards of a note, with whatever KaTeX refused in any of them. */
export function renderCards(
	noteId: string,
	{ heading, question, steps }: CardFaces,
	clozeNumbers: readonly number[],
	reversed: boolean,
	context: { source: SourceText; macros: Readonly<Record<string, string>> },
): { cards: RenderedCard[]; problems: TexProblem[] } {
	const problems: TexProblem[] = [];
	const html = (nodes: RootContent[], face: ClozeFace | null = null) => {
		const side = renderHtml(projectNote(nodes, face, context.source), context.macros);
		problems.push(...side.problems);
		return side.html;
	};
	const asked = [heading, ...question];
	const answer = inSteps(steps);
	if (clozeNumbers.length > 0) {
		const extra: RootContent[] = answer.length > 0 ? [{ type: 'thematicBreak' }, ...answer] : [];
		const cards = clozeNumbers.map((number) => ({
			id: `${noteId}:c${number}`,
			frontHtml: html(asked, { number, side: 'front' }),
			backHtml: html([...asked, ...extra], { number, side: 'back' }),
		}));
		return { cards, problems };
	}
	const frontHtml = html(asked);
	const cards: RenderedCard[] = [{ id: noteId, frontHtml, backHtml: html(answer) }];
	if (reversed) cards.push({ id: `${noteId}:reversed`, frontHtml: html(steps.flat()), backHtml: frontHtml });
	return { cards, problems };
}

function inSteps(steps: RootContent[][]): RootContent[] {
	if (steps.length < 2) return steps.flat();
	return steps.map((step, index) => ({
		type: 'blockquote',
		children: step as BlockContent[],
		data: { hName: 'section', hProperties: { dataStep: String(index + 1) } },
	}));
}
