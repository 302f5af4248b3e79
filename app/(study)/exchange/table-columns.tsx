'use client';

import { useState } from 'react';
import type { ColumnMapping, TablePreview } from '@/lib/exchange/file-format';
import styles from './exchange.module.css';

type Column = ColumnMapping['columns'][number];

const COLUMNS: Record<Column, string> = {
	front: 'Question',
	back: 'Answer',
	tags: 'Tags',
	deck: 'Deck',
	guid: 'Identity',
	notetype: 'Note type',
	ignore: 'Leave out',
};

/** The first rows of a table, where the learner says what each column is. */
export function TableColumns({
	preview,
	onChosen,
}: {
	preview: TablePreview;
	onChosen: (columns: ColumnMapping) => void;
}) {
	const [mapping, setMapping] = useState(preview.mapping);
	const columns = mapping.columns.map((column, index) => ({ column, index }));
	const rows = preview.rows
		.slice(mapping.header ? 1 : 0)
		.slice(0, 6)
		.map((cells, nth) => ({ cells, nth }));
	const choose = (index: number, column: Column) =>
		setMapping({ ...mapping, columns: mapping.columns.map((each, nth) => (nth === index ? column : each)) });
	const complete = mapping.columns.includes('front');
	return (
		<div className={styles.told}>
			<h3>What is in each column?</h3>
			<div className={`${styles.table} ${styles.scroll}`}>
				<table className={styles.preview}>
					<thead>
						<tr>
							{columns.map(({ column, index }) => (
								<th key={index} scope="col">
									<select
										aria-label={`Column ${index + 1}`}
										value={column}
										onChange={(event) => choose(index, event.target.value as Column)}
									>
										{Object.entries(COLUMNS).map(([name, title]) => (
											<option key={name} value={name}>
												{title}
											</option>
										))}
									</select>
								</th>
							))}
						</tr>
					</thead>
					<tbody>
						{rows.map(({ cells, nth }) => (
							<tr key={nth}>
								{columns.map(({ index }) => (
									<td key={index}>{cells[index] ?? ''}</td>
								))}
							</tr>
						))}
					</tbody>
				</table>
			</div>
			<label className={styles.check}>
				<input
					type="checkbox"
					checked={mapping.header}
					onChange={(event) => setMapping({ ...mapping, header: event.target.checked })}
				/>
				The first row holds names
			</label>
			<label className={styles.check}>
				<input
					type="checkbox"
					checked={mapping.html}
					onChange={(event) => setMapping({ ...mapping, html: event.target.checked })}
				/>
				The text is HTML
			</label>
			<div className={styles.actions}>
				<button type="button" className={styles.main} disabled={!complete} onClick={() => onChosen(mapping)}>
					Go on
				</button>
				{complete ? null : <span>One column must be the question.</span>}
			</div>
		</div>
	);
}
