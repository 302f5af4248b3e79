import { Thumbnail } from '@/app/sandbox/thumbnails/thumbnail';
import type { DemoEntry } from '@/lib/demos/registry';
import styles from './demo-tile.module.css';

/** One demo of the gallery: its picture, its concept and what it lets one see. */
export function DemoTile({ entry: { id, concept, title } }: { entry: DemoEntry }) {
	return (
		<li className={styles.tile}>
			<a href={`/sandbox/${id}`}>
				<Thumbnail id={id} />
				<span className={styles.concept}>{concept}</span>
			</a>
			<p>{title}</p>
		</li>
	);
}
