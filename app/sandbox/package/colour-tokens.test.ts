import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lowerColours, readColourTokens } from './colour-tokens';

const SHEET = `/* words */ :root { color-scheme: light dark;
	--paper: light-dark(#ffffff, #000000);
	/* --not: #this; */ --accent: light-dark(#ff0000, #0000ff);
	--line: var(--accent);
	--radius: 6px;
}
p { --late: 1px }`;

describe('readColourTokens()', () => {
	it('reads both values of a colour, and one of everything else', () => {
		const { light, dark } = readColourTokens(SHEET);
		expect(Object.fromEntries(light)).toEqual({
			'--paper': '#ffffff',
			'--accent': '#ff0000',
			'--line': 'var(--accent)',
			'--radius': '6px',
		});
		expect(Object.fromEntries(dark)).toEqual({ '--paper': '#000000', '--accent': '#0000ff' });
	});

	it('throws where there is no :root', () => {
		expect(() => readColourTokens('p { color: red }')).toThrow(RangeError);
	});

	it('finds the colours of the app', () => {
		const { light, dark } = readColourTokens(readFileSync('app/globals.css', 'utf8'));
		for (const name of ['--paper', '--ink', '--accent', '--negative', '--positive']) {
			expect(light.get(name)).toMatch(/^#[0-9a-f]{6}$/);
			expect(dark.get(name)).toMatch(/^#[0-9a-f]{6}$/);
		}
	});
});

describe('lowerColours()', () => {
	it('works a mixture out for light and for dark', () => {
		const tokens = readColourTokens(SHEET);
		const css = lowerColours('a { fill: color-mix(in srgb, var(--line) 50%, var(--paper)); }', tokens);
		expect(css).toBe('a { fill: var(--mixed-1); }');
		expect(tokens.light.get('--mixed-1')).toBe('rgb(255, 128, 128)');
		expect(tokens.dark.get('--mixed-1')).toBe('rgb(0, 0, 128)');
	});

	it('makes a mixture with nothing a colour that covers as much', () => {
		const tokens = readColourTokens(SHEET);
		lowerColours('a { fill: color-mix(in srgb, var(--accent) 8%, transparent); }', tokens);
		expect(tokens.light.get('--mixed-1')).toBe('rgba(255, 0, 0, 0.08)');
	});

	it('keeps a share that changes, as how much the colour covers', () => {
		const tokens = readColourTokens(SHEET);
		const css = lowerColours('a { fill: color-mix(in srgb, var(--accent) var(--share), var(--paper)); }', tokens);
		expect(css).toBe('a { fill: rgba(var(--accent-rgb), var(--share)); }');
		expect(tokens.dark.get('--accent-rgb')).toBe('0, 0, 255');
	});

	it('gives a pair of colours a name', () => {
		const tokens = readColourTokens(SHEET);
		expect(lowerColours('a { --grade: light-dark(#7d5e14, #cfae63) }', tokens)).toBe('a { --grade: var(--mixed-1) }');
		expect(tokens.dark.get('--mixed-1')).toBe('#cfae63');
	});

	it('throws for what it cannot lower', () => {
		expect(() => lowerColours('a { fill: color-mix(in oklch, red, blue) }', readColourTokens(SHEET))).toThrow(/oklch/);
		expect(() =>
			lowerColours('a { fill: color-mix(in srgb, var(--radius) 5%, transparent) }', readColourTokens(SHEET)),
		).toThrow(/6px/);
	});
});
