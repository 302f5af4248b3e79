import { buildQueue, type DeckNode, type Queue } from '@/lib/srs/queue';
import { ALL_DECKS } from './all-decks';
import { type Db, reading } from './client';
import { readDoneSummary } from './done-summary';
import { type Candidates, gatherCandidates } from './gather-candidates';
import { readReviewCards } from './review-card';
import type { ReviewQueue } from './review-view';
import { deckSubtree, optionsOf, readStudyScope, type StudyScope } from './study-scope';
import { readUndoable } from './undoable';

const HEAD = 12;

/** The head of the queue of `deckId` (or of `all`), ready to be shown and answered; null for an unknown deck. */
export function readReviewQueue(deckId: string, nowMs: number): Promise<ReviewQueue | null> {
	return reading(async (db) => {
		const scope = await readStudyScope(db, nowMs);
		const deck = scope.decks.find((place) => place.id === deckId);
		if (!deck && deckId !== ALL_DECKS) return null;
		const queue = await readQueue(db, scope, deckId);
		const head = queue.cards.slice(0, HEAD);
		const versions = await readVersions(
			db,
			scope,
			head.map((card) => card.cardId),
		);
		return {
			deckId,
			deckTitle: deck?.title ?? 'All decks',
			cards: await readReviewCards(
				db,
				scope,
				head.map((card) => ({ ...card, version: versions.get(card.cardId) ?? 0 })),
			),
			counts: queue.counts,
			nextLearningAtMs: queue.nextLearningAtMs,
			dayEndsAtMs: scope.moment.dayEndsAtMs,
			undoable: await readUndoable(db, scope.learner.id),
			done: await readDoneSummary(db, scope, deckId, queue),
		};
	});
}

/** Everything left to do today in `deckId` and below, in order. */
export async function readQueue(db: Db, scope: StudyScope, deckId: string): Promise<Queue> {
	const room = allowance(scope.nodes);
	for (let slack = 50; ; slack *= 4) {
		const candidates = await gatherCandidates(db, {
			learnerId: scope.learner.id,
			deckIds: deckSubtree(scope, deckId),
			moment: scope.moment,
			reviewOrder: optionsOf(scope, deckId).reviewOrder,
			optionsOf: (id) => optionsOf(scope, id),
			reviews: room.reviews + slack,
			fresh: room.fresh + slack,
		});
		const queue = queueOf(scope, deckId, candidates);
		const full = queue.counts.review >= room.reviews && queue.counts.fresh >= room.fresh;
		if (full || !candidates.truncated || slack > 10_000) return queue;
	}
}

/** The queue that `candidates` make in `deckId`. */
export function queueOf(scope: StudyScope, deckId: string, candidates: Candidates): Queue {
	return buildQueue({
		rootDeckId: deckId,
		decks: scope.nodes,
		...candidates,
		answeredToday: scope.answers,
		moment: scope.moment,
	});
}

/** The most that all limits together let through today. */
function allowance(nodes: readonly DeckNode[]): { reviews: number; fresh: number } {
	const decks = nodes.filter((node) => node.id !== ALL_DECKS);
	return {
		reviews: decks.reduce((sum, node) => sum + Math.max(0, node.options.reviewsPerDay - node.reviewedToday), 0),
		fresh: decks.reduce((sum, node) => sum + Math.max(0, node.options.newPerDay - node.introducedToday), 0),
	};
}

async function readVersions(db: Db, scope: StudyScope, cardIds: readonly string[]): Promise<Map<string, number>> {
	const rows = await db.cardMemory.findMany({
		where: { learnerId: scope.learner.id, cardId: { in: [...cardIds] } },
		select: { cardId: true, version: true },
	});
	return new Map(rows.map((row) => [row.cardId, row.version]));
}
