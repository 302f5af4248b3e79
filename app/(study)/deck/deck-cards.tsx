import { Html } from '@/app/(study)/html';
import { InlineHtml } from '@/app/(study)/inline-html';
import type { DeckCardRow } from '@/lib/db/study-view';
import styles from './deck-cards.module.css';
import { partFront } from './part-front';

/** The cards of a deck in the order of its file; each opens to its two sides. */
export function DeckCards({ cards }: { cards: readonly DeckCardRow[] }) {
	if (cards.length === 0) return <p>This deck has no cards yet: write a note in its file and start the app again.</p>;
	return (
		<ul className={styles.cards}>
			{cards.map((card, index) => (
				<li key={card.cardId} {...(cards[index - 1]?.anchor === card.anchor ? {} : { id: card.anchor })}>
					<details>
						<summary>
							<span className={styles.title}>
								<Title card={card} />
							</span>
							<span className={styles.state}>{stateWords(card)}</span>
						</summary>
						<div className={styles.sides}>
							<Rest html={partFront(card.frontHtml).restHtml} />
							<Html html={card.backHtml} />
							<p className={styles.facts}>{facts(card)}</p>
							{card.foretold ? <p className={styles.foretold}>{card.foretold}</p> : null}
						</div>
					</details>
					{card.demo ? (
						<a className={styles.demo} href={card.demo.href}>
							{card.demo.label}
							<span className="unseen">: {card.title}</span>
						</a>
					) : null}
				</li>
			))}
		</ul>
	);
}

function Title({ card }: { card: DeckCardRow }) {
	const { headingHtml } = partFront(card.frontHtml);
	return (
		<>
			{headingHtml ? <InlineHtml html={headingHtml} /> : card.title}
			{card.variant ? <small> {card.variant}</small> : null}
		</>
	);
}

/** What the front says below its heading, which stands in the row already. */
function Rest({ html }: { html: string }) {
	return html ? (
		<>
			<Html html={html} />
			<hr />
		</>
	) : null;
}

function stateWords(card: DeckCardRow): string {
	return [card.state, card.due, card.flag > 0 ? `flag ${card.flag}` : '', card.leech ? 'leech' : '']
		.filter(Boolean)
		.join(' · ');
}

function facts({ reps, lapses, tags }: DeckCardRow): string {
	const answered =
		reps === 0 ? 'Not answered yet' : `Answered ${reps} ${reps === 1 ? 'time' : 'times'}, forgotten ${lapses}`;
	return [answered, tags.join(', ')].filter(Boolean).join(' · ');
}
