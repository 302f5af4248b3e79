import type { Op } from '@/app/(study)/outbox/op';
import { cardOf } from '@/app/(study)/outbox/op';
import type { Settled } from '@/app/(study)/outbox/settled';
import type { ReviewCard, ReviewQueue } from '@/lib/db/review-view';
import { countsAfter } from './counts-after';
import { stepCount } from './step-count';

/** An act the server has not acknowledged, and the turn it was made in. */
interface Unacknowledged {
	key: string;
	cardId: string | null;
	turn: number;
}

/** An answer or act that the server did not take, with the card as it stands now. */
export interface Refused {
	title: string;
	reason: string;
	card: ReviewCard | null;
}

/** Everything the review page shows. */
export interface ReviewSession {
	/** The queue as last told, less what happened since; its cards come after the current one. */
	queue: ReviewQueue;
	/** The card on the page: no refresh ever replaces it. */
	current: ReviewCard | null;
	/** Counts the cards put on the page. */
	turn: number;
	shown: boolean;
	/** Parts of a stepwise answer on show, and in all. */
	revealed: number;
	steps: number;
	pending: readonly Unacknowledged[];
	/** Cards acted on since the queue under way was asked for, whose entries in it may be old. */
	touched: readonly string[];
	/** Whether the queue under way was asked for with nothing unacknowledged, and nothing has happened since. */
	complete: boolean;
	/** Whether the queue tells of every act so far. */
	fresh: boolean;
	/** True on the Done page, which stays until the learner goes on. */
	resting: boolean;
	/** True from the end of the study day until the queue of the new one is here: intervals offered before do not hold. */
	dayOver: boolean;
	refused: Refused | null;
	/** For the live region. */
	said: string;
}

export type ReviewEvent =
	| { type: 'show' }
	| { type: 'reveal' }
	| { type: 'acted'; op: Op }
	| { type: 'settled'; settled: Settled }
	| { type: 'asked' }
	| { type: 'fetched'; queue: ReviewQueue }
	| { type: 'day-ended' }
	| { type: 'go-on' }
	| { type: 'see-refused' }
	| { type: 'dismiss' };

/** The page as it opens. */
export function beginSession(queue: ReviewQueue, pending: readonly Op[]): ReviewSession {
	const unacknowledged = pending.map((op) => ({ key: op.body.key, cardId: cardOf(op), turn: 0 }));
	const away = new Set(unacknowledged.map((act) => act.cardId));
	const cards = queue.cards.filter((card) => !away.has(card.cardId));
	return next({
		queue: { ...queue, cards },
		current: null,
		turn: 0,
		shown: false,
		revealed: 0,
		steps: 0,
		pending: unacknowledged,
		touched: [],
		complete: false,
		fresh: pending.length === 0,
		resting: cards.length === 0 && pending.length === 0,
		dayOver: false,
		refused: null,
		said: '',
	});
}

/** The page after one event. */
export function reviewSession(state: ReviewSession, event: ReviewEvent): ReviewSession {
	switch (event.type) {
		case 'show':
			return state.current && !state.shown
				? { ...state, shown: true, revealed: Math.min(1, state.steps), said: '' }
				: state;
		case 'reveal':
			return { ...state, revealed: Math.min(state.steps, state.revealed + 1) };
		case 'acted':
			return act(state, event.op);
		case 'settled':
			return settled(state, event.settled);
		case 'asked':
			return {
				...state,
				touched: state.pending.flatMap((act) => act.cardId ?? []),
				complete: state.pending.length === 0,
			};
		case 'fetched':
			return merge(state, event.queue);
		case 'day-ended':
			return { ...state, dayOver: true };
		case 'go-on':
			return next({ ...state, resting: false });
		case 'see-refused': {
			const card = state.refused?.card;
			return card ? { ...put(state, card), refused: null, resting: false } : { ...state, refused: null };
		}
		case 'dismiss':
			return { ...state, refused: null };
	}
}

function act(state: ReviewSession, op: Op): ReviewSession {
	const cardId = cardOf(op);
	const acted: ReviewSession = {
		...state,
		pending: [...state.pending, { key: op.body.key, cardId, turn: state.turn }],
		touched: cardId ? [...state.touched, cardId] : state.touched,
		complete: false,
		fresh: false,
	};
	const card = state.current;
	if (op.kind === 'undo' || !card || card.cardId !== cardId) return acted;
	const name = op.kind === 'answer' ? op.body.grade : op.body.action.type;
	const undoable = { reviewKey: op.body.key, cardId: card.cardId, label: `${capital(name)} on “${card.title}”` };
	if (op.kind === 'action' && op.body.action.type === 'flag') {
		const flag = op.body.action.flag;
		const said = flag ? 'Flagged.' : 'Flag removed.';
		return { ...acted, current: { ...card, flag }, queue: { ...state.queue, undoable }, said };
	}
	const counts = countsAfter(state.queue.counts, card, op.kind === 'answer' ? op.body.grade : null);
	const said = op.kind === 'answer' ? `${capital(name)}, ${card.offers[op.body.grade].label}.` : (PUT_AWAY[name] ?? '');
	return next({ ...acted, current: null, queue: { ...state.queue, counts, undoable }, said });
}

const PUT_AWAY: Record<string, string> = {
	suspend: 'Suspended: it will not be asked again.',
	bury: 'Buried: it comes back tomorrow.',
};

function settled(state: ReviewSession, end: Settled): ReviewSession {
	const mine = state.pending.find((act) => act.key === end.op.body.key);
	const pending = state.pending.filter((act) => act !== mine);
	const after = { ...state, pending, complete: false, fresh: false };
	switch (end.result) {
		case 'saved': {
			const { version, undoable, becameLeech } = end.outcome;
			const queue = pending.length === 0 ? { ...state.queue, undoable } : state.queue;
			const said = becameLeech ? 'That card keeps being forgotten: it is marked as a leech.' : state.said;
			const sameState =
				end.op.kind !== 'undo' &&
				state.current?.cardId === cardOf(end.op) &&
				state.current.version === end.op.body.version;
			return {
				...after,
				queue,
				said,
				current: sameState && state.current ? { ...state.current, version } : state.current,
			};
		}
		case 'undone': {
			const { card, undone, undoable } = end.outcome;
			const told = { ...after, said: `Undone: ${undone.label}.`, queue: { ...state.queue, undoable } };
			if (!card || card.suspended) return told;
			if (mine?.turn !== state.turn && state.current) return { ...told, queue: ahead(told.queue, card) };
			const back = put({ ...told, resting: false }, card);
			// Further undos asked for on the same card go on from this one.
			return { ...back, pending: pending.map((act) => (act.turn === state.turn ? { ...act, turn: back.turn } : act)) };
		}
		case 'nothing-to-undo':
			return { ...after, said: 'Nothing is left to undo.', queue: { ...state.queue, undoable: null } };
		case 'refused': {
			const title = end.op.kind === 'undo' ? 'Undo' : end.op.title;
			return { ...after, refused: { title, reason: end.reason, card: end.card } };
		}
	}
}

/** Takes in a queue just told: everything but the card on the page, and but the cards it cannot yet know of. */
function merge(state: ReviewSession, told: ReviewQueue): ReviewSession {
	const away = new Set<string | null>([...state.touched, ...state.pending.map((act) => act.cardId)]);
	const { current } = state;
	const known = state.complete;
	const cards = told.cards.filter((card) => !away.has(card.cardId) && card.cardId !== current?.cardId);
	const undoable = known ? told.undoable : state.queue.undoable;
	const counts = known ? told.counts : state.queue.counts;
	const merged = { ...state, queue: { ...told, cards, undoable, counts }, dayOver: false, fresh: known };
	const idle = current === null && known && cards.length === 0;
	if (!state.dayOver || !current) return next({ ...merged, resting: state.resting || idle });
	const renewed = told.cards.find((card) => card.cardId === current.cardId);
	if (renewed) return { ...merged, current: renewed };
	return next({ ...merged, current: null, said: 'A new study day has begun.' });
}

/** Puts the next card on the page when there is none and the learner is not resting. */
function next(state: ReviewSession): ReviewSession {
	const [card, ...cards] = state.queue.cards;
	if (state.current || state.resting || !card) return state.current ? state : { ...state, shown: false };
	return face({ ...state, queue: { ...state.queue, cards } }, card);
}

/** Puts a card on the page at once; the one that was there comes next. */
function put(state: ReviewSession, card: ReviewCard): ReviewSession {
	const queue = state.current ? ahead(state.queue, state.current) : state.queue;
	const cards = queue.cards.filter((other) => other.cardId !== card.cardId);
	return face({ ...state, queue: { ...queue, cards } }, card);
}

function face(state: ReviewSession, card: ReviewCard): ReviewSession {
	return { ...state, current: card, turn: state.turn + 1, shown: false, revealed: 0, steps: stepCount(card.backHtml) };
}

function ahead(queue: ReviewQueue, card: ReviewCard): ReviewQueue {
	return { ...queue, cards: [card, ...queue.cards.filter((other) => other.cardId !== card.cardId)] };
}

function capital(word: string): string {
	return word.charAt(0).toUpperCase() + word.slice(1);
}
