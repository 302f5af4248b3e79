import type { Metadata } from 'next';
import { DEMO_IDS } from '@/lib/demos/demo-id';
import { demoEntry } from '@/lib/demos/registry';
import { CHAPTERS } from './gallery/chapters';
import { ConceptPath } from './gallery/concept-path';
import { DemoTile } from './gallery/demo-tile';
import styles from './gallery.module.css';

export const metadata: Metadata = { title: 'Demos' };

/** Every demo by its concept with a small picture, then the path of concepts. */
export default function Gallery() {
	const entries = DEMO_IDS.flatMap((id) => demoEntry(id) ?? []);
	return (
		<main id="main" className={styles.gallery}>
			<h1>Demos</h1>
			<p className={styles.lead}>
				One behind every card of the deck on neural networks: foretell, run, compare.{' '}
				<a href="#path">Which rests on which</a> stands below.
			</p>
			{CHAPTERS.map(({ name, demos }) => (
				<section key={name} aria-label={name}>
					<h2>{name}</h2>
					<ul className={styles.tiles}>
						{demos.map((id) => {
							const entry = demoEntry(id);
							return entry && <DemoTile key={id} entry={entry} />;
						})}
					</ul>
				</section>
			))}
			<section aria-labelledby="path" className={styles.concepts}>
				<h2 id="path">The path of concepts</h2>
				<p>Each concept rests on the ones above it that lead to it; begin at the top.</p>
				<ConceptPath entries={entries} />
			</section>
		</main>
	);
}
