'use client';

import { useState } from 'react';
import type { NumberTable } from '@/lib/demos/demo';
import styles from './numbers.module.css';

/** The numbers behind the picture, as a table that is drawn while it is open. */
export function Numbers({ tableOf }: { tableOf(): NumberTable }) {
	const [open, setOpen] = useState(false);
	return (
		<details className={styles.numbers} onToggle={(event) => setOpen(event.currentTarget.open)}>
			<summary>Numbers</summary>
			{open && <Rows table={tableOf()} />}
		</details>
	);
}

function Rows({ table }: { table: NumberTable }) {
	return (
		// biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls sideways, by keyboard too
		<section className={styles.scroll} tabIndex={0} aria-label={table.caption}>
			<table>
				<caption>{table.caption}</caption>
				<thead>
					<tr>
						{table.columns.map((column) => (
							<th key={column} scope="col">
								{column}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{table.rows.map(([name, ...cells]) => (
						<tr key={name}>
							<th scope="row">{name}</th>
							{cells.map((cell, k) => (
								<td key={table.columns[k + 1]}>{cell}</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
		</section>
	);
}
