import type { ImportResult, NoteCounts } from '@/lib/db/import-report';
import styles from './exchange.module.css';
import { RemarkList } from './remark-list';

const VERDICTS: readonly { verdict: keyof NoteCounts; title: string }[] = [
	{ verdict: 'new', title: 'New' },
	{ verdict: 'updated', title: 'Updated' },
	{ verdict: 'unchanged', title: 'Unchanged' },
	{ verdict: 'kept', title: 'Yours kept' },
	{ verdict: 'refused', title: 'Refused' },
];

interface ImportOutcomeProps {
	outcome: ImportResult;
	onAgree: () => void;
	onCancel: () => void;
}

/** What an import would change, to be agreed to, or what it has changed. */
export function ImportOutcome({ outcome: { report, applied, copy }, onAgree, onCancel }: ImportOutcomeProps) {
	const { notes, cards, memories, reviews, media } = report;
	const nothing =
		notes.new + notes.updated + notes.kept + cards.new + memories.taken + reviews.new + media.new + media.updated === 0;
	return (
		<div className={styles.told}>
			<h3>{applied ? 'Imported' : nothing ? 'Nothing in it is new' : 'This would change'}</h3>
			<div className={styles.table}>
				<table>
					<caption className="unseen">Notes by deck</caption>
					<thead>
						<tr>
							<th scope="col">Deck</th>
							{VERDICTS.map(({ verdict, title }) => (
								<th key={verdict} scope="col">
									{title}
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{report.decks.map((deck) => (
							<tr key={deck.id}>
								<th scope="row">
									{deck.title}
									{deck.isNew ? ' (new)' : ''}
								</th>
								{VERDICTS.map(({ verdict }) => (
									<td key={verdict}>{deck[verdict]}</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</div>
			<p>
				{cards.new} new cards; the schedule of {memories.taken} is taken from the file. {reviews.new} answers are added
				to your history, {reviews.known} are in it already. {media.new + media.updated} files.
			</p>
			<Refusals report={report} />
			<RemarkList remarks={report.remarks} count={report.remarkCount} />
			{applied && copy !== null ? <p className={styles.note}>What you had before is kept in {copy}.</p> : null}
			{applied || nothing ? null : (
				<div className={styles.actions}>
					<button type="button" className={styles.main} onClick={onAgree}>
						Import
					</button>
					<button type="button" onClick={onCancel}>
						Leave everything as it is
					</button>
				</div>
			)}
		</div>
	);
}

function Refusals({ report }: Pick<ImportResult, 'report'>) {
	const told = report.examples.filter(({ reason }) => reason !== null);
	if (told.length === 0) return null;
	return (
		<ul>
			{told.map(({ noteId, title, reason }) => (
				<li key={noteId}>
					<strong>{title}</strong>: {reason}
				</li>
			))}
		</ul>
	);
}
