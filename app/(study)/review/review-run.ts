import type { Op } from '@/app/(study)/outbox/op';
import type { Outbox } from '@/app/(study)/outbox/outbox';
import type { ActionRequest } from '@/app/api/wire';
import type { ReviewQueue } from '@/lib/db/review-view';
import type { Grade } from '@/lib/srs/grade';
import { beginSession, type ReviewEvent, type ReviewSession, reviewSession } from './review-session';

/** What a run of reviews needs of the world. */
export interface RunPorts {
	outbox: Outbox;
	/** The queue as it stands; rejects when the server cannot be reached. */
	fetchQueue(): Promise<ReviewQueue>;
	nowMs(): number;
	newKey(): string;
	/** Calls back once; returns how to call it off. */
	later(ms: number, run: () => void): () => void;
}

/** A learner's way through a deck: holds the session, turns what is pressed into acts, and keeps the queue filled. */
export interface ReviewRun {
	state(): ReviewSession;
	onChange(listener: () => void): () => void;
	/** Begins to listen and to watch the clock; returns how to stop. */
	start(): () => void;
	/** The one large key: shows the answer, then its next part, then answers good; or goes on. */
	advance(): void;
	grade(grade: Grade): void;
	act(action: ActionRequest['action']): void;
	undo(): void;
	tell(event: Extract<ReviewEvent, { type: 'see-refused' | 'dismiss' | 'go-on' }>): void;
	/** Fetches the queue anew and goes on with it; for a learner who asked for more. */
	refill(): void;
	/** Looks whether the study day is over; for a page that has slept. */
	checkDay(): void;
}

const RETRY_MS = 2_000;
const LONGEST_TIMER_MS = 2_000_000_000;
const LONGEST_ANSWER_MS = 86_400_000;

export function reviewRun(initial: ReviewQueue, ports: RunPorts): ReviewRun {
	const { outbox } = ports;
	let session = beginSession(initial, []);
	let turnBeganMs = ports.nowMs();
	let fetching = false;
	let fetchAgain = false;
	let dayEndSeenMs = 0;
	const listeners = new Set<() => void>();
	const timers = new Map<string, () => void>();

	function dispatch(event: ReviewEvent): void {
		set(reviewSession(session, event));
	}

	function set(to: ReviewSession): void {
		if (to.turn !== session.turn) turnBeganMs = ports.nowMs();
		session = to;
		for (const listener of listeners) listener();
	}

	function at(name: string, ms: number, run: () => void): void {
		timers.get(name)?.();
		timers.set(name, ports.later(Math.min(Math.max(0, ms), LONGEST_TIMER_MS), run));
	}

	function watchClock(): void {
		const { nextLearningAtMs, dayEndsAtMs } = session.queue;
		if (nextLearningAtMs) at('learning', nextLearningAtMs - ports.nowMs() + 500, refresh);
		if (dayEndsAtMs > dayEndSeenMs) at('day', dayEndsAtMs - ports.nowMs() + 500, checkDay);
	}

	function checkDay(): void {
		const endMs = session.queue.dayEndsAtMs;
		// A browser whose clock is ahead of the server's asks once, not for ever.
		if (ports.nowMs() < endMs || endMs <= dayEndSeenMs) return;
		dayEndSeenMs = endMs;
		dispatch({ type: 'day-ended' });
		refresh();
	}

	/** Asks for the queue in the background; asked again meanwhile, it asks once more. */
	function refresh(): void {
		fetchAgain = true;
		if (fetching) return;
		fetching = true;
		void fill().finally(() => {
			fetching = false;
		});
	}

	async function fill(): Promise<void> {
		while (fetchAgain) {
			fetchAgain = false;
			dispatch({ type: 'asked' });
			const queue = await ports.fetchQueue().catch(() => null);
			if (!queue) {
				at('retry', RETRY_MS, refresh);
				return;
			}
			dispatch({ type: 'fetched', queue });
			watchClock();
		}
	}

	function send(op: Op): void {
		// First kept, then shown: what the page says was done is never lost.
		outbox.add(op);
		dispatch({ type: 'acted', op });
	}

	function grade(grade: Grade): void {
		checkDay();
		const card = session.current;
		if (!card || !session.shown || session.dayOver) return;
		const { cardId, version, studyDay, title } = card;
		const nowMs = ports.nowMs();
		const durationMs = Math.min(LONGEST_ANSWER_MS, Math.max(0, Math.round(nowMs - turnBeganMs)));
		const { intervalDays } = card.offers[grade];
		const body = { key: ports.newKey(), cardId, version, studyDay, grade, intervalDays, atMs: nowMs, durationMs };
		send({ kind: 'answer', title, body });
	}

	return {
		state: () => session,
		onChange(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		start() {
			const waiting = outbox.pending();
			if (waiting.length > 0) set(beginSession(initial, waiting));
			const leave = outbox.onSettled((settled) => {
				dispatch({ type: 'settled', settled });
				refresh();
			});
			watchClock();
			return () => {
				leave();
				for (const stop of timers.values()) stop();
			};
		},
		advance() {
			if (session.resting) return dispatch({ type: 'go-on' });
			if (!session.shown) {
				checkDay();
				return dispatch({ type: 'show' });
			}
			if (session.revealed < session.steps) return dispatch({ type: 'reveal' });
			grade('good');
		},
		grade,
		act(action) {
			const card = session.current;
			if (!card) return;
			const { cardId, version, title } = card;
			send({ kind: 'action', title, body: { key: ports.newKey(), cardId, version, action, atMs: ports.nowMs() } });
		},
		undo() {
			const waiting = outbox.pending();
			if (!session.queue.undoable && waiting.length === 0) return;
			const of = waiting.findLast((op) => op.kind !== 'undo')?.body.key ?? null;
			send({ kind: 'undo', of, body: { key: ports.newKey(), atMs: ports.nowMs() } });
		},
		tell: dispatch,
		refill() {
			dispatch({ type: 'go-on' });
			refresh();
		},
		checkDay,
	};
}
