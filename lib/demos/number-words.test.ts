import { describe, expect, it } from 'vitest';
import { fixedWords, numberWords, plainWords, powerWords, superscript } from './number-words';

describe('number words', () => {
	it.each([
		[0, '0'],
		[-0.25, '−0.250'],
		[1.75, '1.75'],
		[314.2, '314'],
		[1.7e-6, '1.7×10⁻⁶'],
		[-2.5e7, '−2.5×10⁷'],
		[Number.POSITIVE_INFINITY, '∞'],
		[Number.NaN, 'not a number'],
	])('numberWords(%d) is %s', (value, words) => {
		expect(numberWords(value)).toBe(words);
	});

	it('fixedWords() shows a sign when asked, and none on what rounds to 0', () => {
		expect(fixedWords(0.5, 2, true)).toBe('+0.50');
		expect(fixedWords(-0.5, 2, true)).toBe('−0.50');
		expect(fixedWords(-0.001, 2, true)).toBe('0.00');
	});

	it('plainWords() drops digits that say nothing', () => {
		expect(plainWords(-0.5)).toBe('−0.5');
		expect(plainWords(0.1 + 0.2)).toBe('0.3');
	});

	it('writes exponents as superscripts', () => {
		expect(superscript(-12)).toBe('⁻¹²');
		expect(powerWords(0.000317, 0)).toBe('3×10⁻⁴');
	});
});
