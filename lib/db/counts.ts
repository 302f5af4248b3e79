import { ALL_DECKS } from './all-decks';
import type { Db } from './client';
import { type Candidates, gatherCandidates, type Room } from './gather-candidates';
import { queueOf } from './review-queue';
import type { DueCounts } from './review-view';
import { studyRooms } from './study-rooms';
import { deckSubtree, optionsOf, type StudyScope } from './study-scope';

/** How much further than its limits each deck is looked into, for cards that siblings hide. */
const SLACK = 20;

/** What is left to do today in each deck with the decks below it, and under `all` in all of them: read once, queued per deck. */
export async function readCounts(db: Db, scope: StudyScope): Promise<Map<string, DueCounts>> {
	const all = await gatherCandidates(db, {
		learnerId: scope.learner.id,
		decks: ownRooms(scope),
		total: null,
		slack: SLACK,
		moment: scope.moment,
		reviewOrder: optionsOf(scope, ALL_DECKS).reviewOrder,
		optionsOf: (id) => optionsOf(scope, id),
	});
	const counts = new Map<string, DueCounts>();
	for (const { id } of scope.nodes) {
		const within = new Set(deckSubtree(scope, id));
		counts.set(id, queueOf(scope, id, only(all, within)).counts);
	}
	return counts;
}

/** What each deck has left were it studied by itself: the limits of the decks above do not bear on its own count. */
function ownRooms(scope: StudyScope): Map<string, Room> {
	const rooms = scope.decks.map(({ id }): [string, Room] => [
		id,
		studyRooms(scope, id).get(id) ?? { reviews: 0, fresh: 0 },
	]);
	return new Map(rooms);
}

function only(candidates: Candidates, deckIds: ReadonlySet<string>): Candidates {
	const inside = <T extends { deckId: string }>(cards: T[]) => cards.filter((card) => deckIds.has(card.deckId));
	return {
		learning: inside(candidates.learning),
		dayLearning: inside(candidates.dayLearning),
		reviews: inside(candidates.reviews),
		fresh: inside(candidates.fresh),
		truncated: candidates.truncated,
	};
}
