import { ALL_DECKS } from './all-decks';
import type { Db } from './client';
import { type Candidates, gatherCandidates } from './gather-candidates';
import { queueOf } from './review-queue';
import type { DueCounts } from './review-view';
import { deckSubtree, optionsOf, type StudyScope } from './study-scope';

/** How many candidates of the capped kinds are read for the counts of a whole collection. */
const PREFIX = 2_000;

/** What is left to do today in each deck with the decks below it, and under `all` in all of them: read once, queued per deck. */
export async function readCounts(db: Db, scope: StudyScope): Promise<Map<string, DueCounts>> {
	const all = await gatherCandidates(db, {
		learnerId: scope.learner.id,
		deckIds: deckSubtree(scope, ALL_DECKS),
		moment: scope.moment,
		reviewOrder: optionsOf(scope, ALL_DECKS).reviewOrder,
		optionsOf: (id) => optionsOf(scope, id),
		reviews: PREFIX,
		fresh: PREFIX,
	});
	const counts = new Map<string, DueCounts>();
	for (const { id } of scope.nodes) {
		const within = new Set(deckSubtree(scope, id));
		counts.set(id, queueOf(scope, id, only(all, within)).counts);
	}
	return counts;
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
