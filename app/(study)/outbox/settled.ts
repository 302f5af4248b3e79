import type { Refusal, ReviewOutcome, UndoOutcome } from '@/app/api/outcome';
import type { ReviewCard } from '@/lib/db/review-view';
import type { Op } from './op';

/** What became of an act once the server has spoken: it stands, or it was dropped and the learner is told. */
export type Settled =
	| { result: 'saved'; op: Op; outcome: Extract<ReviewOutcome, { status: 'applied' | 'duplicate' }> }
	| { result: 'undone'; op: Op; outcome: Extract<UndoOutcome, { status: 'undone' | 'duplicate' }> }
	| { result: 'nothing-to-undo'; op: Op }
	| { result: 'refused'; op: Op; reason: string; card: ReviewCard | null };

/** An HTTP answer as it came. */
export interface Reply {
	status: number;
	body: unknown;
}

/** Reads the server's answer to an act; null when it says nothing for good and the act is to be sent again. */
export function settle(op: Op, reply: Reply): Settled | null {
	if (reply.status >= 500 || reply.status === 408 || reply.status === 429) return null;
	const said = reply.body as ReviewOutcome | UndoOutcome | Refusal | null;
	if (said === null || typeof said !== 'object') {
		const final = reply.status >= 400;
		return final ? { result: 'refused', op, reason: `The server answered ${reply.status}.`, card: null } : null;
	}
	if (!('status' in said)) return { result: 'refused', op, reason: said.error, card: null };
	switch (said.status) {
		case 'nothing':
			return { result: 'nothing-to-undo', op };
		case 'stale':
			return { result: 'refused', op, reason: said.reason, card: said.card };
		case 'missing':
			return { result: 'refused', op, reason: said.reason, card: null };
		default:
			return 'undone' in said
				? { result: 'undone', op, outcome: said }
				: { result: 'saved', op, outcome: said as Extract<ReviewOutcome, { status: 'applied' | 'duplicate' }> };
	}
}
