import { expect, it } from 'vitest';
import { partFront } from './part-front';

it('partFront() gives the words and formulas of the heading, and what follows it', () => {
	expect(partFront('<h2>What is <span class="katex">x</span>?</h2>\n<p>More.</p>')).toEqual({
		headingHtml: 'What is <span class="katex">x</span>?',
		restHtml: '<p>More.</p>',
	});
});

it('partFront() leaves nothing after a heading that is all there is', () => {
	expect(partFront('<h2>Why?</h2>')).toEqual({ headingHtml: 'Why?', restHtml: '' });
});

it('partFront() leaves a front that opens otherwise whole', () => {
	const front = '<p>Text</p><h2>Later</h2>';
	expect(partFront(front)).toEqual({ headingHtml: null, restHtml: front });
});
