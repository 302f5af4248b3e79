import { expect, it } from 'vitest';
import { todaySentence } from './today-sentence';

it('todaySentence() names what is due and how long it takes', () => {
	expect(todaySentence({ review: 18, fresh: 6, learning: 0 }, 9.2)).toBe('18 to review, 6 new, about 9 minutes');
});

it('todaySentence() leaves out what is zero, and never promises less than a minute', () => {
	expect(todaySentence({ review: 0, fresh: 0, learning: 1 }, 0.1)).toBe('1 still being learnt, about 1 minute');
});
