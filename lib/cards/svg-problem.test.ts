import { expect, test } from 'vitest';
import { svgProblem } from './svg-problem';

const check = (svg: string) => svgProblem(new TextEncoder().encode(svg));
const within = (inner: string) => check(`<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`);

test('svgProblem() finds none in a drawing with styles, gradients, markers and text', () => {
	const svg = `<?xml version="1.0"?>
<!-- ours -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" role="img" aria-labelledby="t">
<title id="t">A &amp; B</title><desc>x > y</desc>
<style>.a > path { fill: url(#g); font-family: 'Source Serif 4', serif } @media (prefers-color-scheme: dark) { .a { fill: #fff } }</style>
<defs><linearGradient id="g"><stop offset="0" stop-color="#000"/></linearGradient><marker id="m"><path d="M0 0"/></marker></defs>
<use xlink:href="#m"/><g class="a" style="opacity: .5"><path d="M0 0" marker-end="url(#m)"/><text x='1'>a<tspan dy="2">2</tspan></text></g>
</svg>`;
	expect(check(svg)).toBeNull();
});

test.each([
	['<script>alert(1)</script>', 'holds <script>'],
	['<foreignObject><p/></foreignObject>', 'holds <foreignObject>'],
	['<image href="a.png"/>', 'holds <image>'],
	['<a href="#x"><path/></a>', 'holds <a>'],
	['<set attributeName="href" to="x"/>', 'holds <set>'],
	['<svg:script/>', 'holds <svg:script>'],
	['<path onclick="x()"/>', 'has the event handler onclick'],
	['<path ONLOAD = "x()"/>', 'has the event handler ONLOAD'],
	['<use href="https://x.org/a.svg#b"/>', 'refers to "https://x.org/a.svg#b"'],
	['<use xlink:href="data:x"/>', 'refers to "data:x"'],
	['<path fill="url(https://x.org/a)"/>', 'refers to a file of its own'],
	['<path fill="&#117;rl(https://x.org/a)"/>', 'holds escapes in an attribute or in <style>'],
	['<style>path { fill: u\\72l(x) }</style>', 'holds escapes in an attribute or in <style>'],
	['<style>@import "x.css";</style>', 'holds CSS that loads or runs something'],
	['<style>path { fill: url(x.svg#a) }</style>', 'refers to a file of its own'],
	['<style><path/></style>', 'holds an element inside <style>'],
	['<style>a', 'holds an element inside <style>'],
	['<![CDATA[<script>]]>', 'holds <![CDATA'],
	['<path d="M0 0" "/>', 'is not well formed near "<path d="M0 0" "/></"'],
	['<!-- x', 'has a comment that is never closed'],
])('svgProblem() refuses %s', (inner, problem) => {
	expect(within(inner)).toBe(problem);
});

test.each([
	['', 'holds no <svg>'],
	['<g/>', 'does not start with <svg>'],
	['<!DOCTYPE svg [<!ENTITY x "y">]><svg/>', 'holds <!DOCTYPE'],
	['<?xml-stylesheet href="x.css"?><svg/>', 'holds <?xml'],
	['<svg/><?xml version="1.0"?>', 'holds <?xml'],
	['<svg><style>', 'has a <style> that is never closed'],
])('svgProblem() refuses the file %j', (svg, problem) => {
	expect(check(svg)).toBe(problem);
});

test('svgProblem() refuses bytes that are not UTF-8', () => {
	expect(svgProblem(new Uint8Array([0x3c, 0xff]))).toBe('is not UTF-8');
});
