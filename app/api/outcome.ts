import type { ReviewCard, Undoable } from '@/lib/db/review-view';

/** What the server says of an answer or an action; 200 for applied and duplicate, 409 for stale, 404 for missing. */
export type ReviewOutcome =
	/** `card` is the card as it stands now (with fresh offers). */
	| { status: 'applied' | 'duplicate'; version: number; becameLeech: boolean; undoable: Undoable | null }
	| { status: 'stale'; reason: string; card: ReviewCard }
	| { status: 'missing'; reason: string };

/** What the server says of an undo: the card to show again, or that nothing is left to undo. */
export type UndoOutcome =
	| { status: 'undone' | 'duplicate'; undone: Undoable; card: ReviewCard | null; undoable: Undoable | null }
	| { status: 'nothing' };

/** What every refused request holds: what was attempted, what is allowed, what was kept. */
export interface Refusal {
	error: string;
}
