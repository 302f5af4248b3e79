import type { Prisma } from '@/generated/prisma/client';
import type { DeckOptions } from '@/lib/srs/deck-options';
import type { Moment } from '@/lib/srs/moment';
import { orderReviews } from '@/lib/srs/order-reviews';
import type { QueueCard } from '@/lib/srs/queue';
import type { Db } from './client';
import { memoryOf } from './memory-columns';

/** Which cards to look for, and how many of the two kinds that a day's limits cap. */
export interface Wanted {
	learnerId: string;
	deckIds: readonly string[];
	moment: Moment;
	reviews: number;
	fresh: number;
	/** The order of the studied deck; any but the default needs every due review to be read. */
	reviewOrder: DeckOptions['reviewOrder'];
	optionsOf: (deckId: string) => DeckOptions;
}

/** Cards that the queue may choose from; `truncated` when more reviews or new cards wait than were asked for. */
export interface Candidates {
	learning: QueueCard[];
	dayLearning: QueueCard[];
	reviews: QueueCard[];
	fresh: QueueCard[];
	truncated: boolean;
}

type MemoryRow = Prisma.CardMemoryGetPayload<object>;

const queueCard = (row: MemoryRow): QueueCard => ({
	cardId: row.cardId,
	noteId: row.noteId,
	deckId: row.deckId,
	shuffle: row.shuffle,
	memory: memoryOf(row),
});

/** Everything that could be shown today, in the order of the queue's kinds, read through the indexes of CardMemory. */
export async function gatherCandidates(db: Db, wanted: Wanted): Promise<Candidates> {
	const { learnerId, moment } = wanted;
	const shown = {
		learnerId,
		deckId: { in: [...wanted.deckIds] },
		suspended: false,
		resting: false,
		OR: [{ buriedUntilDay: null }, { buriedUntilDay: { lte: moment.day } }],
	};
	const steps = { in: ['learning', 'relearning'] };
	const [learning, dayLearning, reviews] = [
		await db.cardMemory.findMany({ where: { ...shown, dueAt: { not: null } }, orderBy: { dueAt: 'asc' } }),
		await db.cardMemory.findMany({
			where: { ...shown, phase: steps, dueDay: { lte: moment.day } },
			orderBy: [{ dueDay: 'asc' }, { shuffle: 'asc' }],
		}),
		await db.cardMemory.findMany({
			where: { ...shown, phase: 'review', dueDay: { lte: moment.day } },
			orderBy: [{ dueDay: 'asc' }, { shuffle: 'asc' }],
			...(wanted.reviewOrder === 'due-random' ? { take: wanted.reviews + 1 } : {}),
		}),
	];
	const fresh: MemoryRow[] = [];
	for (const deckId of wanted.deckIds) {
		if (fresh.length > wanted.fresh) break;
		fresh.push(
			...(await db.cardMemory.findMany({
				where: { ...shown, deckId, phase: 'new', duePosition: { not: null } },
				orderBy: { duePosition: 'asc' },
				take: wanted.fresh + 1,
			})),
		);
	}
	return {
		learning: learning.map(queueCard),
		dayLearning: dayLearning.map(queueCard),
		reviews: orderReviews(reviews.map(queueCard), wanted.reviewOrder, moment.day, wanted.optionsOf),
		fresh: fresh.map(queueCard),
		truncated: (wanted.reviewOrder === 'due-random' && reviews.length > wanted.reviews) || fresh.length > wanted.fresh,
	};
}
