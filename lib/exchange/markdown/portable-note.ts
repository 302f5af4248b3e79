import type { ParsedNote } from '@/lib/cards/deck-source';
import type { PortableNote } from '@/lib/exchange/portable';

/** A note of a deck's file as it travels: without a schedule, and without HTML, which an import draws itself. */
export function portableNote(deckId: string, note: ParsedNote, position: number, modifiedMs: number): PortableNote {
	return {
		id: `${deckId}/${note.id}`,
		deckId,
		kind: note.kind,
		title: note.title,
		tags: note.tags,
		markdown: note.markdown,
		demo: note.demo,
		position,
		cards: note.cards.map((card, index) => ({
			id: `${deckId}/${card.id}`,
			deckId,
			position: position * 100 + index,
			frontHtml: '',
			backHtml: '',
			memory: null,
			memoryChangedMs: null,
			origin: null,
		})),
		media: note.media,
		modifiedMs,
		origin: null,
	};
}
