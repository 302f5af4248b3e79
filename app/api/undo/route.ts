import type { UndoOutcome } from '@/app/api/outcome';
import { readJson } from '@/app/api/read-json';
import { UndoRequest } from '@/app/api/wire';
import { reading } from '@/lib/db/client';
import { nowMs } from '@/lib/db/clock';
import { LOCAL_LEARNER } from '@/lib/db/learner';
import { readReviewCard } from '@/lib/db/review-card';
import { undoLastReview } from '@/lib/db/undo-review';
import { describeReview, readUndoable } from '@/lib/db/undoable';

/** POST /api/undo: takes back the last action that stands, exactly once for a key, as many levels as there are actions. */
export async function POST(request: Request): Promise<Response> {
	const read = await readJson(request, UndoRequest);
	if (!read.ok) return read.response;
	const now = nowMs();
	const undone = await undoLastReview(read.body.key, Math.min(read.body.atMs, now));
	if (undone.status === 'nothing') return reply({ status: 'nothing' });
	const outcome = await reading(
		async (db): Promise<UndoOutcome> => ({
			status: undone.status,
			undone: await describeReview(db, undone.review),
			card: await readReviewCard(db, undone.review.cardId, now),
			undoable: await readUndoable(db, LOCAL_LEARNER),
		}),
	);
	return reply(outcome);
}

const reply = (outcome: UndoOutcome) => Response.json(outcome);
