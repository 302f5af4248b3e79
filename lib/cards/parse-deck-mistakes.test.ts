import { describe, expect, test } from 'vitest';
import { parseDeck } from './parse-deck';

const FRONT = "---\nid: d\ntitle: D\nmacros: {'\\m': '1\\nope', '\\l': '\\l\\l'}\n---\n";
const world = {
	readMedia: (name: string) => {
		if (name === 'a.svg') return new TextEncoder().encode('<svg><path d="M0 0"/></svg>');
		return name === 'bad.svg' ? new TextEncoder().encode('<svg onload="x()"></svg>') : null;
	},
	checkDemo: (demoId: string, query: string) =>
		demoId === 'known' && query !== 'depth=-1'
			? { ok: true as const }
			: { ok: false as const, problem: `Problem with ${demoId}.`, advice: 'Advice.' },
};
const mistakes = (text: string) =>
	parseDeck({ file: 'd.md', text }, world).errors.map(
		({ line, column, message, noteId }) => `${line}:${column} ${noteId ?? '-'} ${message}`,
	);

// The first line of each body is line 6 of its file.
const bodies: [name: string, body: string, expected: string[]][] = [
	['a note without an id', '## Q\n\n---\n\nA', ['6:1 - This note has no id.']],
	['an id that is not in kebab-case', '## Q {#Bad Id}\n\n---\n\nA', ['6:6 - The id "Bad Id" is not in kebab-case.']],
	['an id before the end', '## Q {#a} b\n\n---\n\nA', ['6:6 - The id of this note is not at the end of its heading.']],
	[
		'an id that is taken',
		'## Q {#a}\n\n---\n\nA\n\n## R {#a}\n\n---\n\nB',
		['12:6 a The id "a" is taken by the note on line 6.'],
	],
	['a heading without words', '## {#a}\n\n---\n\nA', ['6:1 a The heading asks nothing.']],
	['a note without an answer', '## Q {#a}\n\ntext', ['6:1 a This note has no answer.']],
	['an empty answer', '## Q {#a}\n\n---\n', ['8:1 a There is no answer after ---.']],
	[
		'an answer that is only a demo',
		'## Q {#a}\n\n---\n\n[Run](sandbox:known)',
		['8:1 a There is no answer after ---.'],
	],
	['--- directly under text', '## Q {#a}\n\ntext\n---\n\nA', ['9:1 a This line makes a heading of the text above it.']],
	['=== under text', '## Q {#a}\n\ntext\n===\n\n---\n\nA', ['9:1 a This line makes a heading of the text above it.']],
	['a level-1 heading in a note', '## Q {#a}\n\n---\n\n# A', ['10:1 a A level-1 heading stands inside the deck.']],
	['a level-3 heading with an id', '## Q {#a}\n\n---\n\n### A {#b}', ['10:7 a A level-3 heading carries an id.']],
	[
		'a heading in a quotation',
		'## Q {#a}\n\n---\n\n> ## A',
		['10:3 a A heading of a note stands inside a list or a quotation.'],
	],
	[
		'a heading without its space',
		'## Q {#a}\n\n---\n\nA\n##B {#b}',
		['11:1 a This is no heading: a space is missing after #.'],
	],
	['raw HTML', '## Q {#a}\n\n---\n\nA\n\n<div>x</div>', ['12:1 a HTML is not part of a note: <div>x</div>']],
	[
		'HTML in a line',
		'## Q {#a}\n\n---\n\nA <b>x</b>',
		['10:3 a HTML is not part of a note: <b>', '10:7 a HTML is not part of a note: </b>'],
	],
	['an unknown directive', '## Q {#a}\n\n<!-- todo -->\n\n---\n\nA', ['8:1 a Unknown directive "todo".']],
	[
		'a second directive on a line',
		'## Q {#a}\n<!-- reversed --> <!-- x -->\n\n---\n\nA',
		['7:19 a Unknown directive "x".'],
	],
	[
		'a directive within a line',
		'## Q {#a}\n\n---\n\nA <!-- step -->',
		['10:3 a This comment is not on a line of its own.'],
	],
	['an unclosed comment', '## Q {#a}\n\n---\n\nA\n\n<!-- step', ['12:1 a This comment is never closed.']],
	['a tag of two words', '## Q {#a}\n<!-- tags: a b -->\n\n---\n\nA', ['7:1 a The tag "a b" is not one word.']],
	['a step in the question', '## Q {#a}\n\n<!-- step -->\n\n---\n\nA', ['8:1 a A step stands in the question.']],
	['an empty step', '## Q {#a}\n\n---\n\nA\n\n<!-- step -->\n', ['12:1 a A step is empty.']],
	[
		'tags in the answer',
		'## Q {#a}\n\n---\n\nA\n\n<!-- tags: x -->',
		['12:1 a The directive "tags" stands in the answer.'],
	],
	['an unknown demo', '## Q {#a}\n\n---\n\nA [Run](sandbox:nope)', ['10:3 a Problem with nope.']],
	['bad demo parameters', '## Q {#a}\n\n---\n\nA [Run](sandbox:known?depth=-1)', ['10:3 a Problem with known.']],
	['a demo link without a name', '## Q {#a}\n\n---\n\nA [Run](sandbox:?x=1)', ['10:3 a "sandbox:?x=1" names no demo.']],
	[
		'a second demo',
		'## Q {#a}\n\n---\n\nA [Run](sandbox:known) [Run](sandbox:known)',
		['10:24 a A second demo is named in this note.'],
	],
	[
		'a demo link with a space',
		'## Q {#a}\n\n---\n\nA [Run](sandbox:known?a=1 2)',
		['10:9 a This demo link is not read as a link.'],
	],
	[
		'TeX that is not closed',
		'## Q {#a}\n\n---\n\n> A $x + \\frac{1$',
		["10:17 a KaTeX cannot read this TeX: Unexpected end of input in a macro argument, expected '}'."],
	],
	['an unknown command', '## Q $\\foo$ {#a}\n\n---\n\nA', ['6:7 a Unknown TeX command \\foo.']],
	[
		'an unknown command in a display in a list',
		'## Q {#a}\n\n---\n\n- $$\n  a\n   + \\foo\n  $$',
		['12:6 a Unknown TeX command \\foo.'],
	],
	[
		'an unknown command on the second line of a formula',
		'## Q {#a}\n\n---\n\nA $a +\n\\foo$',
		['11:1 a Unknown TeX command \\foo.'],
	],
	['an unknown command in a macro', '## Q {#a}\n\n---\n\nA $x + \\m$', ['10:4 a Unknown TeX command \\nope.']],
	['an unknown command in a deletion', '## Q {#a}\n\n$x + {{c1::\\foo}} y$', ['8:12 a Unknown TeX command \\foo.']],
	[
		'an unknown command after a deletion',
		'## Q {#a}\n\n$x + {{c1::y}} + \\foo$',
		['8:18 a Unknown TeX command \\foo.'],
	],
	['a macro without end', '## Q {#a}\n\n---\n\nA $\\l$', ['10:4 a This TeX expands without end.']],
	[
		'a letter that LaTeX refuses',
		'## Q {#a}\n\n---\n\nA $é$',
		['10:4 a LaTeX would refuse this TeX: Accented Unicode text character "é" used in math mode.'],
	],
	[
		'an & in a deletion',
		'## Q {#a}\n\n$\\begin{aligned} {{c1::a &= b}} \\end{aligned}$',
		['8:26 a An & stands outside a table of formulas.'],
	],
	['an unclosed display', '## Q {#a}\n\n---\n\n$$\nx\n\n## R {#b}', ['10:1 a This formula is never closed.']],
	[
		'TeX on the opening line',
		'## Q {#a}\n\n---\n\n$$ x =\ny\n$$',
		['10:4 a TeX stands on the line that opens a formula and is lost.'],
	],
	['an empty formula', '## Q {#a}\n\n---\n\n$$\n$$', ['10:1 a This formula is empty.']],
	[
		'a formula of 5001 characters',
		`## Q {#a}\n\n---\n\n$${'x'.repeat(5001)}$`,
		['10:1 a This formula has 5001 characters.'],
	],
	['a lone dollar sign', '## Q {#a}\n\n---\n\n\\$1 is *$2*', ['10:9 a This dollar sign opens no mathematics.']],
	['an unclosed deletion', '## Q {#a}\n\nA \\* {{c1::b}', ['8:6 a This deletion is never closed.']],
	[
		'an unclosed deletion in mathematics',
		'## Q {#a}\n\n$$\na\n\\frac {{c1::b}\n$$',
		['10:7 a This deletion is never closed.'],
	],
	['a deletion across paragraphs', '## Q {#a}\n\n{{c1::b\n\nc}}', ['8:1 a This deletion is never closed.']],
	['an empty deletion', '## Q {#a}\n\n{{c1::}}', ['8:1 a This deletion is empty.']],
	['a deletion within a deletion', '## Q {#a}\n\n{{c1::b {{c2::c}} d}}', ['8:9 a A deletion stands inside another.']],
	[
		'a formula with a deletion within a deletion',
		'## Q {#a}\n\n{{c1::b $ {{c2::c}}$}}',
		['8:9 a A deletion stands inside another.'],
	],
	['a deletion numbered 0', '## Q {#a}\n\n{{c0::b}}\n\n---\n\nA', ['8:1 a This deletion is not numbered as one.']],
	['a deletion with one colon', '## Q {#a}\n\n{{c1:b}}\n\n---\n\nA', ['8:1 a This deletion is not numbered as one.']],
	['a deletion in the answer', '## Q {#a}\n\n---\n\nA {{c1::b}}', ['10:3 a A deletion stands after ---.']],
	[
		'a reversed cloze note',
		'## Q {#a}\n<!-- reversed -->\n\n{{c1::b}}',
		['6:1 a A note with deletions cannot be reversed.'],
	],
	['a missing picture', '## Q {#a}\n\n---\n\nA ![x](b.svg)', ['10:3 a There is no file "b.svg".']],
	['a picture without a description', '## Q {#a}\n\n---\n\nA ![](a.svg)', ['10:3 a The picture has no description.']],
	[
		'a picture of an unknown kind',
		'## Q {#a}\n\n---\n\n![x](a.bmp)',
		['10:1 a "a.bmp" is of no kind that a deck carries.'],
	],
	['an unsafe picture', '## Q {#a}\n\n---\n\n![x](bad.svg)', ['10:1 a "bad.svg" has the event handler onload.']],
	['a relative link', '## Q {#a}\n\n---\n\nA [b](c.md)', ['10:3 a The link leads to "c.md".']],
	[
		'a definition',
		'## Q {#a}\n\n---\n\n[b]: https://x',
		['10:1 a Links and pictures by reference are not part of a note.'],
	],
	[
		'a footnote',
		'## Q {#a}\n\n---\n\nA[^1]\n\n[^1]: B',
		['10:2 a Footnotes are not part of a note.', '12:1 a Footnotes are not part of a note.'],
	],
	['a task list', '## Q {#a}\n\n---\n\n- [x] b', ['10:1 a Task lists are not part of a note.']],
	['unclosed code', '## Q {#a}\n\n---\n\n```\nb', ['10:1 a This block of code is never closed.']],
	['a deck without notes', 'Text.', ['6:6 - The deck has no notes.']],
	[
		'a demo, a directive and a deletion in the introduction',
		'[Run](sandbox:known) {{c1::x}}\n\n<!-- step -->\n\n## Q {#a}\n\n---\n\nA',
		[
			'6:1 - The introduction names the demo "known".',
			'6:22 - A deletion stands in the introduction.',
			'8:1 - HTML or a directive stands in the introduction.',
		],
	],
];

const fronts: [name: string, text: string, expected: string[]][] = [
	['missing', 'Text', ['1:1 - The deck has no front matter.']],
	['unclosed', '---\nid: a\n', ['1:1 - The front matter is never closed.']],
	['empty', '---\n---\n', ['1:1 - The front matter holds no keys.']],
	['a list', '---\n- a\n---\n', ['1:1 - The front matter holds no keys.']],
	[
		'without id and title',
		'---\ntags: []\n---\n',
		['1:1 - The front matter has no id.', '1:1 - The front matter has no title.'],
	],
	['with a bad id', '---\ntitle: T\nid: A b\n---\n', ['3:1 - In the front matter, id is "A b".']],
	['with a number for a title', '---\nid: a\ntitle: 5\n---\n', ['3:1 - In the front matter, title is 5.']],
	['with an unknown key', '---\nid: a\ntitle: T\nfoo: 1\n---\n', ['4:1 - The front matter has the unknown key "foo".']],
	['with a bad tag', '---\nid: a\ntitle: T\ntags: [ok, a b]\n---\n', ['4:12 - In the front matter, tags 2 is "a b".']],
	['with a bad parent', '---\nid: a\ntitle: T\nparent: ../x\n---\n', ['4:1 - In the front matter, parent is "../x".']],
	[
		'with unbalanced braces in a macro',
		"---\nid: a\ntitle: T\nmacros:\n  '\\x': '{'\n---\n",
		['5:3 - In the front matter, macros \\x is "{".'],
	],
	[
		'with a link in a macro',
		"---\nid: a\ntitle: T\nmacros:\n  '\\x': '\\href{a}{b}'\n---\n",
		['5:3 - In the front matter, macros \\x is "\\\\href{a}{b}".'],
	],
	[
		'with a macro without backslash',
		'---\nid: a\ntitle: T\nmacros: {x: y}\n---\n',
		['4:10 - In the front matter, macros x is "y".'],
	],
];

describe('parseDeck() places', () => {
	test.each(bodies)('%s', (_name, body, expected) => {
		expect(mistakes(FRONT + body)).toEqual(expected);
	});

	test.each(fronts)('front matter %s', (_name, front, expected) => {
		expect(mistakes(`${front}\n## Q {#q}\n\n{{c1::A}}\n`).filter((mistake) => !/ q /.test(mistake))).toEqual(expected);
	});

	test('broken YAML', () => {
		expect(mistakes('---\nid: a\ntitle: "T\n---\n\n## Q {#q}\n\n---\n\nA\n')[0]).toMatch(
			/^3:10 - The front matter is not YAML: Missing closing/,
		);
	});
});

describe('parseDeck() carries on', () => {
	test('after a broken note with the next, and reports the mistakes of all in one run', () => {
		const deck = parseDeck(
			{ file: 'd.md', text: `${FRONT}## A\n\n---\n\n$\\foo$\n\n## B {#b}\n\n---\n\nB\n\n## C {#c}\n` },
			world,
		);
		expect(deck.notes.map(({ id }) => id)).toEqual(['b']);
		expect(deck.errors.map(({ line, noteId }) => [line, noteId])).toEqual([
			[6, null],
			[10, null],
			[18, 'c'],
		]);
	});

	test('without notes when the deck has no usable id', () => {
		const deck = parseDeck({ file: 'd.md', text: '---\ntitle: T\n---\n\n## B {#b}\n\n---\n\nB\n' }, world);
		expect(deck).toMatchObject({ id: '', notes: [] });
	});

	test('without the media of notes that are left out', () => {
		const text = `${FRONT}## A {#a}\n\n---\n\n![x](a.svg)\n\n$\\foo$\n\n## B {#b}\n\n---\n\nB`;
		expect(parseDeck({ file: 'd.md', text }, world).media).toEqual([]);
	});
});
