import { describe, expect, test } from 'vitest';
import { parseDeck } from './parse-deck';

const world = { readMedia: () => null, checkDemo: () => ({ ok: true as const }) };
const FRONT = '---\nid: d\ntitle: D\n---\n\n';
const parse = (body: string) => parseDeck({ file: 'd.md', text: FRONT + body }, world);

describe('parseDeck() refuses', () => {
	test.each([
		['a script', '<script>alert(1)</script>'],
		['a script inside a line', 'a <script>alert(1)</script>'],
		['an event handler', '<img src=x onerror=alert(1)>'],
		['a style', 'a <span style="position:fixed">b</span>'],
		['a frame', '<iframe src="https://x.org"></iframe>'],
		['HTML after a directive', '<!-- step --><script>alert(1)</script>'],
		['a javascript: link', '[a](javascript:alert(1))'],
		['a javascript: link in other letters', '[a](JaVaScRiPt:alert(1))'],
		['a javascript: link with a reference', '[a](&#106;avascript:alert(1))'],
		['a javascript: address in angle brackets', '<javascript:alert(1)>'],
		['a data: link', '[a](data:text/html,x)'],
		['a link without a scheme', '[a](//x.org)'],
		['a data: picture', '![a](data:image/svg+xml,x)'],
		['a remote picture', '![a](https://x.org/a.png)'],
		['a picture above the folder', '![a](figures/../../a.png)'],
		['a picture above the folder, written otherwise', '![a](figures/%2e%2e/a.png)'],
		['an absolute picture', '![a](/etc/a.png)'],
		['\\href', '$\\href{javascript:alert(1)}{x}$'],
		['\\href without a scheme', '$\\href{/x}{x}$'],
		['\\url', '$\\url{https://x.org}$'],
		['\\includegraphics', '$\\includegraphics{https://x.org/a.png}$'],
		['\\htmlClass', '$\\htmlClass{cloze-answer}{x}$'],
		['\\htmlStyle', '$\\htmlStyle{position:fixed}{x}$'],
		['\\htmlData under another name', '$\\let\\a=\\htmlData \\a{a=b}{x}$'],
		['an endless macro', '$\\def\\a{\\a\\a}\\a$'],
		[
			'macros that double',
			`$${[...'abcdefghijklmnop'].map((c, i, all) => `\\def\\${c}{\\${all[i + 1] ?? 'q'}\\${all[i + 1] ?? 'q'}}`).join('')}\\def\\q{x}\\a$`,
		],
		['an \\edef that doubles', `$\\def\\a{xxxxxxxx}${'\\edef\\a{\\a\\a}'.repeat(20)}\\a$`],
	])('%s', (_name, body) => {
		const deck = parse(`## Q {#q}\n\n---\n\nA\n\n${body}\n`);
		expect(deck.notes).toEqual([]);
		expect(deck.errors.length).toBeGreaterThan(0);
		expect(deck.errors.every(({ line }) => line >= 12)).toBe(true);
	});

	test('braces nested 2,400 deep, quotations nested 5,000 deep and aliases that multiply', () => {
		const braces = parse(`## Q {#q}\n\n---\n\n$${'{'.repeat(2400)}x${'}'.repeat(2400)}$\n`);
		expect(braces.errors.map(({ noteId }) => noteId)).toEqual(['q']);
		const quotations = parse(`## Q {#q}\n\n---\n\n${'>'.repeat(5000)} a\n`);
		expect(quotations.errors).toMatchObject([{ line: 6, column: 1, noteId: 'q' }]);
		const aliases = [...'bcdefghij'].map((c, i) => `${c}: &${c} [${`*${'abcdefghi'[i]},`.repeat(9)}]`).join('\n');
		const deck = parseDeck({ file: 'd.md', text: `---\nid: d\ntitle: D\na: &a [x]\n${aliases}\n---\n` }, world);
		expect(deck.errors[0]).toMatchObject({ line: 1, message: 'The front matter holds no keys.' });
	}, 30_000);
});

describe('parseDeck() keeps apart', () => {
	test('cards: a \\gdef on one side is unknown on every other', () => {
		const deck = parse('## $\\gdef\\z{1}\\z$ {#q}\n\n---\n\n$\\z$\n\n## R {#r}\n\n---\n\n$\\z$\n');
		expect(deck.errors.map(({ line, message }) => `${line} ${message}`)).toEqual([
			'10 Unknown TeX command \\z.',
			'16 Unknown TeX command \\z.',
		]);
	});

	test('names that mean something to JavaScript', () => {
		const deck = parseDeck(
			{
				file: 'd.md',
				text: '---\nid: constructor\ntitle: D\n__proto__: 1\n---\n\n## Q {#__proto__}\n\n## R {#constructor}\n\n---\n\nA\n',
			},
			world,
		);
		expect(deck.notes.map(({ id }) => id)).toEqual(['constructor']);
		expect(deck.errors.map(({ line }) => line)).toEqual([4, 7, 7]);
	});

	test('HTML and the text that looks like it', () => {
		const deck = parse('## a < b & "c" {#q}\n\n---\n\n`<script>` &lt;b&gt; $a<b$ \\<i>\n\n{{c0 <x\n');
		expect(deck.errors).toEqual([]);
		expect(deck.notes[0]?.cards[0]?.frontHtml).toBe('<h2>a &#x3C; b &#x26; "c"</h2>');
		expect(deck.notes[0]?.cards[0]?.backHtml).not.toMatch(/<(?:script|b|i|x)\b/);
	});
});
