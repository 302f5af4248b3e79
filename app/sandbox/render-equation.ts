import 'server-only';
import katex from 'katex';
import type { Equation } from '@/lib/demos/demo';

/** An equation as HTML with MathML, ready for the page; tagged symbols are `[data-sym]` elements in `lines`. */
export interface RenderedEquation {
	lines: string[];
	symbols: { id: string; html: string; words: string }[];
}

type Output = 'htmlAndMathml' | 'mathml';

function render(tex: string, displayMode: boolean, output: Output): string {
	return katex.renderToString(tex, {
		displayMode,
		output,
		throwOnError: true,
		// The TeX is a demo's own; only the tags that name its symbols are let through.
		trust: ({ command }) => command === '\\htmlData',
		strict: (code) => (code === 'htmlExtension' ? 'ignore' : 'error'),
	});
}

/** Renders a demo's equation on the server, as MathML alone where KaTeX's fonts are not; throws katex.ParseError for TeX it cannot read. */
export function renderEquation({ tex, symbols }: Equation, output: Output = 'htmlAndMathml'): RenderedEquation {
	return {
		lines: tex.map((line) => render(line, true, output)),
		symbols: symbols.map(({ id, tex: symbol, words }) => ({ id, html: render(symbol, false, output), words })),
	};
}
