import { applyAction } from '@/lib/srs/card-action';
import { spreadBacklog } from '@/lib/srs/spread-backlog';
import { swapMemory } from './card-memory-store';
import { type Db, transaction } from './client';
import { gatherCandidates } from './gather-candidates';
import { appendReview, findReview } from './review-log';
import { optionsOf, readStudyScope, type StudyScope } from './study-scope';
import type { BacklogOffer } from './study-view';

/** The offer to spread what today's limits hold back; null when `today` reviews are all that is due. */
export async function readBacklog(db: Db, scope: StudyScope, today: number): Promise<BacklogOffer | null> {
	const due = await db.cardMemory.count({ where: dueReviews(scope) });
	const perDay = reviewsPerDay(scope);
	if (due <= today || due <= perDay) return null;
	return { due, today, days: Math.ceil(due / perDay) };
}

/** What spreading a backlog did. */
export type Spread = { status: 'applied' | 'duplicate'; moved: number };

/**
 * Spreads the reviews due today over `days` study days, the most retrievable first, none above the daily limit; what
 * does not fit stays due. One act of the log, undone as one; the same key again changes nothing.
 */
export function spreadDueReviews(key: string, days: number, nowMs: number): Promise<Spread> {
	return transaction(async (db) => {
		if (await findReview(db, `${key}/0`)) {
			return { status: 'duplicate', moved: await db.review.count({ where: { batch: key } }) };
		}
		const scope = await readStudyScope(db, nowMs);
		const { moment, learner } = scope;
		const { reviews } = await gatherCandidates(db, {
			learnerId: learner.id,
			decks: new Map(scope.decks.map((deck) => [deck.id, { reviews: 0, fresh: 0 }])),
			total: null,
			slack: 0,
			moment,
			reviewOrder: 'retrievability',
			optionsOf: (id) => optionsOf(scope, id),
		});
		const load = await loadAfter(db, scope, days);
		const plan = spreadBacklog({
			cards: reviews,
			today: moment.day,
			overDays: days,
			perDay: reviewsPerDay(scope),
			dueOn: (day) => load.get(day) ?? 0,
			optionsOf: (id) => optionsOf(scope, id),
		});
		const byId = new Map(reviews.map((card) => [card.cardId, card]));
		let moved = 0;
		for (const { day, cardIds } of plan.days) {
			if (day === moment.day) continue;
			for (const cardId of cardIds) {
				const card = byId.get(cardId);
				if (!card) continue;
				await moveTo(db, scope, { ...card, key: `${key}/${moved}`, batch: key, day, nowMs });
				moved++;
			}
		}
		return { status: 'applied', moved };
	});
}

interface Move {
	key: string;
	batch: string;
	cardId: string;
	noteId: string;
	deckId: string;
	memory: Parameters<typeof applyAction>[0];
	day: number;
	nowMs: number;
}

async function moveTo(db: Db, { learner, moment, decks }: StudyScope, move: Move): Promise<void> {
	const { cardId, memory } = move;
	const action = { type: 'set-due', day: move.day } as const;
	const after = applyAction(memory, action, moment);
	const { version } = await db.cardMemory.findUniqueOrThrow({
		where: { learnerId_cardId: { learnerId: learner.id, cardId } },
		select: { version: true },
	});
	await swapMemory(db, { learnerId: learner.id, cardId, version }, after);
	await appendReview(db, {
		id: move.key,
		batch: move.batch,
		learnerId: learner.id,
		cardId,
		noteId: move.noteId,
		deckId: move.deckId,
		action,
		kind: 'rescheduled',
		atMs: move.nowMs,
		receivedAtMs: move.nowMs,
		studyDay: moment.day,
		zoneOffsetMinutes: moment.zoneOffsetMinutes,
		durationMs: 0,
		before: memory,
		after,
		optionsId: decks.find((deck) => deck.id === move.deckId)?.optionsId ?? '',
		version: version + 1,
	});
}

const dueReviews = ({ learner, moment }: StudyScope) => ({
	learnerId: learner.id,
	phase: 'review',
	suspended: false,
	resting: false,
	dueDay: { lte: moment.day },
	OR: [{ buriedUntilDay: null }, { buriedUntilDay: { lte: moment.day } }],
});

/** What the decks at the top take in a day, together. */
function reviewsPerDay(scope: StudyScope): number {
	const top = scope.decks.filter((deck) => deck.parentId === null);
	return Math.max(
		1,
		top.reduce((sum, deck) => sum + deck.options.reviewsPerDay, 0),
	);
}

async function loadAfter(db: Db, { learner, moment }: StudyScope, days: number): Promise<Map<number, number>> {
	const rows = await db.cardMemory.groupBy({
		by: ['dueDay'],
		where: { learnerId: learner.id, dueDay: { gt: moment.day, lt: moment.day + days }, suspended: false },
		_count: true,
	});
	return new Map(rows.flatMap((row) => (row.dueDay === null ? [] : [[row.dueDay, row._count]])));
}
