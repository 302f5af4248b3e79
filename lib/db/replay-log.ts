import type { CardMemory } from '@/lib/srs/card-memory';
import { type MemoryDifference, memoryDifferences } from '@/lib/srs/memory-differences';
import { type ReplayDifference, replayCard } from '@/lib/srs/replay';
import { type Db, reading } from './client';
import { readAllOptions } from './deck-settings';
import { memoryOf } from './memory-columns';
import { type LoggedReview, reviewOf } from './review-log';

/** Where a card's log, or its memory, is not what replaying the log gives. */
export type CardDifference =
	| { cardId: string; where: 'log'; difference: ReplayDifference }
	| { cardId: string; where: 'memory'; difference: MemoryDifference }
	| { cardId: string; where: 'memory'; difference: 'missing' };

/** What replaying the whole log came to. */
export interface ReplayReport {
	cards: number;
	reviews: number;
	undone: number;
	differences: CardDifference[];
}

const CARDS_AT_ONCE = 500;

/** Works every memory out again from the log and compares it with what is stored; changes nothing, in bounded memory. */
export async function replayLog(onProgress: (cards: number) => void = () => {}): Promise<ReplayReport> {
	const options = await reading(readAllOptions);
	const report: ReplayReport = {
		cards: 0,
		reviews: 0,
		undone: await reading((db) => db.undoMarker.count()),
		differences: [],
	};
	for (let after = ''; ; ) {
		const cardIds = await reading((db) => nextCards(db, after));
		const last = cardIds.at(-1);
		if (last === undefined) return report;
		after = last;
		await reading((db) => replayCards(db, cardIds, options, report));
		report.cards += cardIds.length;
		onProgress(report.cards);
	}
}

async function nextCards(db: Db, after: string): Promise<string[]> {
	const rows = await db.$queryRaw<{ cardId: string }[]>`
		SELECT DISTINCT "cardId" FROM "Review" WHERE "learnerId" = 'local' AND "cardId" > ${after} ORDER BY "cardId" LIMIT ${CARDS_AT_ONCE}`;
	return rows.map((row) => row.cardId);
}

async function replayCards(
	db: Db,
	cardIds: string[],
	options: Awaited<ReturnType<typeof readAllOptions>>,
	report: ReplayReport,
): Promise<void> {
	const rows = await db.review.findMany({
		where: { cardId: { in: cardIds }, undone: null },
		orderBy: { seq: 'asc' },
	});
	const memories = new Map(
		(await db.cardMemory.findMany({ where: { cardId: { in: cardIds } } })).map((row) => [row.cardId, memoryOf(row)]),
	);
	report.reviews += rows.length;
	const byCard = byCardId(rows.map(reviewOf));
	for (const cardId of cardIds) {
		const reviews = byCard.get(cardId) ?? [];
		const { memory, differences } =
			reviews.length > 0
				? replayCard(reviews, options)
				: { memory: await memoryBeforeLog(db, cardId), differences: [] };
		report.differences.push(...differences.map((difference) => ({ cardId, where: 'log' as const, difference })));
		const stored = memories.get(cardId);
		if (!stored) report.differences.push({ cardId, where: 'memory', difference: 'missing' });
		else if (memory) {
			const found = memoryDifferences(stored, memory);
			report.differences.push(...found.map((difference) => ({ cardId, where: 'memory' as const, difference })));
		}
	}
}

function byCardId(reviews: readonly LoggedReview[]): Map<string, LoggedReview[]> {
	const groups = new Map<string, LoggedReview[]>();
	for (const review of reviews) {
		const group = groups.get(review.cardId);
		if (group) group.push(review);
		else groups.set(review.cardId, [review]);
	}
	return groups;
}

/** The memory of a card whose every row was undone: the one its first row found. */
async function memoryBeforeLog(db: Db, cardId: string): Promise<CardMemory | null> {
	const first = await db.review.findFirst({ where: { cardId }, orderBy: { seq: 'asc' } });
	return first && reviewOf(first).before;
}
