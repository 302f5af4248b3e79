import type { DeckOptions } from './deck-options';

/** A deck in the tree that is studied. */
export interface DeckNode {
	id: string;
	parentId: string | null;
	options: DeckOptions;
	/** New cards of this very deck (not of decks below it) that were answered for the first time on this study day. */
	introducedToday: number;
	/** Answers on this study day to cards of this very deck that were in review. */
	reviewedToday: number;
}

/** Counts cards against the limits of their deck and of every deck above it, up to the one studied. */
export interface DeckLimits {
	/** The options of a deck; throws a RangeError when it is not in the tree studied. */
	optionsOf(deckId: string): DeckOptions;
	/** Takes a place for a card of the deck; false, and nothing taken, when one of the limits is used up. */
	take(kind: 'fresh' | 'review', deckId: string): boolean;
}

interface Room {
	node: DeckNode;
	left: { fresh: number; review: number };
}

/** The room that a study day has left in the deck `rootDeckId` and those below it; throws a RangeError for a root that is not there or decks in a circle. */
export function deckLimits(decks: readonly DeckNode[], rootDeckId: string): DeckLimits {
	const rooms = new Map(decks.map((node) => [node.id, roomOf(node)]));
	if (!rooms.has(rootDeckId)) throw new RangeError(`The deck "${rootDeckId}" to study is not among the decks given.`);
	const paths = new Map<string, readonly Room[] | null>();
	for (const { id } of decks) paths.set(id, pathToRoot(rooms, id, rootDeckId));
	for (const [id, path] of paths) {
		const used = rooms.get(id)?.node;
		for (const room of path ?? []) {
			room.left.fresh -= used?.introducedToday ?? 0;
			room.left.review -= used?.reviewedToday ?? 0;
		}
	}
	const pathOf = (deckId: string) => {
		const path = paths.get(deckId);
		if (!path)
			throw new RangeError(`The deck "${deckId}" of a card is not within the deck "${rootDeckId}" that is studied.`);
		return path;
	};
	return {
		optionsOf: (deckId) => pathOf(deckId)[0]?.node.options ?? unreachable(deckId),
		take(kind, deckId) {
			const path = pathOf(deckId);
			if (path.some((room) => room.left[kind] <= 0)) return false;
			for (const room of path) room.left[kind] -= 1;
			return true;
		},
	};
}

function roomOf(node: DeckNode): Room {
	return { node, left: { fresh: node.options.newPerDay, review: node.options.reviewsPerDay } };
}

/** The rooms from a deck up to the root, or null when the deck is not below it. */
function pathToRoot(rooms: ReadonlyMap<string, Room>, deckId: string, rootDeckId: string): Room[] | null {
	const path: Room[] = [];
	for (let id: string | null = deckId; id !== null; ) {
		const room: Room | undefined = rooms.get(id);
		if (room === undefined) return null;
		path.push(room);
		if (path.length > rooms.size) throw new RangeError(`The decks above "${deckId}" form a circle.`);
		if (id === rootDeckId) return path;
		id = room.node.parentId;
	}
	return null;
}

function unreachable(deckId: string): never {
	throw new RangeError(`The deck "${deckId}" has no options.`);
}
