import { describe, expect, test } from 'vitest';
import { formatDeckError } from './deck-error';
import type { ParsedNote } from './deck-source';
import { parseDeck } from './parse-deck';

const FRONT = "---\nid: d\ntitle: Deck\nmacros:\n  '\\v': '\\mathbf{#1}'\n---\n\n";
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400"><path d="M0 0h9"/></svg>';
const world = {
	readMedia: (name: string) => (name === 'figures/a.svg' ? new TextEncoder().encode(SVG) : null),
	checkDemo: () => ({ ok: true as const }),
};
const parse = (body: string, front = FRONT) => parseDeck({ file: 'd.md', text: front + body }, world);

function only(body: string): ParsedNote {
	const deck = parse(body);
	expect(deck.errors.map(formatDeckError)).toEqual([]);
	expect(deck.notes).toHaveLength(1);
	return deck.notes[0] as ParsedNote;
}

const card = (note: ParsedNote, index = 0) => note.cards[index] ?? expect.fail(`no card ${index}`);
const tex = (html: string) => [...html.matchAll(/<annotation[^>]*>(.*?)<\/annotation>/gs)].map((match) => match[1]);

describe('parseDeck() reads', () => {
	test('front matter with every key', () => {
		const deck = parse(
			'## Q {#q}\n\n---\n\nA\n',
			"---\nid: a-b\ntitle: T\nparent: p\ndescription: 'D: d'\ntags: [x, y-z]\nmacros: {'\\R': '\\mathbb R'}\n---\n",
		);
		expect(deck).toMatchObject({
			id: 'a-b',
			title: 'T',
			parentId: 'p',
			description: 'D: d',
			tags: ['x', 'y-z'],
			macros: { '\\R': '\\mathbb R' },
			errors: [],
		});
	});

	test('a basic note: heading on the front, answer alone on the back', () => {
		const note = only('## What is $x$? {#what-x}\n\n<!-- tags: a, b -->\n\nSet up.\n\n---\n\nThe *answer*.\n');
		expect(note).toMatchObject({ id: 'what-x', kind: 'basic', title: 'What is x?', tags: ['a', 'b'], line: 8 });
		expect(note.markdown).toBe('## What is $x$? {#what-x}\n\n<!-- tags: a, b -->\n\nSet up.\n\n---\n\nThe *answer*.');
		expect(card(note).id).toBe('what-x');
		expect(card(note).frontHtml).toMatch(/^<h2>What is <span class="katex">.*\?<\/h2>\n<p>Set up.<\/p>$/s);
		expect(card(note).frontHtml).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML">');
		expect(card(note).backHtml).toBe('<p>The <em>answer</em>.</p>');
	});

	test('a reversed note as two cards', () => {
		const note = only('## Q {#q}\n<!-- reversed -->\n\n---\n\nA\n');
		expect(note.kind).toBe('reversed');
		expect(note.cards).toEqual([
			{ id: 'q', frontHtml: '<h2>Q</h2>', backHtml: '<p>A</p>' },
			{ id: 'q:reversed', frontHtml: '<p>A</p>', backHtml: '<h2>Q</h2>' },
		]);
	});

	test('steps as sections in order, without the one that held the demo alone', () => {
		const note = only('## Q {#q}\n\n---\n\nA\n\n<!-- step -->\n\nB\n\n<!-- step -->\n\n[Run it](sandbox:x)\n');
		expect(card(note).backHtml.replaceAll('\n', '')).toBe(
			'<section data-step="1"><p>A</p></section><section data-step="2"><p>B</p></section>',
		);
	});

	test('only the first --- as the border; later ones and *** are rules', () => {
		const note = only('## Q {#q}\n\n***\n\n---\n\nA\n\n---\n\nB\n');
		expect(card(note).frontHtml).toBe('<h2>Q</h2>\n<hr>');
		expect(card(note).backHtml).toBe('<p>A</p>\n<hr>\n<p>B</p>');
	});

	test('the demo link out of the text, with the paragraph it leaves empty', () => {
		const note = only('## Q {#q}\n\n---\n\n- A\n- [Run *it*](sandbox:a-b?x=1,-2&y=c)\n');
		expect(note.demo).toEqual({ demoId: 'a-b', query: 'x=1,-2&y=c', label: 'Run it' });
		expect(card(note).backHtml.replaceAll('\n', '')).toBe('<ul><li>A</li></ul>');
	});

	test('a picture with its address, its size and its bytes', () => {
		const deck = parse('## Q {#q}\n\n---\n\n![A line](figures/a.svg)\n');
		expect(deck.notes[0]?.media).toEqual(['figures/a.svg']);
		expect(deck.notes[0]?.cards[0]?.backHtml).toBe(
			'<p><img src="/api/media/d/figures/a.svg" alt="A line" loading="lazy" width="640" height="400"></p>',
		);
		expect(deck.media).toEqual([
			{ name: 'figures/a.svg', mimeType: 'image/svg+xml', bytes: new TextEncoder().encode(SVG) },
		]);
	});

	test('web links that open apart, bare addresses, and e-mail addresses as text', () => {
		const note = only('## Q {#q}\n\n---\n\n[a](https://x.org/) a@b.co https://y.org\n');
		expect(card(note).backHtml).toBe(
			'<p><a href="https://x.org/" rel="noreferrer" target="_blank">a</a> a@b.co ' +
				'<a href="https://y.org" rel="noreferrer" target="_blank">https://y.org</a></p>',
		);
	});

	test('tables, code with empty lines and level-3 headings', () => {
		const note = only('## Q {#q}\n\n---\n\n### H\n\n| a | b |\n|:--|--:|\n| 1 | 2 |\n\n```python\nx\n\n\ny\n```\n');
		const html = card(note).backHtml;
		expect(html).toContain('<h3>H</h3>');
		expect(html).toContain('<th align="left">a</th>');
		expect(html).toContain('<code class="language-python">x\n\n\ny\n</code>');
	});

	test('all four ways to write mathematics', () => {
		const note = only('## Q {#q}\n\n---\n\n$a$\n\n$$b$$\n\n$$\nc\n$$\n\n```math\nd\n```\n');
		expect(tex(card(note).backHtml)).toEqual(['a', 'b', 'c', 'd']);
		expect(card(note).backHtml.match(/class="katex-display"/g)).toHaveLength(3);
	});

	test('macros of the deck, which come before those of the caller', () => {
		const deck = parseDeck(
			{ file: 'd.md', text: `${FRONT}## Q {#q}\n\n---\n\n$\\v x \\w$\n`, macros: { '\\v': '\\nope', '\\w': 'w' } },
			world,
		);
		expect(deck.errors).toEqual([]);
		expect(deck.notes[0]?.cards[0]?.backHtml).toContain('mathbf');
	});

	test('the introduction apart from the cards, without its title', () => {
		const deck = parse('# Deck\n\nHello $x$.\n\n## Q {#q}\n\n---\n\nA\n');
		expect(deck.errors).toEqual([]);
		expect(deck.introductionHtml).toMatch(/^<p>Hello <span class="katex">/);
		expect(deck.notes[0]?.cards[0]?.frontHtml).toBe('<h2>Q</h2>');
	});
});

describe('parseDeck() reads a cloze note', () => {
	test('as one card a number: the blank, the hint, the others as text, the extra on the back only', () => {
		const note = only('## Note {#n}\n\n{{c1::one}} {{c2::two::a: hint}} {{c1::three}}\n\n---\n\nExtra\n');
		expect(note.kind).toBe('cloze');
		expect(note.cards.map(({ id }) => id)).toEqual(['n:c1', 'n:c2']);
		const blank = (words: string) => `<span class="cloze-blank">[${words}]</span>`;
		const text = (words: string) => `<span>${words}</span>`;
		const answer = (words: string) => `<mark class="cloze-answer">${words}</mark>`;
		expect(card(note, 0).frontHtml).toBe(`<h2>Note</h2>\n<p>${blank('...')} ${text('two')} ${blank('...')}</p>`);
		expect(card(note, 0).backHtml).toBe(
			`<h2>Note</h2>\n<p>${answer('one')} ${text('two')} ${answer('three')}</p>\n<hr>\n<p>Extra</p>`,
		);
		expect(card(note, 1).frontHtml).toContain(`${text('one')} ${blank('a: hint')} ${text('three')}`);
	});

	test('whose heading holds a deletion, which its title does not give away', () => {
		const note = only('## The *{{c1::sum}}* is $ {{c2::b}} $ {#n}\n');
		expect(note.title).toBe('The [...] is [...]');
		expect(card(note).frontHtml).not.toContain('sum');
	});

	test('with emphasis, mathematics and balanced braces in the text', () => {
		const note = only('## N {#n}\n\n{{c1::the *set* $\\{x\\}$ {a}}} rest\n');
		expect(card(note).frontHtml).toContain('[...]</span> rest');
		expect(card(note).backHtml).toMatch(/<mark class="cloze-answer">the <em>set<\/em> .* \{a\}<\/mark> rest/s);
	});

	test('inside a line of mathematics, with nested braces', () => {
		const note = only('## N {#n}\n\n$x = {{c1::\\frac{a}{b}}} + {{c2::c::a sum}}$\n');
		expect(tex(card(note, 0).frontHtml)).toEqual(['x = \\boxed{\\,?\\,} + c']);
		expect(tex(card(note, 1).frontHtml)).toEqual(['x = \\frac{a}{b} + \\boxed{\\text{a sum}}']);
		expect(tex(card(note, 1).backHtml)).toEqual(['x = \\frac{a}{b} + \\htmlClass{cloze-answer}{c}']);
		expect(card(note, 1).backHtml).toMatch(/class="enclosing cloze-answer"/);
	});

	test('inside a display, where it also serves as the group of a command', () => {
		const note = only('## N {#n}\n\n$$\nx^{{c1::2n}} \\frac{{c2::a+b}}{{{c3::c}}} {{c4::\\alpha}}b\n$$\n');
		expect(tex(card(note, 0).frontHtml)).toEqual(['x^{\\boxed{\\,?\\,}} \\frac{a+b}{c} \\alpha b']);
		expect(tex(card(note, 1).frontHtml)).toEqual(['x^{2n} \\frac{\\boxed{\\,?\\,}}{c} \\alpha b']);
		expect(tex(card(note, 2).frontHtml)).toEqual(['x^{2n} \\frac{a+b}{\\boxed{\\,?\\,}} \\alpha b']);
	});

	test('without a trace of the answer on any front', () => {
		const note = only('## N {#n}\n\n{{c1::secret}} and $y = {{c2::q_{17}}}$\n');
		expect(card(note, 0).frontHtml).not.toContain('secret');
		expect(card(note, 1).frontHtml).not.toContain('17');
	});

	test('but leaves escaped braces, code and TeX groups alone', () => {
		const note = only('## N {#n}\n\n---\n\n\\{{c1::a}} `{{c1::b}}` $ {{x}} $\n');
		expect(note.kind).toBe('basic');
		expect(card(note).backHtml).toContain('{{c1::a}} <code>{{c1::b}}</code>');
	});
});
