import { reading } from '@/lib/db/client';
import { LOCAL_LEARNER } from '@/lib/db/learner';
import type { Recorded } from '@/lib/db/record-review';
import { readReviewCard } from '@/lib/db/review-card';
import { describeAct, readUndoable } from '@/lib/db/undoable';
import type { ReviewOutcome } from './outcome';

type SentAct = Parameters<typeof describeAct>[1];

/** What the page is told of an answer or action: done, or how the card really stands. */
export async function outcomeResponse(recorded: Recorded, act: SentAct, nowMs: number): Promise<Response> {
	if (recorded.status === 'missing') return reply(recorded, 404);
	if (recorded.status === 'stale') {
		const card = await reading((db) => readReviewCard(db, act.cardId, nowMs));
		if (!card) return reply({ status: 'missing', reason: recorded.reason }, 404);
		return reply({ ...recorded, card }, 409);
	}
	const undoable = await reading((db) =>
		recorded.status === 'applied' ? describeAct(db, act) : readUndoable(db, LOCAL_LEARNER),
	);
	return reply({ ...recorded, undoable }, 200);
}

const reply = (outcome: ReviewOutcome, status: number) => Response.json(outcome, { status });
