import { count } from '@/app/(study)/due-words';
import type { DeckError } from '@/lib/cards/deck-error';
import styles from './deck.module.css';

/** What is wrong in the deck's file, where, and what to write instead. */
export function DeckMistakes({ errors }: { errors: readonly DeckError[] }) {
	if (errors.length === 0) return null;
	return (
		<section className={styles.mistakes} id="mistakes" aria-labelledby="mistakes-title">
			<h2 id="mistakes-title">{count(errors.length, 'mistake')} in the file</h2>
			<p>The notes they are in are left out of the reviews until they are mended; everything else is unaffected.</p>
			<ul>
				{errors.map((error) => (
					<li key={`${error.file}:${error.line}:${error.column}:${error.message}`}>
						<code>
							{error.file}:{error.line}:{error.column}
						</code>
						<p>
							{error.message} <em>{error.advice}</em>
						</p>
					</li>
				))}
			</ul>
		</section>
	);
}
