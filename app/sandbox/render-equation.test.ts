import { describe, expect, it } from 'vitest';
import { builtDemos } from '@/lib/demos/built-demos';
import { DEMO_IDS } from '@/lib/demos/demo-id';
import { renderEquation } from './render-equation';

describe('renderEquation()', () => {
	it.each(DEMO_IDS)('renders that of %s with its symbols tagged, and MathML beside', async (id) => {
		const { equation } = await builtDemos[id].spec();
		const { lines, symbols } = renderEquation(equation);
		expect(lines).toHaveLength(equation.tex.length);
		expect(symbols.map((symbol) => symbol.id)).toEqual(equation.symbols.map((symbol) => symbol.id));
		for (const html of lines) {
			expect(html).toContain('data-sym="');
			expect(html).toContain('<math');
		}
	});

	it.each(['\\href{javascript:alert(1)}{x}', '\\htmlClass{a}{x}', '\\includegraphics{x.png}'])(
		'leaves %s unused',
		(tex) => {
			const [html] = renderEquation({ tex: [tex], symbols: [] }).lines;
			// KaTeX writes the name of an untrusted command in red in place of what it would do.
			expect(html).toContain('mathcolor="#cc0000"');
			expect(html).not.toMatch(/<a |<img|class="a"/);
		},
	);

	it('throws for TeX that it cannot read', () => {
		expect(() => renderEquation({ tex: ['\\nosuch'], symbols: [] })).toThrow(/nosuch/);
	});
});
