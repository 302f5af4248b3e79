'use client';

import { useRef, useState } from 'react';
import { postJson } from '@/app/(study)/post-json';
import type { BacklogRequest } from '@/app/api/wire';
import type { BacklogOffer } from '@/lib/db/study-view';
import styles from './backlog.module.css';

/** After a break: says how much has gathered, and offers to spread it over days. */
export function Backlog({ offer }: { offer: BacklogOffer }) {
	const [problem, setProblem] = useState('');
	const key = useRef<string | null>(null);

	async function spread(days: number): Promise<void> {
		key.current ??= crypto.randomUUID();
		const body: BacklogRequest = { key: key.current, days };
		const refusal = await postJson('/api/backlog', body);
		if (refusal) setProblem(refusal);
		else window.location.reload();
	}

	const ways = [...new Set([offer.days, offer.days * 2])].filter((days) => days >= 2 && days <= 365);
	return (
		<section className={styles.backlog} aria-labelledby="backlog">
			<h2 id="backlog">{offer.due} reviews have gathered</h2>
			<p>
				Today takes {offer.today} of them; the others wait. They can be spread over days, those you remember best first.
				Undo in a review takes it back.
			</p>
			<p>
				{ways.map((days) => (
					<button type="button" key={days} onClick={() => void spread(days)}>
						Spread over {days} days, about {Math.ceil(offer.due / days)} a day
					</button>
				))}
			</p>
			<p role="status">{problem}</p>
		</section>
	);
}
