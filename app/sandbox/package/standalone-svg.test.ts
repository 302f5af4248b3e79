import { describe, expect, it } from 'vitest';
import { readColourTokens } from './colour-tokens';
import { standaloneSvg } from './standalone-svg';

const tokens = readColourTokens(
	':root { --paper: light-dark(#ffffff, #000000); --ink: light-dark(#111111, #eeeeee); --line: var(--ink); }',
);
const CSS = `/* words */
.a, .b { stroke: var(--line); }
.a[data-tone="ink"] { fill: var(--ink); }
.b .a { fill: red; }
p { margin: 0 }
@media (width > 1px) { .a { fill: blue } }`;

describe('standaloneSvg()', () => {
	const file = standaloneSvg(
		'<svg viewBox="0 0 100 50" role="img"><path class="a" fill="var(--line)"/></svg>',
		CSS,
		tokens,
	);

	it('is a file of its own, on light paper, with some room around', () => {
		expect(file).toMatch(
			/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="-12 -12 124 74" width="124" height="74"/,
		);
		expect(file).toContain('<rect x="-12" y="-12" width="124" height="74" fill="#ffffff"/>');
	});

	it('carries the rules of the classes in it, and no others', () => {
		expect(file).toContain('<style>.a{stroke: #111111;}.a[data-tone="ink"]{fill: #111111;}</style>');
	});

	it('has no colour left that a page would have to give', () => {
		expect(file).not.toContain('var(');
		expect(file).toContain('<path class="a" fill="#111111"/>');
	});
});
