import type { PhrasingContent, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { noteSlug } from '@/lib/exchange/apkg/note-slug';
import { DELETION, type ForeignCard } from './foreign-card';
import { blocksHtml, clozeSides, fencedHtml } from './foreign-html';
import { blocksText, foreignBlocks, hasHtml, lineText, type TreeWorld } from './foreign-tree';

/** A card of another program as a note of ours, in up to two ways. */
export interface ForeignNote {
	/** In kebab-case: from the question's words, with a hash of what the note is known by. */
	id: string;
	/** Null where our Markdown cannot say it. */
	markdown: string | null;
	/** The same in HTML, for when the Markdown has a mistake. */
	html: string;
	kind: ForeignCard['kind'];
}

/** Puts a card into our grammar. `again` tells apart notes that ask the same. */
export function foreignNote(card: ForeignCard, again: number, world: TreeWorld): ForeignNote {
	const question = foreignBlocks(card.question, world);
	const answer = foreignBlocks(card.answer, world);
	const { words, rest } = headed(question);
	const plain = plainText(words, { includeImageAlt: false })
		.replaceAll(DELETION.open, '')
		.replaceAll(DELETION.close, '');
	const identity = [...card.deckPath, card.kind, card.question.trim(), again > 0 ? String(again) : ''].join('\u001f');
	const id = noteSlug(plain, identity);
	return {
		id,
		kind: card.kind,
		markdown: hasHtml([...question, ...answer]) ? null : inMarkdown(card.kind, id, words, rest, answer),
		html: inHtml(card.kind, id, plain, question, answer),
	};
}

// The first paragraph is the heading; what starts with anything else has a word for one.
function headed(blocks: RootContent[]): { words: PhrasingContent[]; rest: RootContent[] } {
	const [first, ...rest] = blocks;
	if (first?.type === 'paragraph' || first?.type === 'heading') return { words: first.children, rest };
	return { words: [{ type: 'text', value: 'Question' }], rest: blocks };
}

function inMarkdown(
	kind: ForeignCard['kind'],
	id: string,
	words: PhrasingContent[],
	rest: RootContent[],
	answer: RootContent[],
): string | null {
	const parts = [
		`## ${lineText(words)} {#${id}}`,
		...(kind === 'reversed' ? ['<!-- reversed -->'] : []),
		...(rest.length > 0 ? [blocksText(rest)] : []),
		...(kind === 'cloze' ? [] : ['---', blocksText(answer)]),
	];
	return kind === 'cloze' ? numbered(parts.join('\n\n')) : parts.join('\n\n');
}

// `::` would start a hint and `}}` end the deletion, and neither can be escaped.
function numbered(markdown: string): string | null {
	let number = 0;
	let sound = true;
	const text = markdown.replace(/\u2E28([\s\S]*?)\u2E29/g, (_whole, content: string) => {
		if (content.includes('::') || content.includes('}}') || content.includes('\n\n')) sound = false;
		number++;
		return `{{c${number}::${content}}}`;
	});
	return sound && number > 0 && number < 100 && !/[\u2E28\u2E29]/.test(text) ? text : null;
}

function inHtml(
	kind: ForeignCard['kind'],
	id: string,
	title: string,
	question: RootContent[],
	answer: RootContent[],
): string {
	const front = blocksHtml(question);
	const back = blocksHtml(answer);
	const sides =
		kind === 'cloze'
			? clozeSides(front)
			: [
					{ front, back: `${front}<hr>${back}` },
					...(kind === 'reversed' ? [{ front: back, back: `${back}<hr>${front}` }] : []),
				];
	const cards = sides.map(
		(side, k) => `<!-- card: t${k + 1} -->\n\n${fencedHtml(side.front)}\n\n---\n\n${fencedHtml(side.back)}`,
	);
	const heading = lineText([{ type: 'text', value: title.replace(/\s+/g, ' ').trim().slice(0, 100) || 'Question' }]);
	return [`## ${heading} {#${id}}`, '<!-- html -->', ...cards].join('\n\n');
}
