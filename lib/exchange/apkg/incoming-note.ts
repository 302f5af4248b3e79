import type { RootContent } from 'mdast';
import type { CheckDemo } from '@/lib/cards/demo-link';
import { parseMarkdown } from '@/lib/cards/markdown-tree';
import type { PortableNote } from '@/lib/exchange/portable';
import type { AnkiNoteType } from './anki-note-type';
import { checkNote, sameStructure } from './check-note';
import { cleanHtml } from './clean-html';
import { htmlToMarkdown, LEFT_OUT, soundNames } from './html-to-markdown';
import { headingMarkdown, noteMarkdown } from './note-markdown';
import { noteSlug } from './note-slug';
import { isPlainLine } from './plain-faces';
import { recogniseNoteType } from './recognise-note-type';
import { renderTemplate } from './render-template';
import { sortField } from './sort-field';

/** A note as another program has it. */
export interface ForeignNote {
	guid: string;
	type: AnkiNoteType;
	fields: readonly string[];
	/** As our grammar takes them. */
	tags: readonly string[];
	/** Indexes of the templates or deletions that there are cards of. */
	ordinals: readonly number[];
	/** Names of the decks from the top to its own. */
	deckPath: readonly string[];
}

/** What a note became: its Markdown, which the grammar takes, and the id of each card by its index there. */
export interface ReadNote extends Pick<PortableNote, 'kind' | 'title' | 'markdown' | 'media' | 'demo'> {
	/** In its deck. */
	noteId: string;
	/** What stands after the note's id in the id of each card. */
	cardSuffixes: Map<number, string>;
	/** What was left out or changed, as remarks say it. */
	changed: Set<string>;
}

/** What notes are read with. */
export interface ReadContext {
	/** The name in the deck of a picture that a field names; null when it cannot be shown. */
	mediaName(name: string): string | null;
	macros: Readonly<Record<string, string>>;
	checkDemo: CheckDemo;
}

/** How a note that came with the package of ours is written down: its id, and its link to a demo. */
export interface OwnNote {
	noteId: string;
	demo: string;
}

const MARKDOWN_CHARACTERS = 30_000;
const SIGNS = 4_000;

/** Why a note in HTML is what it is, in the words of a remark. */
const DRAWN =
	'Its note type or its text cannot be written as Markdown without loss: its cards are kept as they are drawn.';

/**
 * Reads a note of Anki's: as Markdown where nothing is lost by it (checked by reading it back), else as the HTML that its templates draw. Null
 * for a note of which no card can be shown.
 */
export function readNote(note: ForeignNote, context: ReadContext, own: OwnNote | null = null): ReadNote | null {
	return plainNote(note, own) ?? markdownNote(note, context, own) ?? htmlNote(note, context, own);
}

/** The same without the short way for plain words. */
export function readNoteFully(note: ForeignNote, context: ReadContext): ReadNote | null {
	return markdownNote(note, context, null) ?? htmlNote(note, context, null);
}

type Shape = { kind: 'basic' | 'reversed' | 'typed' | 'cloze'; question: number; answer: number[] };

function shapeOf(note: ForeignNote): Shape | null {
	const known = recogniseNoteType(note.type);
	if (!known) return null;
	if (known.kind === 'cloze') return { ...known, kind: 'cloze' };
	const has = (ordinal: number) => note.ordinals.includes(ordinal);
	if (!has(0)) return null;
	const { question, answer } = known;
	if (known.kind === 'optional' || known.kind === 'reversed')
		return { kind: has(1) ? 'reversed' : 'basic', question, answer };
	return { kind: known.kind, question, answer };
}

function suffixes(kind: Shape['kind'], ordinals: readonly number[]): Map<number, string> {
	if (kind === 'cloze') return new Map(ordinals.map((ordinal) => [ordinal, `:c${ordinal + 1}`]));
	return new Map([[0, ''], ...(kind === 'reversed' ? [[1, ':reversed'] as const] : [])]);
}

function plainNote(note: ForeignNote, own: OwnNote | null): ReadNote | null {
	const shape = own === null ? shapeOf(note) : null;
	if (!shape || shape.kind === 'cloze' || shape.answer.length !== 1) return null;
	const title = note.fields[shape.question] ?? '';
	const answer = note.fields[shape.answer[0] ?? -1] ?? '';
	if (!isPlainLine(title) || !isPlainLine(answer)) return null;
	const noteId = noteSlug(title, note.guid);
	const tags = note.tags.length > 0 ? `<!-- tags: ${note.tags.join(', ')} -->\n\n` : '';
	const directive = shape.kind === 'basic' ? '' : `<!-- ${shape.kind} -->\n\n`;
	return {
		noteId,
		kind: shape.kind === 'reversed' ? 'reversed' : 'basic',
		title,
		markdown: `## ${title} {#${noteId}}\n\n${tags}${directive}---\n\n${answer}`,
		media: [],
		demo: null,
		cardSuffixes: suffixes(shape.kind, note.ordinals),
		changed: new Set(),
	};
}

function markdownNote(note: ForeignNote, context: ReadContext, own: OwnNote | null): ReadNote | null {
	const shape = shapeOf(note);
	if (!shape || [shape.question, ...shape.answer].some((field) => isTooDense(note.fields[field] ?? ''))) return null;
	const changed = new Set<string>();
	const read = (field: number): RootContent[] | null => {
		const reading = unlessTooDeep(() => htmlToMarkdown(note.fields[field] ?? '', context.mediaName));
		for (const each of reading?.changed ?? []) changed.add(each);
		return reading?.ok ? reading.blocks : null;
	};
	const question = read(shape.question);
	if (!question || question.length === 0) return null;
	const answers = shape.answer.map(read);
	const answer = answers.flatMap((blocks) => blocks ?? []);
	if (answers.includes(null) || (shape.kind !== 'cloze' && answer.length === 0)) return null;
	const id = (title: string) => own?.noteId ?? noteSlug(title, note.guid);
	const written = unlessTooDeep(() =>
		noteMarkdown({ ...shape, id, tags: note.tags, question, answer: [answer], demo: own?.demo ?? '' }),
	);
	if (!written) return null;
	const { markdown, blocks } = written;
	const parsed = checkNote(markdown, context.macros, () => true, context.checkDemo);
	if (!parsed || (parsed.kind === 'cloze') !== (shape.kind === 'cloze')) return null;
	const back = parseMarkdown(markdown).children.filter(({ type }) => type !== 'html');
	if (!sameStructure(own?.demo ? back.slice(0, -1) : back, blocks)) return null;
	if (shape.kind === 'cloze') {
		const numbers = new Set(parsed.cards.map(({ id }) => id.slice(id.lastIndexOf(':'))));
		if (!note.ordinals.some((ordinal) => numbers.has(`:c${ordinal + 1}`))) return null;
	}
	const cardSuffixes = suffixes(
		shape.kind,
		note.ordinals.filter(
			(ordinal) => shape.kind !== 'cloze' || parsed.cards.some(({ id }) => id.endsWith(`:c${ordinal + 1}`)),
		),
	);
	const { kind, title, media, demo } = parsed;
	return { noteId: parsed.id, kind, title, markdown, media, demo, cardSuffixes, changed };
}

// Parsers of Markdown take long over signs that open things and never close them.
function isTooDense(field: string): boolean {
	if (field.length < SIGNS) return false;
	return field.length > MARKDOWN_CHARACTERS || (field.match(/[^\p{L}\p{M}\p{N}\s,.;]/gu)?.length ?? 0) > SIGNS;
}

function htmlNote(note: ForeignNote, context: ReadContext, own: OwnNote | null): ReadNote | null {
	const changed = new Set<string>([DRAWN]);
	const fields = new Map(
		note.type.flds.map(({ name }, index) => [name, soundNames(note.fields[index] ?? '', changed)]),
	);
	const sort = sortField([...fields.values()][note.type.sortf] ?? '') || sortField([...fields.values()].join(' '));
	const title =
		sort.replace(/\s+/g, ' ').trim().slice(0, 120).trim() || note.type.name.replace(/\s+/g, ' ').trim() || 'Note';
	const noteId = own?.noteId ?? noteSlug(title, note.guid);
	const media = new Set<string>();
	const mediaName = (name: string) => {
		const found = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(name) ? null : context.mediaName(name);
		if (found === null) changed.add(/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(name) ? LEFT_OUT.remote : LEFT_OUT.missing);
		else media.add(found);
		return found;
	};
	const clean = (html: string) => {
		const side = unlessTooDeep(() => cleanHtml(html, mediaName)) ?? '';
		return /<img\b|[^\s]/i.test(side.replace(/<(?!img\b)[^<>]*>|&nbsp;/g, '')) ? side : '<p>(nothing to show)</p>';
	};
	const cards: string[] = [];
	const cardSuffixes = new Map<number, string>();
	for (const ordinal of [...note.ordinals].sort((a, b) => a - b)) {
		const template = note.type.tmpls[note.type.type === 1 ? 0 : ordinal];
		if (!template || ordinal > 998) continue;
		const special = new Map(
			Object.entries({
				Tags: note.tags.join(' '),
				Type: note.type.name,
				Deck: note.deckPath.join('::'),
				Subdeck: note.deckPath.at(-1) ?? '',
				Card: template.name,
				CardFlag: '',
			}).map(([name, words]): [string, string] => [name, words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')]),
		);
		const values = { fields, special, clozeNumber: note.type.type === 1 ? ordinal + 1 : null };
		const front = renderTemplate(template.qfmt, { ...values, side: 'front' });
		special.set('FrontSide', front);
		const back = renderTemplate(template.afmt, { ...values, side: 'back' });
		if (/<script|\bon[a-z]+\s*=|<iframe|<object|<embed/i.test(front + back)) changed.add(LEFT_OUT.runs);
		cards.push(htmlCard(`t${ordinal + 1}`, clean(front), clean(back)));
		cardSuffixes.set(ordinal, `:t${ordinal + 1}`);
	}
	const tags = note.tags.length > 0 ? [`<!-- tags: ${note.tags.join(', ')} -->`] : [];
	const demo = own?.demo ? [own.demo] : [];
	if (cards.length === 0) return null;
	// signs in a title may open what they never close: then its words alone are the title
	const words = title.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
	for (const heading of [headingMarkdown(title), headingMarkdown(words === '' ? 'Note' : words)]) {
		const markdown = [`${heading} {#${noteId}}`, '<!-- html -->', ...tags, ...demo, ...cards].join('\n\n');
		const parsed = checkNote(markdown, context.macros, () => true, context.checkDemo);
		if (!parsed) continue;
		const { title: shown, demo: link } = parsed;
		return { noteId, kind: 'html', title: shown, markdown, media: [...media], demo: link, cardSuffixes, changed };
	}
	return null;
}

function htmlCard(name: string, front: string, back: string): string {
	const longest = Math.max(2, ...[...`${front}\n${back}`.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = '`'.repeat(longest + 1);
	return [`<!-- card: ${name} -->`, `${fence}html\n${front}\n${fence}`, '---', `${fence}html\n${back}\n${fence}`].join(
		'\n\n',
	);
}

// The stack is the only limit to how deeply HTML may nest.
function unlessTooDeep<T>(read: () => T): T | null {
	try {
		return read();
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		return null;
	}
}
