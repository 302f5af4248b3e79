import styles from './review.module.css';
import type { ReviewRun } from './review-run';
import type { Refused } from './review-session';

/** Says that an answer was not taken, why, and how the card stands now; the card on the page stays. */
export function RefusedNotice({ refused, tell }: { refused: Refused | null; tell: ReviewRun['tell'] }) {
	if (!refused) return null;
	const { card } = refused;
	return (
		<div className={styles.notice} role="alert">
			<p>
				<strong>Not recorded:</strong> {refused.reason.replace(/\.?$/, '.')}
			</p>
			<p>
				“{refused.title}”
				{card
					? ` as it stands now: ${card.suspended ? 'suspended' : STATE[card.phase]}; Good would give ${card.offers.good.label}.`
					: null}
			</p>
			<p className={styles.ways}>
				{card && !card.suspended ? (
					<button type="button" onClick={() => tell({ type: 'see-refused' })}>
						See the card as it is now
					</button>
				) : null}
				<button type="button" onClick={() => tell({ type: 'dismiss' })}>
					Dismiss
				</button>
			</p>
		</div>
	);
}

const STATE = { new: 'new', learning: 'being learnt', review: 'in review', relearning: 'being learnt again' } as const;
