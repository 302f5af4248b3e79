import type { PortableDeck } from '@/lib/exchange/portable';

/** Decks by id as the titles along their paths, joined as Anki joins them. */
export function deckNames(decks: readonly PortableDeck[]): Map<string, string> {
	const byId = new Map(decks.map((deck) => [deck.id, deck]));
	const names = new Map<string, string>();
	for (const deck of decks) {
		const path: string[] = [];
		const seen = new Set<string>();
		for (let at: PortableDeck | undefined = deck; at && !seen.has(at.id); at = byId.get(at.parentId ?? '')) {
			seen.add(at.id);
			path.unshift(
				at.title
					.replace(/::+/g, ':')
					.replace(/["\p{Cc}]/gu, ' ')
					.trim() || at.id,
			);
		}
		names.set(deck.id, path.join('::'));
	}
	return names;
}
