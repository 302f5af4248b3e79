import { findMemory, swapMemory } from './card-memory-store';
import { type Db, transaction } from './client';
import { readLearner } from './learner';
import { findReview, type LoggedReview, lastStandingReview } from './review-log';

/** What an undo did: the row that no longer stands, or that none was left. */
export type Undone = { status: 'undone' | 'duplicate'; review: LoggedReview } | { status: 'nothing' };

/**
 * Takes back the learner's last standing action: appends a marker and restores the memory from before it, exactly.
 * The same key again gives the first result and changes nothing.
 */
export function undoLastReview(key: string, atMs: number): Promise<Undone> {
	return transaction(async (db) => {
		const marker = await db.undoMarker.findUnique({ where: { key } });
		if (marker) return { status: 'duplicate', review: await reviewNamed(db, marker.reviewKey) };
		const learner = await readLearner(db);
		const review = await lastStandingReview(db, learner.id);
		if (!review) return { status: 'nothing' };
		const stored = await findMemory(db, learner.id, review.cardId);
		if (!stored) throw new Error(`log row ${review.id} has no memory: ${review.cardId}`);
		await swapMemory(db, { learnerId: learner.id, cardId: review.cardId, version: stored.version }, review.before);
		await db.undoMarker.create({
			data: { key, learnerId: learner.id, reviewKey: review.id, at: new Date(atMs), version: stored.version + 1 },
		});
		return { status: 'undone', review };
	});
}

async function reviewNamed(db: Db, key: string): Promise<LoggedReview> {
	const review = await findReview(db, key);
	if (!review) throw new Error(`an undo names the log row ${key}, which is not there`);
	return review;
}
