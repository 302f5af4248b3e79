import { describe, expect, it } from 'vitest';
import { foretoldWords } from './foretold-words';

describe('foretoldWords()', () => {
	it('says what was foretold, what was measured, how it did and when', () => {
		expect(foretoldWords({ guess: '10⁻⁶', measured: '1.7×10⁻⁶', grade: 'hit', daysAgo: 3 })).toBe(
			'You foretold 10⁻⁶, the run measured 1.7×10⁻⁶ (right), 3 days ago.',
		);
		expect(foretoldWords({ guess: 'a = 0.4', measured: 'a = −2', grade: 'miss', daysAgo: 0 })).toContain(
			'measured a = −2 (not so), today.',
		);
	});

	it('puts marks around what is a phrase', () => {
		expect(foretoldWords({ guess: 'it grows', measured: 'shrank', grade: 'close', daysAgo: 1 })).toBe(
			'You foretold “it grows”, the run measured shrank (close), yesterday.',
		);
	});
});
