import { count } from '@/app/(study)/due-words';
import type { DueCounts } from '@/lib/db/review-view';

/** What is due, in one sentence: "18 to review, 6 new, about 9 minutes". Nothing that is zero is named. */
export function todaySentence({ fresh, learning, review }: DueCounts, minutes: number): string {
	const parts = [
		...(review > 0 ? [`${review} to review`] : []),
		...(learning > 0 ? [`${learning} still being learnt`] : []),
		...(fresh > 0 ? [`${fresh} new`] : []),
		`about ${count(Math.max(1, Math.round(minutes)), 'minute')}`,
	];
	return parts.join(', ');
}
