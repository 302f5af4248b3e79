import type { ReviewAction } from '@/lib/srs/review';
import type { Db } from './client';
import { type LoggedReview, lastStandingReview } from './review-log';
import type { Undoable } from './review-view';

const capitalised = (word: string) => `${word[0]?.toUpperCase()}${word.slice(1)}`;

function actionName(action: ReviewAction): string {
	if (action.type === 'answer') return capitalised(action.grade);
	if (action.type === 'set-due') return 'New due day';
	if (action.type === 'flag') return action.flag === 0 ? 'No flag' : `Flag ${action.flag}`;
	return capitalised(action.type);
}

/** A log row in the words of an undo button: what was done, on which card. */
export async function describeReview(db: Db, review: LoggedReview): Promise<Undoable> {
	if (review.batch !== null) {
		const count = await db.review.count({ where: { batch: review.batch } });
		return { reviewKey: review.id, cardId: review.cardId, label: `Spreading ${count} reviews over days` };
	}
	const note = await db.note.findUnique({ where: { id: review.noteId }, select: { title: true } });
	const name = note?.title ?? review.cardId;
	return { reviewKey: review.id, cardId: review.cardId, label: `${actionName(review.action)} on “${name}”` };
}

/** The same of an act just recorded, which is what the next undo takes back. */
export async function describeAct(
	db: Db,
	act: { key: string; cardId: string; action: ReviewAction },
): Promise<Undoable> {
	const [note] = await db.$queryRaw<{ title: string }[]>`
		SELECT n."title" FROM "Card" c JOIN "Note" n ON n."id" = c."noteId" WHERE c."id" = ${act.cardId}`;
	const name = note?.title ?? act.cardId;
	return { reviewKey: act.key, cardId: act.cardId, label: `${actionName(act.action)} on “${name}”` };
}

/** What the next undo would take back; null when nothing is left. */
export async function readUndoable(db: Db, learnerId: string): Promise<Undoable | null> {
	const review = await lastStandingReview(db, learnerId);
	return review && describeReview(db, review);
}
