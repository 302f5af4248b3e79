'use client';

import { useEffect, useState } from 'react';
import { browserOutbox } from './browser-outbox';
import styles from './save-state.module.css';
import { saveWords } from './save-words';

const QUIET_MS = 400;

/** Stands on every page of a day's study: sends what earlier tabs left, says what is not saved once that takes longer than a blink, and warns before a tab with such is closed. */
export function SaveState() {
	const [words, setWords] = useState('');

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
		const stop = outbox.onChange(look);
		window.addEventListener('beforeunload', warn);
		return () => {
			clearTimeout(timer);
			stop();
			window.removeEventListener('beforeunload', warn);
		};
	}, []);

	return (
		<p className={styles.state} role="status" data-failing={words.startsWith('Not') || undefined}>
			{words}
		</p>
	);
}
