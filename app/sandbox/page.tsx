import type { Metadata } from 'next';
import { DEMO_IDS, demoEntry } from '@/lib/demos/registry';
import styles from './gallery.module.css';

export const metadata: Metadata = { title: 'Demos' };

/** Every demo by its concept, in the order of the deck, with what each rests on. */
export default function Gallery() {
	const entries = DEMO_IDS.flatMap((id) => demoEntry(id) ?? []);
	const built = entries.filter((entry) => entry.built).length;
	return (
		<main id="main" className={styles.gallery}>
			<h1>Demos</h1>
			<p>
				One behind every card of the deck on neural networks. {built} of {entries.length} can be run; the others say so
				on their page.
			</p>
			<ol>
				{entries.map(({ id, concept, title, restsOn, built: there }) => (
					<li key={id} data-built={there || undefined}>
						<a href={`/sandbox/${id}`}>{concept}</a>
						<span className={styles.state}>{there ? 'can be run' : 'not yet'}</span>
						<p>{title}</p>
						{restsOn.length > 0 && (
							<p className={styles.rests}>
								rests on {restsOn.map((under) => demoEntry(under)?.concept.toLowerCase()).join(' and ')}
							</p>
						)}
					</li>
				))}
			</ol>
		</main>
	);
}
