import { findMemory, swapMemory } from './card-memory-store';
import { type Db, transaction } from './client';
import { readLearner } from './learner';
import { findReview, type LoggedReview, lastStandingReview, standingBatch } from './review-log';

/** What an undo did: the row that no longer stands, or that none was left. */
export type Undone = { status: 'undone' | 'duplicate'; review: LoggedReview } | { status: 'nothing' };

/**
 * Takes back the learner's last standing act, all its rows: appends markers and restores the memory from before it, exactly.
 * The same key again gives the first result and changes nothing.
 */
export function undoLastReview(key: string, atMs: number): Promise<Undone> {
	return transaction(async (db) => {
		const marker = await db.undoMarker.findUnique({ where: { key } });
		if (marker) return { status: 'duplicate', review: await reviewNamed(db, marker.reviewKey) };
		const learner = await readLearner(db);
		const review = await lastStandingReview(db, learner.id);
		if (!review) return { status: 'nothing' };
		const rows = review.batch === null ? [review] : await standingBatch(db, review.batch);
		for (const [nth, row] of rows.entries()) await takeBack(db, row, nth === 0 ? key : `${key}/${nth}`, atMs);
		return { status: 'undone', review };
	});
}

async function takeBack(db: Db, review: LoggedReview, key: string, atMs: number): Promise<void> {
	const { learnerId, cardId } = review;
	const stored = await findMemory(db, learnerId, cardId);
	if (!stored) throw new Error(`log row ${review.id} has no memory: ${cardId}`);
	const swapped = await swapMemory(db, { learnerId, cardId, version: stored.version }, review.before);
	if (!swapped) throw new Error(`the memory of ${cardId} changed within the transaction that read it`);
	await db.undoMarker.create({
		data: { key, learnerId, reviewKey: review.id, at: new Date(atMs), version: stored.version + 1 },
	});
}

async function reviewNamed(db: Db, key: string): Promise<LoggedReview> {
	const review = await findReview(db, key);
	if (!review) throw new Error(`an undo names the log row ${key}, which is not there`);
	return review;
}
