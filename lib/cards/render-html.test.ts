import type { PhrasingContent, RootContent } from 'mdast';
import { expect, test } from 'vitest';
import { renderHtml } from './render-html';

const render = (...children: PhrasingContent[]) =>
	renderHtml({ nodes: [{ type: 'paragraph', children }], formulas: new Map() }, {}).html;
const text: PhrasingContent = { type: 'text', value: 'x' };

test('renderHtml() lets no element, attribute or address through that the grammar has no place for', () => {
	expect(render({ type: 'link', url: 'javascript:x', children: [text] })).toBe('<p><a>x</a></p>');
	expect(render({ type: 'image', url: 'https://x.org/a.png', alt: 'x' })).toBe('<p><img alt="x"></p>');
	expect(render({ type: 'emphasis', children: [text], data: { hName: 'script' } })).toBe('<p></p>');
	expect(render({ type: 'emphasis', children: [text], data: { hName: 'iframe' } })).toBe('<p>x</p>');
	const hProperties = { style: 'x', onClick: 'x', id: 'x', className: ['x'] };
	expect(render({ type: 'emphasis', children: [text], data: { hProperties } })).toBe('<p><em>x</em></p>');
	expect(render({ type: 'html', value: '<b>x</b>' })).toBe('<p></p>');
});

test('renderHtml() draws mathematics after sanitising, so that KaTeX keeps its styles', () => {
	const tex = 'x^2';
	const code: RootContent = {
		type: 'inlineMath',
		value: tex,
		data: { hName: 'code', hProperties: { className: ['math-inline'] }, hChildren: [{ type: 'text', value: tex }] },
	};
	expect(renderHtml({ nodes: [code], formulas: new Map() }, {}).html).toMatch(/class="katex-strut" style="height:/);
});
