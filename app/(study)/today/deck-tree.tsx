import type { DeckRow } from '@/lib/db/study-view';
import styles from './deck-tree.module.css';

/** The decks, children under their parents, with what each has left today. */
export function DeckTree({ decks }: { decks: readonly DeckRow[] }) {
	return (
		<table className={styles.tree}>
			<thead>
				<tr>
					<th scope="col">Deck</th>
					<th scope="col">New</th>
					<th scope="col">Learning</th>
					<th scope="col">To review</th>
					<th scope="col">
						<span className="unseen">Study</span>
					</th>
				</tr>
			</thead>
			<tbody>
				{decks.map(({ deckId, title, depth, counts, cardCount, errorCount }) => (
					<tr key={deckId}>
						<th scope="row" style={{ paddingInlineStart: `${depth * 1.25}rem` }}>
							<a href={`/deck/${deckId}`}>{title}</a>{' '}
							<small>
								{cardCount} {cardCount === 1 ? 'card' : 'cards'}
								{errorCount > 0 ? (
									<a className={styles.errors} href={`/deck/${deckId}#mistakes`}>
										{errorCount} {errorCount === 1 ? 'mistake' : 'mistakes'} in the file
									</a>
								) : null}
							</small>
						</th>
						{[counts.fresh, counts.learning, counts.review].map((n, kind) => (
							// biome-ignore lint/suspicious/noArrayIndexKey: the three kinds have fixed places
							<td key={kind} data-none={n === 0 || undefined}>
								{n}
							</td>
						))}
						<td>
							{counts.fresh + counts.learning + counts.review > 0 ? (
								<a href={`/review/${deckId}`} aria-label={`Study ${title}`}>
									Study
								</a>
							) : (
								<a className={styles.done} href={`/review/${deckId}`} aria-label={`${title} is done for today`}>
									done
								</a>
							)}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
