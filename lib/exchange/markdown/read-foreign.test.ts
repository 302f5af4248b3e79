import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentOf, runOfTest } from '@/lib/exchange/collection-fixture';
import { DEFAULT_LIMITS } from '@/lib/exchange/limits';
import { readMarkdown } from './read-markdown';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'foreign-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string | Uint8Array) => {
	mkdirSync(dirname(join(folder, 'in', name)), { recursive: true });
	writeFileSync(join(folder, 'in', name), content);
};

async function read(deckTitle: string | null = null) {
	const options = { checkDemo: () => ({ ok: true as const }), columns: null, deckTitle };
	const collection = await readMarkdown(join(folder, 'in'), DEFAULT_LIMITS, runOfTest(), options);
	const { decks, notes, media } = await contentOf(collection);
	return {
		ids: collection.ids,
		decks: decks.map(({ id, parentId, title }) => [id, parentId, title]),
		macros: decks[0]?.macros,
		notes,
		texts: notes.map(({ markdown }) => markdown.replace(/ \{#([a-z0-9-]*-)?[a-z2-7]{8}\}/, '')),
		media: media.map(({ deckId, name }) => `${deckId}: ${name}`),
		remarks: collection.remarks.map(({ severity, where, message }) => `${severity} ${where} ${message}`),
	};
}

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47]);

describe('readMarkdown() reads hashcards', () => {
	test('with questions, clozes, macros, pictures and decks by file or by name', async () => {
		put('macros.tex', '\\R \\mathbb{R}\n\\pd \\frac{\\partial #1}{\\partial #2}\n');
		put('img/a b.png', PNG);
		put('Sets.md', 'Loose words.\n\nQ: What is $\\R$?\nA:\n\n- reals\n- numbers\n\nC: [Cantor] found _[sets]_.\n');
		put('deep/Ch1.md', '---\nname = "Sets"\n---\n\nQ: Where?\n\n![map](img/a%20b.png)\n\nA: # Here\n');
		const { ids, decks, macros, texts, media, remarks, notes } = await read();
		expect(ids).toBe('proposed');
		expect(decks).toEqual([['sets', null, 'Sets']]);
		expect(macros).toEqual({ '\\R': '\\mathbb{R}', '\\pd': '\\frac{\\partial #1}{\\partial #2}' });
		expect(texts).toEqual(
			[
				'## What is $\\R$?\n\n---\n\n- reals\n- numbers',
				'## {{c1::Cantor}} found *{{c2::sets}}*.',
				`## Where?\n\n![map](${media[0]?.slice('sets: '.length)})\n\n---\n\n### Here`,
			].sort((a, b) => texts.indexOf(a) - texts.indexOf(b)),
		);
		expect(media).toHaveLength(1);
		expect(notes.map(({ kind, cards }) => [kind, cards.length])).toEqual(expect.arrayContaining([['cloze', 2]]));
		expect(remarks).toEqual(['changed in Read as hashcards, from 2 of 3 texts.']);
	});

	test('with deletions in mathematics, and as HTML what our Markdown cannot mark or KaTeX not read', async () => {
		put('a.md', 'C: $e^{[i\\pi]} = [-1]$\nC: Use [std::vector].\nQ: Water?\nA: $\\ce{H2O}$\nQ: Bold?\nA: <b>yes</b>\n');
		const { notes, remarks } = await read();
		expect(notes.map(({ kind, title, cards }) => [kind, title, cards.length])).toEqual([
			['cloze', 'e^{[...]} = [...]', 2],
			['html', 'Use std::vector.', 1],
			['html', 'Water?', 1],
			['html', 'Bold?', 1],
		]);
		expect(notes[1]?.markdown).toContain('<mark class="cloze-answer">std::vector</mark>');
		expect(notes[2]?.markdown).toContain('<p>\\(\\ce{H2O}\\)</p>');
		expect(remarks.slice(1)).toEqual([
			'changed a.md:2 The card became a note in HTML. It holds HTML, or a deletion that our Markdown cannot mark.',
			'changed a.md:3 The card became a note in HTML. Unknown TeX command \\ce.',
			'changed a.md:5 The card became a note in HTML. It holds HTML, or a deletion that our Markdown cannot mark.',
		]);
	});

	test('and refuses tags out of order with their line', async () => {
		put('a.md', 'A: x\nQ: y\nC: none\nQ: a\nA: b\nA: c\nQ: a\nA: b\n![x](../../etc/passwd.png)\nQ: last');
		const { texts, remarks } = await read();
		expect(texts).toEqual(['## a\n\n---\n\nb', '## a\n\n---\n\nb\nx']);
		expect(remarks.slice(1)).toEqual([
			'refused a.md:1 An answer stands without its question.',
			'refused a.md:2 The question has no answer: write A: below it.',
			'refused a.md:3 The cloze has no [deletion].',
			'refused a.md:6 An answer stands without its question.',
			'refused a.md:10 The question has no answer: write A: below it.',
			'changed a.md:7 Of this card, the picture “../../etc/passwd.png” is not in the files; its description was kept.',
		]);
	});
});

describe('readMarkdown() reads Obsidian Spaced Repetition', () => {
	test('with all kinds of cards, decks by tag, and pictures by name', async () => {
		put('sub/pic.png', PNG);
		put(
			'n.md',
			[
				'---\ntags: [flashcards/Science/Physics]\n---\n# Head\nText that is no card.\n',
				'What is `a::b`::An operator $x::y$\nab:::ba\n',
				'Multi\nline ![[pic.png|100]]\n?\n- one [[Page|alias]]\n- two ==marked==\n',
				'```\nx::y\n\n?\n==z==\n```\n',
				'The ==capital== is ==$a == b$==.\n',
				'<!-- a comment\nq::a\n-->\n#flashcards/Other\nQ2\n??\nA2\n- [x] done\n',
			].join('\n'),
		);
		const { decks, texts, media, remarks, notes } = await read();
		expect(decks).toEqual([
			['science', null, 'Science'],
			['science-physics', 'science', 'Physics'],
			['other', null, 'Other'],
		]);
		expect(texts).toEqual([
			'## What is `a::b`\n\n---\n\nAn operator $x::y$',
			'## ab\n\n<!-- reversed -->\n\n---\n\nba',
			'## Multi line ![pic](sub/pic.png)\n\n---\n\n- one alias\n- two **marked**',
			'## The {{c1::capital}} is {{c2::$a == b$}}.',
			'## Q2\n\n<!-- reversed -->\n\n---\n\nA2\n\n- ☑ done',
		]);
		expect(notes.map(({ deckId }) => deckId)).toEqual([...Array(4).fill('science-physics'), 'other']);
		expect(media).toEqual(['science-physics: sub/pic.png']);
		expect(remarks).toEqual([
			'changed in Read as Obsidian Spaced Repetition, from 1 of 1 texts, those with its tag or schedules.',
		]);
	});

	test('with schedules as memories, one a card, and says what was made of them', async () => {
		put(
			'n.md',
			'#flashcards\na::b <!--SR:!2024-05-01,12,250-->\nc:::d\n<!--SR:!2024-05-01,12,130!2024-05-03,14,370-->\n==e== and ==f==\n<!--SR:!2000-01-01,1,250!2024-99-01,3,210-->\n',
		);
		const { decks, notes, remarks } = await read();
		expect(decks).toEqual([['flashcards', null, 'flashcards']]);
		const day = Date.UTC(2024, 4, 1) / 86_400_000;
		expect(notes[0]?.cards[0]?.memory).toMatchObject({
			phase: 'review',
			due: { kind: 'day', day },
			intervalDays: 12,
			stability: 12,
			difficulty: 5.5,
			lastReviewDay: day - 12,
			lastReviewAtMs: Date.UTC(2024, 3, 19, 12),
		});
		expect(notes.slice(1).map(({ cards }) => cards.map(({ memory }) => memory?.difficulty))).toEqual([
			[10, 1],
			[undefined, undefined],
		]);
		expect(remarks[1]).toMatch(/^changed n.md:5 The schedule “2024-99-01,3,210” is no date/);
		expect(remarks[2]).toMatch(/^changed schedule 3 cards keep their due days and intervals/);
	});

	test('without the tag by separators alone, and says so', async () => {
		put('Notes.md', 'a::b\n');
		const { decks, remarks } = await read();
		expect(decks).toEqual([['notes', null, 'Notes']]);
		expect(remarks).toEqual([
			'changed in Read as Obsidian Spaced Repetition by its separators; no file has the tag #flashcards, so decks are named after the files.',
		]);
		expect((await read('Mine')).decks).toEqual([['mine', null, 'Mine']]);
	});
});

test('readMarkdown() gives the same notes for the same files, and another id to another question', async () => {
	put('a.md', 'Q: a\nA: b\nQ: a\nA: c\n');
	const first = (await read()).notes;
	put('a.md', 'Q: a\nA: b, better\nQ: a\nA: c\nQ: A\nA: b\n');
	const second = (await read()).notes;
	expect(second.map(({ id }) => id).slice(0, 2)).toEqual(first.map(({ id }) => id));
	expect(new Set(second.map(({ id }) => id)).size).toBe(3);
});

test('readMarkdown() refuses texts without a card, and tells what it looked for', async () => {
	put('a.md', 'Just words.\n');
	await expect(read()).rejects.toThrow('none of its 1 texts is a deck of ours');
});
