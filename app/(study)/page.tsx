import { nowMs } from '@/lib/db/clock';
import { readToday } from '@/lib/db/today';
import { count, dueWords } from './due-words';
import { SaveState } from './outbox/save-state';
import { ToldRefusals } from './outbox/told-refusals';
import { Backlog } from './today/backlog';
import { DeckTree } from './today/deck-tree';
import { Forecast } from './today/forecast';
import { Heatmap } from './today/heatmap';
import { StudyKey } from './today/study-key';
import styles from './today/today.module.css';
import { todaySentence } from './today/today-sentence';
import { ZoneLine } from './today/zone-line';

export default async function TodayPage() {
	const today = await readToday(nowMs());
	const { counts, decks, firstRun, nextDue } = today;
	const href = today.studyDeckId && `/review/${today.studyDeckId}`;
	const cards = decks.filter((deck) => deck.depth === 0).reduce((sum, deck) => sum + deck.cardCount, 0);
	const answered = today.heatmap.at(-1)?.answers ?? 0;

	return (
		<>
			<ToldRefusals />
			<SaveState />
			<main id="main" className={styles.today}>
				<section className={styles.now} aria-labelledby="now">
					<p className={styles.date}>
						<time dateTime={today.date}>{longDate(today.date)}</time>
					</p>
					<h1 id="now">{heading()}</h1>
					{firstRun && href ? (
						<p className={styles.lead}>
							About {count(Math.max(1, Math.round(today.minutes)), 'minute')} to look at them once. Space shows an
							answer, 1 to 4 say how well you knew it, R runs the demo behind the card.
						</p>
					) : null}
					{!href && decks.length > 0 ? (
						<p>
							{nextDue
								? `The next card is due ${dueWords(nextDue, today.nowMs)}.`
								: 'No card is waiting for another day.'}
						</p>
					) : null}
					{href ? (
						<p>
							<a className={styles.study} href={href}>
								{firstRun ? 'Begin with the first card' : 'Study'} <kbd>Enter</kbd>
							</a>
							<StudyKey href={href} />
						</p>
					) : null}
				</section>

				{today.backlog ? <Backlog offer={today.backlog} /> : null}
				{decks.length > 0 ? (
					<section aria-labelledby="decks">
						<h2 id="decks">Decks</h2>
						<DeckTree decks={decks} />
					</section>
				) : null}
				<section aria-labelledby="week">
					<h2 id="week">The next seven days</h2>
					<Forecast days={today.forecast} />
				</section>
				<section aria-labelledby="year">
					<h2 id="year">The past year</h2>
					<Heatmap days={today.heatmap} />
				</section>
				<p className={styles.elsewhere}>
					<a href="/exchange">Import, export and backup</a>
				</p>
				<ZoneLine zone={today.zone} />
			</main>
		</>
	);

	function heading(): string {
		if (decks.length === 0) return 'There is no deck yet';
		if (firstRun && href)
			return `${count(cards, 'card')} to learn${counts.fresh < cards ? `, ${counts.fresh} of them today` : ''}`;
		if (href) return todaySentence(counts, today.minutes);
		return answered > 0 ? `All done for today, after ${count(answered, 'answer')}` : 'Nothing is due today';
	}
}

function longDate(date: string): string {
	const format = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' });
	return format.format(new Date(`${date}T00:00:00Z`));
}
