import { describe, expect, it } from 'vitest';
import { isKeyOfControl } from './kept-keys';

describe('isKeyOfControl()', () => {
	it('keeps everything typed into a field', () => {
		for (const key of ['1', '4', 'e', ' ', 'Enter', 'Backspace', 'u'])
			expect(isKeyOfControl(key, { tagName: 'INPUT', type: 'number' })).toBe(true);
		expect(isKeyOfControl('3', { tagName: 'select' })).toBe(true);
	});

	it('keeps what presses a button and lets grades through', () => {
		expect(isKeyOfControl(' ', { tagName: 'BUTTON', type: 'button' })).toBe(true);
		expect(isKeyOfControl('Enter', { tagName: 'SUMMARY' })).toBe(true);
		expect(isKeyOfControl('3', { tagName: 'BUTTON', type: 'button' })).toBe(false);
	});

	it('keeps what moves a choice or a slider and lets grades through', () => {
		for (const type of ['radio', 'range', 'checkbox']) {
			expect(isKeyOfControl('ArrowLeft', { tagName: 'INPUT', type })).toBe(true);
			expect(isKeyOfControl(' ', { tagName: 'INPUT', type })).toBe(true);
			expect(isKeyOfControl('2', { tagName: 'INPUT', type })).toBe(false);
		}
	});

	it('keeps nothing where there is no control', () => {
		expect(isKeyOfControl(' ', { tagName: 'DIV' })).toBe(false);
	});
});
