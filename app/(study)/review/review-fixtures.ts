import type { Op } from '@/app/(study)/outbox/op';
import type { Settled } from '@/app/(study)/outbox/settled';
import type { ActionRequest, AnswerRequest } from '@/app/api/wire';
import type { ReviewCard, ReviewQueue } from '@/lib/db/review-view';
import type { Grade } from '@/lib/srs/grade';

/** A card for tests; `id` is its id, its note and its title. */
export function card(id: string, over: Partial<ReviewCard> = {}): ReviewCard {
	const offer = { label: '3d', intervalDays: 3 };
	return {
		cardId: id,
		noteId: id,
		deckId: 'deck',
		deckTitle: 'Deck',
		title: id,
		version: 0,
		studyDay: 100,
		phase: 'review',
		frontHtml: `<h2>${id}</h2>`,
		backHtml: '<p>Answer</p>',
		backReplacesFront: false,
		demo: null,
		foretold: null,
		flag: 0,
		leech: false,
		suspended: false,
		offers: { again: { label: '<10m', intervalDays: 0 }, hard: offer, good: offer, easy: offer },
		...over,
	};
}

/** A queue for tests, its counts those of its cards. */
export function queue(cards: ReviewCard[], over: Partial<ReviewQueue> = {}): ReviewQueue {
	return {
		deckId: 'deck',
		deckTitle: 'Deck',
		cards,
		counts: { fresh: 0, learning: 0, review: cards.length },
		nextLearningAtMs: null,
		dayEndsAtMs: 1_000_000,
		undoable: null,
		done: {
			answers: 0,
			cards: 0,
			learnt: 0,
			recalled: null,
			minutes: 0,
			nextDue: null,
			more: { fresh: 0, reviews: 0 },
			heldBack: { fresh: 0, learning: 0, review: 0 },
		},
		...over,
	};
}

export function answer(of: ReviewCard, grade: Grade = 'good', key = `answer ${of.cardId}`): Op & { kind: 'answer' } {
	const body: AnswerRequest = {
		key,
		cardId: of.cardId,
		version: of.version,
		studyDay: of.studyDay,
		grade,
		intervalDays: of.offers[grade].intervalDays,
		atMs: 1,
		durationMs: 1,
	};
	return { kind: 'answer', title: of.title, body };
}

export function action(
	of: ReviewCard,
	what: ActionRequest['action'],
	key = `${what.type} ${of.cardId}`,
): Op & { kind: 'action' } {
	return {
		kind: 'action',
		title: of.title,
		body: { key, cardId: of.cardId, version: of.version, action: what, atMs: 1 },
	};
}

export function undo(of: string | null = null, key = 'undo'): Op & { kind: 'undo' } {
	return { kind: 'undo', of, body: { key, atMs: 1 } };
}

export function saved(op: Op, version = 1): Settled {
	return { result: 'saved', op, outcome: { status: 'applied', version, becameLeech: false, undoable: null } };
}

export function undone(op: Op, back: ReviewCard | null): Settled {
	const was = { reviewKey: 'x', cardId: back?.cardId ?? 'gone', label: 'Good on “x”' };
	return { result: 'undone', op, outcome: { status: 'undone', undone: was, card: back, undoable: null } };
}
