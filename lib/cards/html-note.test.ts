import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDeckError } from './deck-error';
import type { ParsedNote } from './deck-source';
import { parseDeck } from './parse-deck';

const FRONT = "---\nid: d\ntitle: Deck\nmacros: {'\\R': '\\mathbb R'}\n---\n";
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47]);
const world = {
	readMedia: (name: string) => (name === 'a.png' ? PNG : null),
	checkDemo: () => ({ ok: true as const }),
};
const parse = (body: string) => parseDeck({ file: 'd.md', text: FRONT + body }, world);
const block = (html: string) => `\`\`\`\`html\n${html}\n\`\`\`\``;
const cards = (...sides: [string, string][]) =>
	sides.map(([front, back], k) => `<!-- card: t${k + 1} -->\n\n${block(front)}\n\n---\n\n${block(back)}`).join('\n\n');

function only(body: string): ParsedNote {
	const deck = parse(body);
	expect(deck.errors.map(formatDeckError)).toEqual([]);
	return deck.notes[0] ?? expect.fail('no note');
}

const side = (html: string) => only(`## T {#n}\n\n<!-- html -->\n\n${cards([html, 'x'])}\n`).cards[0]?.frontHtml;

describe('parseDeck() reads a note in HTML', () => {
	test('as one card a name, with tags, demo and media, and its heading on no card', () => {
		const note = only(
			`## A *table* {#n}\n\n<!-- html -->\n<!-- tags: a, b -->\n\n[Run it](sandbox:x?y=1)\n\n${cards(
				['<b>1</b>', '<table><tr><td colspan="2">2</td></tr></table>'],
				['<img src="a.png">', '4'],
			)}\n`,
		);
		expect(note).toMatchObject({
			kind: 'html',
			title: 'A table',
			tags: ['a', 'b'],
			media: ['a.png'],
			demo: { demoId: 'x', query: 'y=1', label: 'Run it' },
		});
		expect(note.cards).toEqual([
			{
				id: 'n:t1',
				frontHtml: '<b>1</b>',
				backHtml: '<table><tbody><tr><td colspan="2">2</td></tr></tbody></table>',
			},
			{ id: 'n:t2', frontHtml: '<img alt="" src="/api/media/d/a.png" loading="lazy">', backHtml: '4' },
		]);
	});

	test('with TeX drawn, breaks in it passed over, and code left alone', () => {
		const html = side('\\(\\R &lt; 1\\) <code>\\(a\\)</code> a<br>b \\[x<br>+ y\\]') ?? '';
		expect([...html.matchAll(/<annotation[^>]*>(.*?)<\/annotation>/gs)].map((match) => match[1])).toEqual([
			'\\R &lt; 1',
			'x\n+ y',
		]);
		expect(html).toContain('<code>\\(a\\)</code> a<br>b <span class="katex-display">');
	});

	test('with TeX that KaTeX cannot read shown as it is written', () => {
		expect(side('a \\(\\ce{H2O}\\) \\(\\href{javascript:alert(1)}{x}\\) \\(x')).toBe(
			'a <code>\\ce{H2O}</code> <code>\\href{javascript:alert(1)}{x}</code> \\(x',
		);
	});

	test('with the looks of words kept, and nothing that places, loads or colours', () => {
		expect(side('<p style="text-align: center; position:fixed; color:red" onclick="x()" id="a" class="b">x</p>')).toBe(
			'<p style="text-align:center">x</p>',
		);
		expect(side('<span style="background:url(https://x.org/a)">x</span>')).toBe('<span>x</span>');
		expect(side('<a href="https://x.org">a</a><a href="javascript:b">b</a>')).toBe(
			'<a href="https://x.org" rel="noreferrer" target="_blank">a</a><a rel="noreferrer" target="_blank">b</a>',
		);
	});

	test.each([
		'<script>alert(1)</script>x',
		'<iframe src="https://x.org">y</iframe>x',
		'<svg onload="alert(1)"><script>1</script></svg>x',
		'<math><mtext><style><img src=x onerror=alert(1)></style></mtext></math>x',
		'<template><img src=x></template>x',
		'<object data="x"><b>y</b></object>x',
		'<style>@import url(x)</style>x',
		'<form><input value="y"><button>x</button></form>',
		'<noscript><p title="</noscript><script>1</script>">y</p></noscript>x',
	])('without the danger in %s', (html) => {
		expect(side(html)).not.toMatch(/<(?!p\b|\/p>)|script|onerror|style/i);
	});

	test('whose fence is longer than any in it', () => {
		expect(side('<pre>\n```\nx\n```\n</pre>')).toBe('<pre>```\nx\n```\n</pre>');
	});
});

// The first line of each body is line 6 of its file.
test.each([
	['no card', '## Q {#a}\n\n<!-- html -->', ['8:1 a This note in HTML has no card.']],
	[
		'a card without an answer',
		`## Q {#a}\n\n<!-- html -->\n\n<!-- card: t1 -->\n\n${block('x')}`,
		['10:1 a The card t1 has no answer.'],
	],
	[
		'a card without its rule',
		`## Q {#a}\n\n<!-- html -->\n\n<!-- card: t1 -->\n\n${block('x')}\n\n${block('y')}`,
		['10:1 a The card t1 has no answer.', '16:1 a This has no place in a note in HTML.'],
	],
	[
		'a bad name',
		'## Q {#a}\n\n<!-- html -->\n<!-- card: x -->',
		['8:1 a This note in HTML has no card.', '9:1 a "x" is no name of a card.'],
	],
	[
		'a name twice',
		`## Q {#a}\n\n<!-- html -->\n\n${cards(['x', 'y'])}\n\n${cards(['x', 'y'])}`,
		['22:1 a The name t1 is taken by another card of the note.'],
	],
	[
		'Markdown in it',
		`## Q {#a}\n\n<!-- html -->\n\ntext\n\n${cards(['x', 'y'])}`,
		['10:1 a This has no place in a note in HTML.'],
	],
	[
		'a directive of other notes',
		`## Q {#a}\n\n<!-- html -->\n<!-- typed -->\n\n${cards(['x', 'y'])}`,
		['9:1 a The directive "typed" has no place here in a note in HTML.'],
	],
	[
		'a picture that is not there',
		`## Q {#a}\n\n<!-- html -->\n\n${cards(['x\n<img src="b.png">', 'y'])}`,
		['14:1 a There is no file "b.png".'],
	],
	[
		'a picture from elsewhere',
		`## Q {#a}\n\n<!-- html -->\n\n${cards(['<img src="https://x.org/a.png">', 'y'])}`,
		['13:1 a "https://x.org/a.png" is not a picture in the deck\'s folder.'],
	],
	[
		'a picture above the folder',
		`## Q {#a}\n\n<!-- html -->\n\n${cards(['<img src="%2e%2e/a.png">', 'y'])}`,
		['13:1 a "../a.png" is not a picture in the deck\'s folder.'],
	],
	[
		'a side that shows nothing',
		`## Q {#a}\n\n<!-- html -->\n\n${cards(['<script>1</script>', 'y'])}`,
		['13:1 a This side of the card shows nothing.'],
	],
	[
		'a deletion in its heading',
		`## {{c1::Q}} {#a}\n\n<!-- html -->\n\n${cards(['x', 'y'])}`,
		['6:1 a A deletion stands in a note in HTML.'],
	],
	[
		'a card in another note',
		'## Q {#a}\n\n<!-- card: t1 -->\n\n---\n\nA',
		['8:1 a The directive "card" belongs to notes in HTML.'],
	],
	[
		'a side of 200,001 characters',
		`## Q {#a}\n\n<!-- html -->\n\n${cards(['x'.repeat(200_001), 'y'])}`,
		['13:1 a This side has 200001 characters.'],
	],
	['a typed cloze note', '## Q {#a}\n<!-- typed -->\n\n{{c1::b}}', ['6:1 a A note with deletions cannot be typed.']],
	[
		'a typed reversed note',
		'## Q {#a}\n<!-- typed --><!-- reversed -->\n\n---\n\nA',
		['6:1 a A reversed note cannot be typed.'],
	],
])('parseDeck() places %s', (_name, body, expected) => {
	const mistakes = parse(body).errors.map(
		({ line, column, message, noteId }) => `${line}:${column} ${noteId ?? '-'} ${message}`,
	);
	expect(mistakes).toEqual(expected);
});

test('parseDeck() reports HTML that is nested too deeply, and reads the next note', () => {
	const deck = parse(
		`## Q {#a}\n\n<!-- html -->\n\n${cards(['<div>'.repeat(20_000), 'y'])}\n\n## R {#r}\n\n---\n\nA\n`,
	);
	expect(deck.notes.map(({ id }) => id)).toEqual(['r']);
	expect(deck.errors).toMatchObject([{ line: 6, message: 'This is nested too deeply to be drawn.' }]);
});

test('parseDeck() reads a typed note as a basic one', () => {
	const note = only('## Q {#q}\n\n<!-- typed -->\n\n---\n\nA\n');
	expect(note).toMatchObject({ kind: 'basic', cards: [{ id: 'q', backHtml: '<p>A</p>' }] });
});

test('parseDeck() lets no script, handler, style sheet or foreign address of any HTML through', () => {
	const scrap = fc.oneof(
		fc.constantFrom(
			...[
				'<b>',
				'</b>',
				'<p style="',
				'<img src="a.png"',
				' onerror="x()"',
				'>',
				'<svg>',
				'<math>',
				'<script>',
				'</script>',
			],
			...[
				'<style>',
				'<!--',
				'-->',
				'<![CDATA[',
				'\\(',
				'\\)',
				'\\[',
				'\\]',
				'<br>',
				'{',
				'}',
				'\\frac',
				'"',
				"'",
				'<a href="',
			],
			...[
				'javascript:x',
				'https://x.org"',
				'url(https://x.org)',
				'<table>',
				'<td>',
				'<template>',
				'&lt;',
				'&#0;',
				'\0',
				'<plaintext>',
			],
		),
		fc.string({ unit: 'binary', maxLength: 5 }),
	);
	fc.assert(
		fc.property(fc.array(scrap, { maxLength: 25 }), (scraps) => {
			const { notes } = parse(`## T {#n}\n\n<!-- html -->\n\n${cards([scraps.join(''), 'x'])}\n`);
			const html = notes[0]?.cards[0]?.frontHtml ?? '';
			const outside = html.replace(/<span class="katex(?:-display)?">.*?<\/math>/gs, '');
			expect(outside).not.toMatch(
				/<(?:script|style|svg|iframe|template)\b|<[^>]*\son\w+=|href="(?!https?:)|src="(?!\/api\/media\/d\/)/i,
			);
			expect(outside).not.toMatch(/<[^>]*style="[^"]*url/);
		}),
		{ numRuns: 300, seed: 14 },
	);
});
