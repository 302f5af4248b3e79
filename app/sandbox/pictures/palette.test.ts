import { describe, expect, it } from 'vitest';
import { cssRgb, type Palette, parseRgb, signColour } from './palette';

const palette = Object.fromEntries(
	['paper', 'raised', 'ink', 'muted', 'rule', 'edge', 'accent', 'negative', 'positive'].map((name) => [
		name,
		[9, 9, 9],
	]),
) as unknown as Palette;
const light: Palette = { ...palette, paper: [250, 250, 250], negative: [0, 0, 200], positive: [200, 100, 0] };

describe('the palette', () => {
	it('parseRgb() reads what a browser computes', () => {
		expect(parseRgb('rgb(33, 102, 172)')).toEqual([33, 102, 172]);
		expect(cssRgb(parseRgb('rgb(33, 102, 172)'), 0.5)).toBe('rgb(33 102 172 / 0.5)');
	});

	it('signColour() is paper at 0, bluer below and more orange above, and no stronger beyond 1', () => {
		expect(signColour(0, light)).toEqual(light.paper);
		expect(signColour(-1, light)[0]).toBeLessThan(signColour(-0.5, light)[0]);
		expect(signColour(1, light)[2]).toBeLessThan(signColour(0.5, light)[2]);
		expect(signColour(40, light)).toEqual(signColour(1, light));
		expect(signColour(Number.NaN, light)).toEqual(light.muted);
	});
});
