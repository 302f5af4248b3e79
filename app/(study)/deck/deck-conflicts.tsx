import { Html } from '@/app/(study)/html';
import type { NoteConflict } from '@/lib/db/study-view';
import styles from './deck.module.css';

/** Notes that were changed both here and in their file: both versions, side by side. */
export function DeckConflicts({ conflicts }: { conflicts: readonly NoteConflict[] }) {
	if (conflicts.length === 0) return null;
	return (
		<section className={styles.conflicts} aria-labelledby="conflicts">
			<h2 id="conflicts">Changed here and in the file</h2>
			<p>Both versions are kept. Reviews show the one edited here.</p>
			{conflicts.map(({ noteId, title, mineHtml, fileHtml }) => (
				<details key={noteId}>
					<summary>{title}</summary>
					<div className={styles.versions}>
						<section aria-label="Edited here">
							<h3>Edited here</h3>
							<Html html={mineHtml} />
						</section>
						<section aria-label="In the file">
							<h3>In the file</h3>
							<Html html={fileHtml} />
						</section>
					</div>
				</details>
			))}
		</section>
	);
}
