import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Counts } from '@/app/(study)/counts';
import styles from '@/app/(study)/deck/deck.module.css';
import { DeckCards } from '@/app/(study)/deck/deck-cards';
import { DeckConflicts } from '@/app/(study)/deck/deck-conflicts';
import { DeckMistakes } from '@/app/(study)/deck/deck-mistakes';
import { OpenAnchor } from '@/app/(study)/deck/open-anchor';
import { count } from '@/app/(study)/due-words';
import { SaveState } from '@/app/(study)/outbox/save-state';
import { ToldRefusals } from '@/app/(study)/outbox/told-refusals';
import { nowMs } from '@/lib/db/clock';
import { readDeck } from '@/lib/db/deck-page';

interface Props {
	params: Promise<{ deck: string }>;
}

const deckOf = cache(async (deckId: string) => readDeck(deckId, nowMs()));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	return { title: (await deckOf((await params).deck))?.title ?? 'Not found' };
}

export default async function DeckPage({ params }: Props) {
	const deck = await deckOf((await params).deck);
	if (!deck) notFound();
	const { counts, cards } = deck;
	const due = counts.fresh + counts.learning + counts.review > 0;

	return (
		<>
			<ToldRefusals />
			<SaveState />
			<main id="main" className={styles.deck}>
				<h1>{deck.title}</h1>
				{deck.description ? <p className={styles.description}>{deck.description}</p> : null}
				<div className={styles.due}>
					{due ? (
						<a className={styles.study} href={`/review/${deck.deckId}`}>
							Study
						</a>
					) : (
						<span>Nothing is due in this deck now.</span>
					)}
					<Counts counts={counts} />
				</div>
				<DeckMistakes errors={deck.errors} />
				<DeckConflicts conflicts={deck.conflicts} />
				<section aria-labelledby="cards">
					<h2 id="cards">{count(cards.length, 'card')}</h2>
					<DeckCards cards={cards} />
				</section>
				<p className={styles.elsewhere}>
					<a href={`/exchange?deck=${deck.deckId}`}>Export this deck</a>
					<a href="/exchange#import">Import</a>
				</p>
				<OpenAnchor />
			</main>
		</>
	);
}
