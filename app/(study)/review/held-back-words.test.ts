import { expect, it } from 'vitest';
import { heldBackWords } from './held-back-words';

it('heldBackWords() says what waits beyond the limits, or nothing', () => {
	expect(heldBackWords({ fresh: 0, learning: 0, review: 0 })).toBe('');
	expect(heldBackWords({ fresh: 1, learning: 0, review: 0 })).toBe('1 new card waits beyond today’s limits.');
	expect(heldBackWords({ fresh: 2, learning: 1, review: 3 })).toBe(
		'2 new cards and 4 reviews wait beyond today’s limits.',
	);
});
