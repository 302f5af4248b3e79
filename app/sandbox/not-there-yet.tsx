import { type DemoEntry, demoEntry } from '@/lib/demos/registry';
import styles from './not-there-yet.module.css';

/** The page of a demo that is still to be built: what it will be about, and what there is instead. */
export function NotThereYet({ entry, embedded }: { entry: DemoEntry; embedded: boolean }) {
	const under = entry.restsOn.flatMap((id) => demoEntry(id) ?? []);
	return (
		<main id="main" className={styles.page} data-embed={embedded || undefined}>
			<p className={styles.concept}>{entry.concept}</p>
			<h1>{entry.title}</h1>
			<p>This demo is not there yet. Its card is complete, and its id and link will stay as they are.</p>
			{!embedded && (
				<p>
					<a href={`/deck/neural-networks#${entry.id}`}>Read the card</a>, or see{' '}
					<a href="/sandbox">the demos there are</a>.
				</p>
			)}
			{under.length > 0 && (
				<>
					<h2>It rests on</h2>
					<ul>
						{under.map(({ id, concept, built }) => (
							<li key={id}>
								{built ? (
									<a href={`/sandbox/${id}${embedded ? '?embed=1' : ''}`}>{concept}, which can be run</a>
								) : (
									<a href={`/deck/neural-networks#${id}`} target={embedded ? '_top' : undefined}>
										{concept}
									</a>
								)}
							</li>
						))}
					</ul>
				</>
			)}
		</main>
	);
}
