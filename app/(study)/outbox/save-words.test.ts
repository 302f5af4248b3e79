import { expect, it } from 'vitest';
import { saveWords } from './save-words';

it('saveWords() is silent, then calm, then plain', () => {
	expect(saveWords(0, 3)).toBe('');
	expect(saveWords(2, 0)).toBe('Saving…');
	expect(saveWords(1, 1)).toMatch(/^Not saved yet: 1 answer waits for the server\./);
	expect(saveWords(2, 4)).toMatch(/^Not saved yet: 2 answers wait for the server\./);
});
