import { buildQueue, type Queue } from '@/lib/srs/queue';
import { ALL_DECKS } from './all-decks';
import { type Db, reading } from './client';
import { readDoneSummary } from './done-summary';
import { type Candidates, gatherCandidates } from './gather-candidates';
import { readReviewCards } from './review-card';
import { QUEUE_HEAD, type ReviewQueue } from './review-view';
import { studyRooms } from './study-rooms';
import { optionsOf, readStudyScope, type StudyScope } from './study-scope';
import { readUndoable } from './undoable';

/** The head of the queue of `deckId` (or of `all`), ready to be shown and answered; null for an unknown deck. */
export function readReviewQueue(deckId: string, nowMs: number): Promise<ReviewQueue | null> {
	return reading(async (db) => {
		const scope = await readStudyScope(db, nowMs);
		const deck = scope.decks.find((place) => place.id === deckId);
		if (!deck && deckId !== ALL_DECKS) return null;
		const queue = await readQueue(db, scope, deckId);
		const head = queue.cards.slice(0, QUEUE_HEAD);
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

/**
 * How far to look for cards, a little at first: a first look takes the queue's beginning whatever the decks; where limits
 * of decks below or siblings leave room, each deck is looked into, further and further.
 */
const LOOKS = [
	{ perDeck: false, slack: 50 },
	{ perDeck: true, slack: 50 },
	{ perDeck: true, slack: 1_000 },
	{ perDeck: true, slack: 1_000_000 },
];

/** Everything left to do today in `deckId` and below, in order. */
export async function readQueue(db: Db, scope: StudyScope, deckId: string): Promise<Queue> {
	const rooms = studyRooms(scope, deckId);
	const total = rooms.get(deckId) ?? { reviews: 0, fresh: 0 };
	let queue: Queue | undefined;
	for (const { perDeck, slack } of LOOKS) {
		const candidates = await gatherCandidates(db, {
			learnerId: scope.learner.id,
			decks: rooms,
			total: perDeck ? null : total,
			slack,
			moment: scope.moment,
			reviewOrder: optionsOf(scope, deckId).reviewOrder,
			optionsOf: (id) => optionsOf(scope, id),
		});
		queue = queueOf(scope, deckId, candidates);
		const full = queue.counts.review >= total.reviews && queue.counts.fresh >= total.fresh;
		if (full || !candidates.truncated) break;
	}
	if (!queue) throw new TypeError('a queue needs one look at least');
	return queue;
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

async function readVersions(db: Db, scope: StudyScope, cardIds: readonly string[]): Promise<Map<string, number>> {
	const rows = await db.cardMemory.findMany({
		where: { learnerId: scope.learner.id, cardId: { in: [...cardIds] } },
		select: { cardId: true, version: true },
	});
	return new Map(rows.map((row) => [row.cardId, row.version]));
}
