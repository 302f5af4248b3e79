import type { ParsedDeck } from './deck-source';

/** A mistake in how the decks of a folder hang together, with the key of the front matter it is in. */
export interface FamilyMistake {
	deck: ParsedDeck;
	key: 'id' | 'parent';
	message: string;
	advice: string;
}

/** Decks that share an id (all but the first), name a parent that is not there, or hang under themselves. */
export function familyMistakes(decks: readonly ParsedDeck[]): FamilyMistake[] {
	const byId = new Map<string, ParsedDeck>();
	const mistakes: FamilyMistake[] = [];
	for (const deck of decks) {
		if (deck.id === '') continue;
		if (byId.has(deck.id)) {
			mistakes.push({
				deck,
				key: 'id',
				message: `The id "${deck.id}" is taken by another deck.`,
				advice: 'Give this deck an id of its own.',
			});
		} else byId.set(deck.id, deck);
	}
	for (const deck of decks) {
		if (deck.parentId === null) continue;
		if (!byId.has(deck.parentId)) {
			mistakes.push({
				deck,
				key: 'parent',
				message: `There is no deck "${deck.parentId}".`,
				advice: 'Name the id of another deck, or leave parent out.',
			});
		} else if (hangsUnderItself(deck, byId)) {
			mistakes.push({
				deck,
				key: 'parent',
				message: `The deck "${deck.id}" hangs under itself.`,
				advice: 'Leave parent out of one of the decks in the circle.',
			});
		}
	}
	return mistakes;
}

function hangsUnderItself(deck: ParsedDeck, byId: ReadonlyMap<string, ParsedDeck>): boolean {
	const seen = new Set<string>();
	let parentId = deck.parentId;
	while (parentId !== null && !seen.has(parentId)) {
		if (parentId === deck.id) return true;
		seen.add(parentId);
		parentId = byId.get(parentId)?.parentId ?? null;
	}
	return false;
}
