import { useRef, useState } from 'react';
import { count } from '@/app/(study)/due-words';
import { postJson } from '@/app/(study)/post-json';
import type { HelpingRequest } from '@/app/api/wire';
import type { ReviewQueue } from '@/lib/db/review-view';
import styles from './done.module.css';

interface MoreTodayProps {
	queue: ReviewQueue;
	/** Fetches the queue anew and goes on with it. */
	refill: () => void;
}

/** Lets a learner who wants more go beyond the day's limits, once for today. */
export function MoreToday({ queue: { deckId, done }, refill }: MoreTodayProps) {
	const { fresh, reviews } = done.more;
	const [problem, setProblem] = useState('');
	// One key until it is taken: pressed again after a lost answer, it is not a second helping.
	const key = useRef<string | null>(null);

	async function ask(amount: { fresh: number; reviews: number }): Promise<void> {
		key.current ??= crypto.randomUUID();
		const body: HelpingRequest = { key: key.current, deckId, ...amount };
		const refusal = await postJson('/api/helping', body);
		setProblem(refusal ?? '');
		if (refusal) return;
		key.current = null;
		refill();
	}

	if (fresh + reviews === 0) return null;
	return (
		<>
			<p className={styles.ways}>
				{fresh > 0 ? (
					<button type="button" onClick={() => void ask({ fresh, reviews: 0 })}>
						{count(fresh, 'more new card')} today
					</button>
				) : null}
				{reviews > 0 ? (
					<button type="button" onClick={() => void ask({ fresh: 0, reviews })}>
						{count(reviews, 'more review')} today
					</button>
				) : null}
			</p>
			<p role="status">{problem}</p>
		</>
	);
}
