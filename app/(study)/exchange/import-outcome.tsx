import { count } from '@/app/(study)/due-words';
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
	const columns = VERDICTS.filter(({ verdict }) => verdict === 'new' || notes[verdict] > 0);
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
							{columns.map(({ verdict, title }) => (
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
								{columns.map(({ verdict }) => (
									<td key={verdict}>{deck[verdict]}</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</div>
			<p>{sentences(report).join(' ')}</p>
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

function sentences({ cards, memories, reviews, media }: ImportResult['report']): string[] {
	const files = media.new + media.updated;
	return [
		`${count(cards.new, 'new card')}.`,
		...(memories.taken > 0 ? [`${count(memories.taken, 'schedule')} taken from the file.`] : []),
		...(reviews.new > 0 ? [`${count(reviews.new, 'answer')} added to your history.`] : []),
		...(reviews.known > 0 ? [`${count(reviews.known, 'answer')} in it already.`] : []),
		...(files > 0 ? [`${count(files, 'file')} beside the notes.`] : []),
	];
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
