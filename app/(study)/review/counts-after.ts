import type { DueCounts, ReviewCard } from '@/lib/db/review-view';
import type { Grade } from '@/lib/srs/grade';

/** What is left after an act on a card, until the server says it exactly; `grade` null takes the card out for today. */
export function countsAfter(counts: DueCounts, card: ReviewCard, grade: Grade | null): DueCounts {
	const kind = kindOf(card);
	const left = { ...counts, [kind]: Math.max(0, counts[kind] - 1) };
	return grade && card.offers[grade].intervalDays === 0 ? { ...left, learning: left.learning + 1 } : left;
}

/** Which of the three counts a card is in. */
export function kindOf(card: ReviewCard): keyof DueCounts {
	if (card.phase === 'new') return 'fresh';
	return card.phase === 'review' ? 'review' : 'learning';
}
