import type { ActionRequest, AnswerRequest, UndoRequest } from '@/app/api/wire';

/** One act of the learner on its way to the server; `body.key` names it once and for all. */
export type Op =
	| { kind: 'answer'; title: string; body: AnswerRequest }
	| { kind: 'action'; title: string; body: ActionRequest }
	/** `of` is the key of the act that was last, and still unacknowledged, when undo was asked for. */
	| { kind: 'undo'; of: string | null; body: UndoRequest };

/** The card an act is on; null for an undo, whose card only the server knows. */
export function cardOf(op: Op): string | null {
	return op.kind === 'undo' ? null : op.body.cardId;
}
