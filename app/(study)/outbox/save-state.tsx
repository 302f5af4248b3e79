'use client';

import { useEffect, useState } from 'react';
import { count } from '@/app/(study)/due-words';
import { browserOutbox } from './browser-outbox';
import styles from './save-state.module.css';
import { saveWords } from './save-words';
import type { Settled } from './settled';

interface SaveStateProps {
	/** Whether to tell of acts that the server refused; the review page tells of them itself. */
	tellRefusals?: boolean;
}

const QUIET_MS = 400;

type Told = Extract<Settled, { result: 'refused' }>;

/** Stands on every page of a day's study: sends what earlier tabs left, says what is not saved once that takes longer than a blink, and warns before a tab with such is closed. */
export function SaveState({ tellRefusals = false }: SaveStateProps) {
	const [words, setWords] = useState('');
	const [refused, setRefused] = useState<readonly Told[]>([]);

	useEffect(() => {
		const outbox = browserOutbox();
		let timer: ReturnType<typeof setTimeout> | undefined;

		function look() {
			const waiting = outbox.pending().length;
			if (waiting === 0) {
				clearTimeout(timer);
				timer = undefined;
				setWords('');
			} else {
				timer ??= setTimeout(say, QUIET_MS);
				setWords((now) => now && saveWords(waiting, outbox.failures()));
			}
		}
		function say() {
			setWords(saveWords(outbox.pending().length, outbox.failures()));
		}
		function warn(event: BeforeUnloadEvent) {
			if (outbox.pending().length > 0) event.preventDefault();
		}

		look();
		const stops = [
			outbox.onChange(look),
			outbox.onSettled((settled) => {
				if (settled.result === 'refused') setRefused((told) => [...told, settled]);
			}),
		];
		window.addEventListener('beforeunload', warn);
		return () => {
			clearTimeout(timer);
			for (const stop of stops) stop();
			window.removeEventListener('beforeunload', warn);
		};
	}, []);

	return (
		<>
			<p className={styles.state} role="status" data-failing={words.startsWith('Not') || undefined}>
				{words}
			</p>
			{tellRefusals && refused.length > 0 ? (
				<div className={styles.refused} role="alert">
					<p>{count(refused.length, 'answer')} from before could not be saved; the cards stand as they were.</p>
					<ul>
						{refused.map((told) => (
							<li key={told.op.body.key}>
								{told.op.kind === 'undo' ? 'Undo' : told.op.title}: {told.reason}
							</li>
						))}
					</ul>
					<button type="button" onClick={() => setRefused([])}>
						Dismiss
					</button>
				</div>
			) : null}
		</>
	);
}
