'use client';

import { useEffect, useState } from 'react';
import { count } from '@/app/(study)/due-words';
import { browserOutbox } from './browser-outbox';
import styles from './save-state.module.css';
import type { Settled } from './settled';

type Refused = Extract<Settled, { result: 'refused' }>;

/** Tells, on a page that shows no card, which acts of an earlier tab the server refused; the review page tells of its own. */
export function ToldRefusals() {
	const [refused, setRefused] = useState<readonly Refused[]>([]);

	useEffect(
		() =>
			browserOutbox().onSettled((settled) => {
				if (settled.result === 'refused') setRefused((told) => [...told, settled]);
			}),
		[],
	);

	if (refused.length === 0) return null;
	return (
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
	);
}
