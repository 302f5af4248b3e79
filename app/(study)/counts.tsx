import type { DueCounts } from '@/lib/db/review-view';
import styles from './counts.module.css';

const KINDS = [
	['fresh', 'new'],
	['learning', 'learning'],
	['review', 'to review'],
] as const;

/** What is left, by kind: a number and its word each; the kind of the card on the page is marked. */
export function Counts({ counts, now }: { counts: DueCounts; now?: keyof DueCounts | null }) {
	return (
		<ul className={styles.counts} aria-label="Cards left">
			{KINDS.map(([kind, word]) => (
				<li
					key={kind}
					data-kind={kind}
					data-now={now === kind || undefined}
					data-none={counts[kind] === 0 || undefined}
				>
					<b>{counts[kind]}</b> {word}
				</li>
			))}
		</ul>
	);
}
