import { describe, expect, it } from 'vitest';
import { ankiTex } from './anki-tex';
import { escapeHtml } from './escape-html';

describe('ankiTex()', () => {
	it('writes a formula in one line, with entities, without comments', () => {
		expect(ankiTex('a &< b % why\n\\\\ c', true, {})).toBe('\\[a &amp;&lt; b \\\\ c\\]');
		expect(ankiTex('50\\% x', false, {})).toBe('\\(50\\% x\\)');
	});

	it('parts braces that readers would take for the end of a deletion or for a field', () => {
		expect(ankiTex('{{a}^{b}}', false, {})).toBe('\\({ {a}^{b} }\\)');
		expect(ankiTex('\\frac{1}{{{x}}}', false, {})).toBe('\\(\\frac{1}{ { {x} } }\\)');
	});

	it('keeps deletions, with their hints as words and no :: or }} of theirs inside', () => {
		expect(ankiTex('{{c1::\\frac{a}{b}}}', false, {})).toBe('\\({{c1::\\frac{a}{b} }}\\)');
		expect(ankiTex('{{c2::f{::}g::why 5% {x}}}', false, {})).toBe('\\({{c2::f{:&#58;}g::\\text{why 5\\% x} }}\\)');
	});

	it('gives a deletion that stands for an argument its braces', () => {
		expect(ankiTex('x^{{c1::2n}}', false, {})).toBe('\\(x^{ {{c1::2n}} }\\)');
		expect(ankiTex('\\frac{{{c1::a}}}{b}', false, {})).toBe('\\(\\frac{ {{c1::a}} }{b}\\)');
	});

	it('writes macros out around and inside deletions', () => {
		expect(ankiTex('\\dd{f}{{{c1::\\va}}}', false, { '\\dd': '\\frac{#1}{#2}', '\\va': '\\pmb{a}' })).toContain(
			'{{c1::\\pmb{a} }}',
		);
	});
});

describe('escapeHtml()', () => {
	it('leaves nothing that readers take for a field, a sound or a formula', () => {
		const html = escapeHtml('{{Front}} }} [sound:x.mp3] [latex] [$]x[/$] \\(x\\) <b> & \u001f');
		expect(html).not.toMatch(/\{\{|\}\}|\[sound|\[latex|\[\/?\$|\\[()]|<b>/);
		expect(html).not.toContain('\u001f');
	});
});
