import type { DemoEntry } from '@/lib/demos/registry';
import styles from './demo-head.module.css';

interface Props {
	entry: DemoEntry;
	/** What there is to see, in a sentence. */
	shows: string;
	/** `deck/note`. */
	cardId: string;
	/** Shown beside its card already. */
	embedded: boolean;
}

/** The name of a demo, what it shows, and the way back to its card. */
export function DemoHead({ entry, shows, cardId, embedded }: Props) {
	const [deck, note] = cardId.split('/');
	return (
		<div className={styles.head} data-embedded={embedded || undefined}>
			<p className={styles.concept}>
				{entry.concept}
				{!embedded && <a href={`/deck/${deck}#${note}`}>Its card</a>}
			</p>
			<h1>{entry.title}</h1>
			<p className={styles.shows}>{shows}</p>
		</div>
	);
}
