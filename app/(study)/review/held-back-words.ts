import { count } from '@/app/(study)/due-words';
import type { DueCounts } from '@/lib/db/review-view';

/** What waits beyond the day's limits, as a sentence; empty for nothing. */
export function heldBackWords({ fresh, learning, review }: DueCounts): string {
	const parts = [
		...(fresh > 0 ? [count(fresh, 'new card')] : []),
		...(learning + review > 0 ? [count(learning + review, 'review')] : []),
	];
	if (parts.length === 0) return '';
	const verb = fresh + learning + review === 1 ? 'waits' : 'wait';
	return `${parts.join(' and ')} ${verb} beyond today’s limits.`;
}
