import type { Room } from './gather-candidates';
import { deckSubtree, type StudyScope } from './study-scope';

/**
 * The most that today's limits still let through of `rootDeckId` and of each deck below it: what its own limit leaves
 * after the answers given in it and below, and no more than the deck above has left.
 */
export function studyRooms(scope: StudyScope, rootDeckId: string): Map<string, Room> {
	const rooms = new Map<string, Room>();
	const visit = (deckId: string, above: Room): void => {
		const node = scope.nodes.find((each) => each.id === deckId);
		if (!node) return;
		const within = new Set(deckSubtree(scope, deckId));
		const used = scope.nodes.filter((each) => within.has(each.id));
		const left = (limit: number, count: (each: (typeof used)[number]) => number) =>
			Math.max(
				0,
				used.reduce((rest, each) => rest - count(each), limit),
			);
		const room = {
			reviews: Math.min(
				above.reviews,
				left(node.options.reviewsPerDay, (each) => each.reviewedToday),
			),
			fresh: Math.min(
				above.fresh,
				left(node.options.newPerDay, (each) => each.introducedToday),
			),
		};
		rooms.set(deckId, room);
		for (const child of scope.nodes) if (child.parentId === deckId) visit(child.id, room);
	};
	visit(rootDeckId, { reviews: Number.POSITIVE_INFINITY, fresh: Number.POSITIVE_INFINITY });
	return rooms;
}
