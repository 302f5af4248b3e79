import { useEffect, useState, useSyncExternalStore } from 'react';
import { browserOutbox } from '@/app/(study)/outbox/browser-outbox';
import type { Outbox } from '@/app/(study)/outbox/outbox';
import type { ReviewQueue } from '@/lib/db/review-view';
import { type ReviewRun, reviewRun } from './review-run';
import type { ReviewSession } from './review-session';

/** A run of reviews that lives as long as the page, and its session as it changes. */
export function useReviewRun(initial: ReviewQueue): { run: ReviewRun; session: ReviewSession } {
	const [run] = useState(() => startable(initial));
	const session = useSyncExternalStore(run.onChange, run.state, run.state);

	useEffect(() => {
		const stop = run.start();
		const look = () => document.visibilityState === 'visible' && run.checkDay();
		document.addEventListener('visibilitychange', look);
		return () => {
			document.removeEventListener('visibilitychange', look);
			stop();
		};
	}, [run]);

	return { run, session };
}

function startable(initial: ReviewQueue): ReviewRun {
	return reviewRun(initial, {
		outbox: inBrowser(),
		async fetchQueue() {
			const response = await fetch(`/api/queue?deck=${encodeURIComponent(initial.deckId)}`, { cache: 'no-store' });
			if (!response.ok) throw new Error(`cannot read the queue: the server answered ${response.status}`);
			return (await response.json()) as ReviewQueue;
		},
		nowMs: Date.now,
		newKey: () => crypto.randomUUID(),
		later(ms, then) {
			const timer = setTimeout(then, ms);
			return () => clearTimeout(timer);
		},
	});
}

/** The browser's outbox, opened when the page first acts or listens: the server, which renders the page too, has none. */
function inBrowser(): Outbox {
	return {
		add: (op) => browserOutbox().add(op),
		pending: () => browserOutbox().pending(),
		failures: () => browserOutbox().failures(),
		onChange: (listener) => browserOutbox().onChange(listener),
		onSettled: (listener) => browserOutbox().onSettled(listener),
	};
}
