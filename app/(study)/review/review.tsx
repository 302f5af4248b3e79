'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { Counts } from '@/app/(study)/counts';
import type { ReviewQueue } from '@/lib/db/review-view';
import { CardFace } from './card-face';
import { kindOf } from './counts-after';
import { DemoPanel } from './demo-panel';
import { Done } from './done';
import { GradeBar } from './grade-bar';
import { MoreMenu } from './more-menu';
import { pictureSources } from './picture-sources';
import { RefusedNotice } from './refused-notice';
import styles from './review.module.css';
import { useReviewKeys } from './use-review-keys';
import { useReviewRun } from './use-review-run';

interface ReviewProps {
	initial: ReviewQueue;
	openedAtMs: number;
	/** The dialog that lists the keys. */
	keys: ReactNode;
}

/** The review page: one card at a time, all of it in the browser, nothing waited for between cards. */
export function Review({ initial, openedAtMs, keys }: ReviewProps) {
	const { run, session } = useReviewRun(initial);
	const { current, queue, shown, turn } = session;
	const [demoTurn, setDemoTurn] = useState(-1);
	const card = useRef<HTMLElement>(null);
	const demo = shown && demoTurn === turn ? (current?.demo ?? null) : null;

	const commands = {
		advance: run.advance,
		grade: run.grade,
		undo: run.undo,
		suspend: () => run.act({ type: 'suspend' }),
		bury: () => run.act({ type: 'bury' }),
		flag: () => run.act({ type: 'flag', flag: current?.flag ? 0 : 1 }),
		unflag: () => current?.flag && run.act({ type: 'flag', flag: 0 }),
		demo: () => shown && current?.demo && setDemoTurn(demo ? -1 : turn),
		closeDemo: () => setDemoTurn(-1),
		keys: toggleKeys,
	};
	useReviewKeys(commands);

	// A new card is read from its top, with the keyboard on it.
	useEffect(() => {
		if (turn < 2) return;
		window.scrollTo(0, 0);
		card.current?.focus({ preventScroll: true });
	}, [turn]);

	// The pictures of the answer and of the next card are there before they are shown.
	const upcoming = queue.cards[0];
	useEffect(() => {
		for (const one of [current, upcoming]) {
			if (one) for (const source of pictureSources(one.frontHtml + one.backHtml)) new Image().src = source;
		}
	}, [current, upcoming]);

	const left = queue.counts.fresh + queue.counts.learning + queue.counts.review;
	const answered = queue.done.answers;

	return (
		<main id="main" className={styles.review} data-demo={demo ? '' : undefined}>
			<div
				className={styles.progress}
				role="progressbar"
				aria-label="Done of today’s cards"
				aria-valuemin={0}
				aria-valuemax={answered + left}
				aria-valuenow={answered}
			>
				<span style={{ scale: `${answered + left === 0 ? 1 : answered / (answered + left)} 1` }} />
			</div>
			<div className={styles.head}>
				<h1>
					<a href={queue.deckId === 'all' ? '/' : `/deck/${queue.deckId}`}>{queue.deckTitle}</a>
				</h1>
				<Counts counts={queue.counts} now={current && kindOf(current)} />
				<MoreMenu session={session} commands={commands} />
			</div>
			<RefusedNotice refused={session.refused} tell={run.tell} />
			{current ? (
				<>
					<div className={styles.stage}>
						<CardFace key={turn} card={current} session={session} box={card} />
						{demo ? <DemoPanel demo={demo} title={current.title} close={commands.closeDemo} /> : null}
					</div>
					<GradeBar card={current} session={session} commands={commands} demoOpen={demo !== null} />
				</>
			) : session.resting ? (
				<Done session={session} commands={commands} refill={run.refill} openedAtMs={openedAtMs} />
			) : (
				<p className={styles.waiting}>Looking for the next card…</p>
			)}
			<p className="unseen" role="status">
				{session.said}
			</p>
			{keys}
		</main>
	);
}

function toggleKeys(): void {
	const dialog = document.querySelector<HTMLDialogElement>('#review-keys');
	if (dialog?.open) dialog.close();
	else dialog?.showModal();
}
