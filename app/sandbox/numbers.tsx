'use client';

import type { NumberTable } from '@/lib/demos/demo';
import styles from './numbers.module.css';

/** The numbers behind the picture, as a table. */
export function Numbers({ table }: { table: NumberTable }) {
	return (
		<details className={styles.numbers}>
			<summary>Numbers</summary>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls sideways, by keyboard too */}
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
		</details>
	);
}
