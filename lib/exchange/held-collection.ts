import type { ExchangeNote, PortableCollection, PortableDeck, PortableMedia, PortableNote } from './portable';

const BATCH = 200;

/** A picture that is read when it is asked for. */
export interface MediaPlace extends Omit<PortableMedia, 'bytes'> {
	read(): Promise<Uint8Array>;
}

/** Decks parents first with their notes, without schedule rows, as a collection; media are read one at a time. */
export function heldCollection(
	held: {
		ids: 'exact' | 'proposed';
		decks: readonly PortableDeck[];
		notes: readonly PortableNote[];
		media: readonly MediaPlace[];
		remarks: readonly ExchangeNote[];
		close(): void;
	},
	signal: AbortSignal,
): PortableCollection {
	return {
		ids: held.ids,
		decks: held.decks,
		counts: {
			notes: held.notes.length,
			cards: held.notes.reduce((sum, note) => sum + note.cards.length, 0),
			reviews: 0,
			media: held.media.length,
		},
		async *notes() {
			for (let at = 0; at < held.notes.length; at += BATCH) {
				signal.throwIfAborted();
				yield held.notes.slice(at, at + BATCH);
			}
		},
		async *reviews() {},
		async *media() {
			for (const { read, ...place } of held.media) {
				signal.throwIfAborted();
				yield { ...place, bytes: await read() };
			}
		},
		remarks: held.remarks,
		close: held.close,
	};
}

/** Decks with each parent before its children, otherwise in the order they come in; decks under themselves come last. */
export function parentsFirst(decks: readonly PortableDeck[]): PortableDeck[] {
	const ids = new Set(decks.map(({ id }) => id));
	const placed = new Set<string>();
	const sorted: PortableDeck[] = [];
	let rest = [...decks];
	while (rest.length > 0) {
		const ready = rest.filter(({ parentId }) => parentId === null || !ids.has(parentId) || placed.has(parentId));
		if (ready.length === 0) return [...sorted, ...rest];
		for (const deck of ready) placed.add(deck.id);
		sorted.push(...ready);
		rest = rest.filter(({ id }) => !placed.has(id));
	}
	return sorted;
}
