import { useEffect, useRef, useState } from 'react';
import { count, dueWords } from '@/app/(study)/due-words';
import type { Commands } from './commands';
import styles from './done.module.css';
import { heldBackWords } from './held-back-words';
import { MoreToday } from './more-today';
import type { ReviewSession } from './review-session';

const TICK_MS = 15_000;

interface DoneProps {
	session: ReviewSession;
	commands: Commands;
	refill: () => void;
	openedAtMs: number;
}

/** The end of a session: what was done, what comes when; the last answers can still be undone. */
export function Done({ session, commands, refill, openedAtMs }: DoneProps) {
	const { queue } = session;
	const { done, undoable } = queue;
	const [nowMs, setNowMs] = useState(openedAtMs);
	const heading = useRef<HTMLHeadingElement>(null);

	useEffect(() => {
		heading.current?.focus({ preventScroll: true });
		const tick = () => setNowMs(Date.now());
		tick();
		const timer = setInterval(tick, TICK_MS);
		return () => clearInterval(timer);
	}, []);

	const held = heldBackWords(done.heldBack);
	return (
		<section className={styles.done} aria-labelledby="done">
			<h2 id="done" ref={heading} tabIndex={-1}>
				{done.answers > 0 ? 'Done for now' : 'Nothing is due'}
			</h2>
			{done.answers > 0 ? (
				<dl>
					<Figure name={done.answers === 1 ? 'answer' : 'answers'} value={done.answers} />
					<Figure name={done.learnt === 1 ? 'new card begun' : 'new cards begun'} value={done.learnt} />
					{done.recalled === null ? null : (
						<Figure name="of the reviews recalled" value={`${Math.round(done.recalled * 100)} %`} />
					)}
					<Figure name={done.minutes < 1.5 ? 'minute' : 'minutes'} value={Math.max(1, Math.round(done.minutes))} />
				</dl>
			) : null}
			{queue.cards.length > 0 ? (
				<p>{count(queue.counts.learning + queue.counts.review + queue.counts.fresh, 'card')} came due meanwhile.</p>
			) : done.nextDue ? (
				<p>The next card is due {dueWords(done.nextDue, nowMs)}.</p>
			) : (
				<p>No card is waiting for another day.</p>
			)}
			{held ? <p className={styles.held}>{held}</p> : null}
			<p className={styles.ways}>
				{queue.cards.length > 0 ? (
					<button type="button" className={styles.main} onClick={commands.advance}>
						Go on <kbd>Space</kbd>
					</button>
				) : (
					<a className={styles.main} href="/">
						Back to today
					</a>
				)}
				<button type="button" disabled={!undoable} onClick={commands.undo}>
					Undo the last answer <kbd>U</kbd>
				</button>
			</p>
			<MoreToday queue={queue} refill={refill} />
		</section>
	);
}

function Figure({ name, value }: { name: string; value: number | string }) {
	return (
		<div>
			<dt>{name}</dt>
			<dd>{value}</dd>
		</div>
	);
}
