import { count } from '@/app/(study)/due-words';
import type { TodayView } from '@/lib/db/study-view';
import { heatLevel } from './heat-level';
import styles from './heatmap.module.css';

const CELL = 13;
const TOP = 20;

/** A year of study days, a column a week; its sentence above, its numbers in a table below. */
export function Heatmap({ days }: { days: TodayView['heatmap'] }) {
	const most = Math.max(0, ...days.map((day) => day.answers));
	const studied = days.filter((day) => day.answers > 0);
	const answers = studied.reduce((sum, day) => sum + day.answers, 0);
	const weeks = Math.ceil(days.length / 7);
	const summary =
		answers === 0
			? 'No answers yet: each day you study will darken its square.'
			: `${count(answers, 'answer')} on ${count(studied.length, 'day')}; at most ${most} on one day.`;

	return (
		<>
			<p className={styles.summary}>{summary}</p>
			<svg
				className={styles.year}
				viewBox={`0 0 ${weeks * CELL} ${TOP + 7 * CELL}`}
				role="img"
				aria-label={`Answers on each day of the past year. ${summary}`}
			>
				{monthStarts(days).map(({ index, name }) => (
					<text key={index} x={Math.floor(index / 7) * CELL} y={12}>
						{name}
					</text>
				))}
				{days.map(({ date, answers }, index) => (
					<rect
						key={date}
						data-heat={heatLevel(answers, most)}
						x={Math.floor(index / 7) * CELL + 1}
						y={TOP + (index % 7) * CELL + 1}
						width={CELL - 2}
						height={CELL - 2}
						rx={2}
					>
						<title>{`${date}: ${count(answers, 'answer')}`}</title>
					</rect>
				))}
			</svg>
			{studied.length > 0 ? (
				<details className={styles.numbers}>
					<summary>The numbers</summary>
					<table>
						<thead>
							<tr>
								<th scope="col">Day</th>
								<th scope="col">Answers</th>
							</tr>
						</thead>
						<tbody>
							{studied.toReversed().map(({ date, answers }) => (
								<tr key={date}>
									<td>{date}</td>
									<td>{answers}</td>
								</tr>
							))}
						</tbody>
					</table>
				</details>
			) : null}
		</>
	);
}

/** Where the name of a month stands: over the first whole week that begins in it. */
function monthStarts(days: TodayView['heatmap']): { index: number; name: string }[] {
	const format = new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' });
	return days.flatMap(({ date }, index) => {
		const before = days[index - 7]?.date.slice(0, 7);
		const begins = index % 7 === 0 && before !== undefined && before !== date.slice(0, 7);
		return begins ? [{ index, name: format.format(new Date(`${date}T00:00:00Z`)) }] : [];
	});
}
