import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { readContent } from '@/lib/cards/read-content';
import { expandMacros } from './expand-macros';

const draw = (tex: string, macros: Record<string, string> = {}) => {
	const html = katex.renderToString(tex, { macros: { ...macros }, strict: 'ignore', throwOnError: true });
	return html.replace(/<annotation.*?<\/annotation>/s, '');
};

const [deck] = readContent('content', () => ({ ok: true }));
const macros = deck?.macros ?? {};
const formulas = [
	...readFileSync('content/neural-networks.md', 'utf8').matchAll(/\$\$\n(.+?)\n\$\$|\$([^$\n]+)\$/gs),
].map(([, display, inline]) => display ?? inline ?? '');

describe('expandMacros()', () => {
	it('leaves every formula of the deck drawn as it was, without the macros', () => {
		expect(formulas.length).toBeGreaterThan(300);
		for (const tex of formulas) {
			const expanded = expandMacros(tex, macros);
			for (const name of Object.keys(macros))
				expect(expanded.match(new RegExp(`\\${name}(?![A-Za-z])`)), tex).toBeNull();
			expect(draw(expanded), tex).toBe(draw(tex, macros));
		}
	});

	it('leaves any formula made of macros drawn as it was', () => {
		const macro = fc.constantFrom(
			'\\va',
			'\\R',
			'\\pd{x}{y}',
			'\\ipd{\\va}{b}',
			'\\Var(z)',
			'\\pd xy',
			'\\Loss',
			'\\pd\\va\\vb',
			'x',
		);
		const part = fc.oneof(
			macro,
			macro.map((inner) => `{${inner}}`),
			fc.tuple(macro, macro).map(([a, b]) => `\\frac{${a}}{${b}}`),
			macro.map((inner) => `x_{${inner}}`),
			macro.map((inner) => `\\sqrt[3]{${inner}} `),
		);
		fc.assert(
			fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
				const tex = parts.join(' ');
				expect(draw(expandMacros(tex, macros))).toBe(draw(tex, macros));
			}),
		);
	});

	it('puts what a command takes for its argument into braces, as other renderers need it', () => {
		expect(expandMacros('x^\\va_\\vb \\frac\\va\\vb \\sqrt\\R', macros)).toBe(
			'x^{\\pmb{a}}_{\\pmb{b}} \\frac{\\pmb{a}}{\\pmb{b}} \\sqrt{\\mathbb{R}}',
		);
		expect(expandMacros('\\Var(z)+\\va', macros)).toBe('\\operatorname{Var}(z)+\\pmb{a}');
	});

	it('keeps words apart that expansion brings together', () => {
		expect(expandMacros('\\d x', { '\\d': '\\partial' })).toBe('\\partial x');
		expect(expandMacros('\\e{x}', { '\\e': '\\alpha#1' })).toBe('\\alpha x');
	});

	it('refuses macros that never end or grow beyond all bounds', () => {
		expect(() => expandMacros('\\x', { '\\x': '\\x\\x' })).toThrow(/expands without end/);
		expect(() => expandMacros('\\x', { '\\x': '\\y', '\\y': '\\x' })).toThrow(RangeError);
	});
});
