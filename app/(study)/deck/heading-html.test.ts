import { expect, it } from 'vitest';
import { headingHtml } from './heading-html';

it('headingHtml() gives the words and formulas of the heading that opens a front', () => {
	expect(headingHtml('<h2>What is <span class="katex">x</span>?</h2>\n<p>More.</p>')).toBe(
		'What is <span class="katex">x</span>?',
	);
});

it('headingHtml() gives null for a front that opens otherwise', () => {
	expect(headingHtml('<p>Text</p><h2>Later</h2>')).toBeNull();
});
