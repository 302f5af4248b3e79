import styles from './keys-dialog.module.css';

const KEYS: readonly (readonly [keys: readonly string[], deed: string])[] = [
	[['Space', 'Enter'], 'Show the answer, then its next part, then answer Good'],
	[['1', '2', '3', '4'], 'Answer Again, Hard, Good, Easy'],
	[['U'], 'Undo, as often as you like'],
	[['R'], 'Run the card’s demo; Esc leads back'],
	[['S'], 'Suspend: do not ask this card again'],
	[['B'], 'Bury: not before tomorrow'],
	[['F'], 'Flag; Shift F removes the flag'],
	[['?'], 'This list'],
];

/** All keys of the review page, made on the server: it is as long as it is seldom read. */
export function KeysDialog() {
	return (
		<dialog id="review-keys" className={styles.keys} aria-labelledby="keys-title">
			<h2 id="keys-title">Keys</h2>
			<dl>
				{KEYS.map(([keys, deed]) => (
					<div key={deed}>
						<dt>
							{keys.map((key) => (
								<kbd key={key}>{key}</kbd>
							))}
						</dt>
						<dd>{deed}</dd>
					</div>
				))}
			</dl>
			<form method="dialog">
				<button type="submit">Close</button>
			</form>
		</dialog>
	);
}
