import type { DoneSummary } from '@/lib/db/review-view';

const MINUTE_MS = 60_000;

/** When the next card is due, as the end of a sentence: "in 12 minutes", "tomorrow", "in 5 days". */
export function dueWords(due: NonNullable<DoneSummary['nextDue']>, nowMs: number): string {
	if (due.kind === 'day')
		return due.daysFromToday <= 1
			? (['now', 'tomorrow'][Math.max(0, due.daysFromToday)] ?? 'now')
			: `in ${due.daysFromToday} days`;
	const minutes = Math.ceil((due.atMs - nowMs) / MINUTE_MS);
	if (minutes <= 0) return 'now';
	if (minutes < 90) return `in ${count(minutes, 'minute')}`;
	return `in ${count(Math.round(minutes / 60), 'hour')}`;
}

/** "1 card", "3 cards". */
export function count(n: number, noun: string): string {
	return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
