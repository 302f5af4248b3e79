import type { TodayView } from '@/lib/db/study-view';
import styles from './forecast.module.css';

/** Reviews due on each of the next seven days, as bars with their numbers. */
export function Forecast({ days }: { days: TodayView['forecast'] }) {
	const most = Math.max(1, ...days.map((day) => day.due));
	return (
		<ol className={styles.week}>
			{days.map(({ date, due }, ahead) => (
				<li key={date} data-none={due === 0 || undefined}>
					<span className={styles.due}>
						{due}
						<span className="unseen"> {due === 1 ? 'review' : 'reviews'} on </span>
					</span>
					<span className={styles.bar} style={{ blockSize: `${(due / most) * 4}rem` }} />
					<time dateTime={date}>{ahead === 0 ? 'Today' : weekday(date)}</time>
				</li>
			))}
		</ol>
	);
}

function weekday(date: string): string {
	const format = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', timeZone: 'UTC' });
	return format.format(new Date(`${date}T00:00:00Z`));
}
