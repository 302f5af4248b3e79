import { describe, expect, it } from 'vitest';
import { guessWords } from './guess-words';

const asked = { question: () => 'How much?', measured: () => 'so much' };

describe('guessWords()', () => {
	it('says each kind of prediction as its page shows it', () => {
		const options = [{ value: 'up', label: 'It grows' }];
		expect(guessWords({ ...asked, kind: 'choice', options, answer: () => 'up' }, 'up')).toBe('It grows');
		expect(guessWords({ ...asked, kind: 'power-of-ten', min: -9, max: 3, answer: () => 1 }, -6)).toBe('10⁻⁶');
		const bands = () => ({ hit: 1, close: 2 });
		const number = { ...asked, kind: 'number', symbol: 'a', min: -1, max: 1, step: 1, bands, answer: () => 1 } as const;
		expect(guessWords(number, -0.25)).toBe('a = −0.25');
	});
});
