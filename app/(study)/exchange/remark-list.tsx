import type { ExchangeNote } from '@/lib/exchange/portable';

/** What was left out or changed, in the words of the file. */
export function RemarkList({ remarks, count }: { remarks: readonly ExchangeNote[]; count: number }) {
	if (count === 0) return null;
	const shown = remarks.slice(0, 50).map((remark, index) => ({ ...remark, key: index }));
	return (
		<details>
			<summary>{count === 1 ? '1 remark' : `${count} remarks`}</summary>
			<ul>
				{shown.map(({ key, where, message }) => (
					<li key={key}>
						<strong>{where}</strong>: {message}
					</li>
				))}
				{count > shown.length ? <li>and {count - shown.length} more</li> : null}
			</ul>
		</details>
	);
}
