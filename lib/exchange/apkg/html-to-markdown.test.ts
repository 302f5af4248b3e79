import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDeck } from '@/lib/cards/parse-deck';
import { readNote } from './incoming-note';
import { BASIC } from './package-fixture';

const context = {
	mediaName: (name: string) => (name === 'gone.png' ? null : name),
	macros: {},
	checkDemo: () => ({ ok: true as const }),
};
const read = (front: string, answer = 'yes') =>
	readNote({ guid: 'g', type: BASIC, fields: [front, answer], tags: [], ordinals: [0], deckPath: ['A'] }, context);
const answerOf = (answer: string) => read('Q', answer)?.markdown.split('\n---\n\n')[1];

describe('HTML of a field', () => {
	it.each([
		['<b>a</b> <i>b</i> <code>c</code>', '**a** *b* `c`'],
		['one<br>two', 'one\\\ntwo'],
		['<div>one</div><div>two</div>', 'one\n\ntwo'],
		['<ol start="3"><li>a</li><li>b</li></ol>', '3. a\n4. b'],
		['\\(a &lt; b\\) [$]c[/$] and [latex]$d$[/latex]', '$a < b$ $c$ and $d$'],
		['\\[x<br>y\\]', '$$\nx y\n$$'],
		['[$$]x^2[/$$]', '$$\nx^2\n$$'],
		['[latex]\\begin{align*}a&amp;=b\\end{align*}[/latex]', '$$\n\\begin{aligned}a&=b\\end{aligned}\n$$'],
		['costs $5 and {{c1::no}}', 'costs \\$5 and \\{{c1::no}}'],
		['<a href="https://a.b/c">there</a>', '[there](https://a.b/c)'],
		['<span style="color: red">red</span>', 'red'],
	])('becomes Markdown where nothing is lost: %s', (html, markdown) => {
		expect(answerOf(html)).toBe(markdown);
	});

	it.each([
		'<u>a</u>',
		'x<sub>2</sub>',
		'<table><tr><td colspan="2">a</td></tr></table>',
		'<h2>a</h2>',
		'<a href="mailto:a@b.c">a</a>',
		'<span style="font-weight: bold">a</span>',
		'\\(\\ce{H2O}\\)',
	])('stays HTML where Markdown cannot say it: %s', (html) => expect(read('Q', html)?.kind).toBe('html'));

	it('always becomes a note that the grammar takes, with all its words', () => {
		const piece = fc.oneof(
			fc.stringMatching(/^[A-Za-z0-9 *_$`#>|~&;{}[\]()+.:!@\\/-]{1,12}$/).map((text) => text.replaceAll('&', '&amp;')),
			fc.constantFrom(
				'<b>',
				'</b>',
				'<br>',
				'<div>',
				'</div>',
				'<ul><li>',
				'</li></ul>',
				'<u>x</u>',
				'<i>',
				'</i>',
				'\\(x^2\\)',
				'\\[',
				'\\]',
				'<pre>',
				'</pre>',
				'&lt;',
				'&nbsp;',
				'{{c1::',
				'}}',
				'\n',
				'---',
			),
		);
		fc.assert(
			fc.property(
				fc.array(piece, { minLength: 1, maxLength: 8 }),
				fc.array(piece, { minLength: 1, maxLength: 8 }),
				(front, answer) => {
					const note = read(`Word ${front.join('')}`, `Word ${answer.join('')}`);
					expect(note).not.toBeNull();
					const deck = parseDeck(
						{ file: 'a.md', text: `---\nid: a\ntitle: A\n---\n\n${note?.markdown}\n` },
						{ readMedia: () => null, checkDemo: () => ({ ok: true }) },
					);
					expect(deck.errors).toEqual([]);
					expect(deck.notes[0]?.cards[0]?.frontHtml).toContain('Word');
				},
			),
			{ numRuns: 150 },
		);
	});
});
