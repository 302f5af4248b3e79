import type { Queue } from '@/lib/srs/queue';
import type { Db } from './client';
import { readNextDue } from './next-due';
import { type DoneSummary, QUEUE_HEAD } from './review-view';
import { deckSubtree, type StudyScope } from './study-scope';

const CAP_MS = 60_000;
const FRESH_HELPING = 10;
const REVIEW_HELPING = 50;

/** What today's answers in `deckId` and below come to, and, once the end of the queue is in sight, what follows. */
export async function readDoneSummary(db: Db, scope: StudyScope, deckId: string, queue: Queue): Promise<DoneSummary> {
	const deckIds = deckSubtree(scope, deckId);
	const answers = scope.answers.filter((answer) => deckIds.includes(answer.deckId));
	const reviews = answers.filter((answer) => answer.phaseBefore === 'review');
	const ends = queue.cards.length <= QUEUE_HEAD;
	const recalled = reviews.filter((answer) => answer.grade !== 'again');
	return {
		answers: answers.length,
		cards: new Set(answers.map((answer) => answer.cardId)).size,
		learnt: answers.filter((answer) => answer.phaseBefore === 'new').length,
		recalled: reviews.length === 0 ? null : recalled.length / reviews.length,
		minutes: answers.reduce((sum, answer) => sum + Math.min(answer.durationMs, CAP_MS), 0) / 60_000,
		nextDue: ends ? await readNextDue(db, scope, deckIds) : null,
		more: { fresh: Math.min(queue.held.fresh, FRESH_HELPING), reviews: Math.min(queue.held.review, REVIEW_HELPING) },
		heldBack: ends ? await readHeldBack(db, scope, deckIds, queue) : { fresh: 0, learning: 0, review: 0 },
	};
}

/** What waits beyond today's limits; siblings resting until tomorrow count too. */
async function readHeldBack(
	db: Db,
	scope: StudyScope,
	deckIds: readonly string[],
	queue: Queue,
): Promise<DoneSummary['heldBack']> {
	const awake = {
		learnerId: scope.learner.id,
		deckId: { in: [...deckIds] },
		suspended: false,
		resting: false,
		OR: [{ buriedUntilDay: null }, { buriedUntilDay: { lte: scope.moment.day } }],
	};
	const fresh = await db.cardMemory.count({ where: { ...awake, phase: 'new', duePosition: { not: null } } });
	const review = await db.cardMemory.count({
		where: { ...awake, phase: 'review', dueDay: { lte: scope.moment.day } },
	});
	return {
		fresh: Math.max(0, fresh - queue.counts.fresh),
		learning: 0,
		review: Math.max(0, review - queue.counts.review),
	};
}
