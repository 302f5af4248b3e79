import { describe, expect, it } from 'vitest';
import { type DeckNode, deckLimits } from './deck-limits';
import { DEFAULT_DECK_OPTIONS } from './deck-options';

const deck = (id: string, parentId: string | null, newPerDay: number): DeckNode => ({
	id,
	parentId,
	options: { ...DEFAULT_DECK_OPTIONS, newPerDay },
	introducedToday: 0,
	reviewedToday: 0,
});

describe('deckLimits()', () => {
	it('takes nothing anywhere when one deck on the way is full', () => {
		const limits = deckLimits([deck('root', null, 1), deck('a', 'root', 0)], 'root');
		expect(limits.take('fresh', 'a')).toBe(false);
		expect(limits.take('fresh', 'root')).toBe(true);
		expect(limits.take('fresh', 'root')).toBe(false);
	});

	it('does not ask the decks above the one studied', () => {
		const limits = deckLimits([deck('root', null, 0), deck('a', 'root', 1)], 'a');
		expect(limits.take('fresh', 'a')).toBe(true);
	});

	it('refuses a root that is not there, a deck outside it, and decks in a circle', () => {
		expect(() => deckLimits([], 'root')).toThrow(/"root" to study is not among/);
		expect(() => deckLimits([deck('root', null, 1)], 'root').optionsOf('x')).toThrow(/"x" of a card is not within/);
		const circle = [deck('root', null, 1), deck('a', 'b', 1), deck('b', 'a', 1)];
		expect(() => deckLimits(circle, 'root')).toThrow(/decks above "a" form a circle/);
	});
});
