import { describe, expect, it } from 'vitest';
import { codeWords, nearestClass } from './code-words';

const words = (code: Parameters<typeof codeWords>[1], K = 4) => codeWords(K, code).map((word) => word.join(''));

describe('codeWords()', () => {
	it('writes four classes as the card does', () => {
		expect(words('one-hot')).toEqual(['1000', '0100', '0010', '0001']);
		expect(words('binary')).toEqual(['00', '01', '10', '11']);
		expect(words('gray')).toEqual(['00', '01', '11', '10']);
	});

	it('takes the least number of bits that will do', () => {
		expect(words('binary', 5)).toEqual(['000', '001', '010', '011', '100']);
		expect(words('binary', 3)).toEqual(['00', '01', '10']);
	});

	it('changes one bit from each class of a Gray code to the next', () => {
		const gray = codeWords(8, 'gray');
		for (const [k, word] of gray.entries()) {
			expect(word.filter((bit, place) => bit !== gray[(k + 1) % 8]?.[place])).toHaveLength(1);
		}
	});
});

describe('nearestClass()', () => {
	it('finds each class from its own word, and the nearer of two', () => {
		const gray = codeWords(4, 'gray');
		expect(gray.map((word) => nearestClass(word, gray))).toEqual([0, 1, 2, 3]);
		expect(nearestClass([0.9, 0.4], gray)).toBe(3);
	});
});
