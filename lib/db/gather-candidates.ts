import type { Prisma } from '@/generated/prisma/client';
import type { DeckOptions } from '@/lib/srs/deck-options';
import type { Moment } from '@/lib/srs/moment';
import { orderReviews } from '@/lib/srs/order-reviews';
import type { QueueCard } from '@/lib/srs/queue';
import type { Db } from './client';
import { memoryOf } from './memory-columns';

/** How many reviews and new cards. */
export interface Room {
	reviews: number;
	fresh: number;
}

/** Which cards to look for, and how many of the two kinds that a day's limits cap. */
export interface Wanted {
	learnerId: string;
	/** The decks to look in, with the most that the limits let through of each. */
	decks: ReadonlyMap<string, Room>;
	/** The most that they let through of all together; null to look as far in every deck as its own room asks. */
	total: Room | null;
	/** How many more to look at, for those that siblings will hide. */
	slack: number;
	moment: Moment;
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
	const { learnerId, moment, decks } = wanted;
	const shown = {
		learnerId,
		deckId: { in: [...decks.keys()] },
		suspended: false,
		resting: false,
		OR: [{ buriedUntilDay: null }, { buriedUntilDay: { lte: moment.day } }],
	};
	const learning = await db.cardMemory.findMany({
		where: { ...shown, dueAt: { not: null } },
		orderBy: { dueAt: 'asc' },
	});
	const dayLearning = [
		...(await daySteps(db, shown, 'learning', moment)),
		...(await daySteps(db, shown, 'relearning', moment)),
	];
	const reviews = await gatherReviews(db, shown, wanted);
	const fresh = await gatherFresh(db, shown, wanted);
	return {
		learning: learning.map(queueCard),
		dayLearning: dayLearning.map(queueCard),
		reviews: orderReviews(reviews.rows.map(queueCard), wanted.reviewOrder, moment.day, wanted.optionsOf),
		fresh: fresh.rows.map(queueCard),
		truncated: reviews.truncated || fresh.truncated,
	};
}

/** One phase a query: SQLite walks an index for one value and scans the table for a choice of two. */
function daySteps(db: Db, shown: Prisma.CardMemoryWhereInput, phase: string, moment: Moment): Promise<MemoryRow[]> {
	const where = { ...shown, phase, dueDay: { lte: moment.day } };
	return db.cardMemory.findMany({ where, orderBy: [{ dueDay: 'asc' }, { shuffle: 'asc' }] });
}

interface Gathered {
	rows: MemoryRow[];
	/** More wait than were read. */
	truncated: boolean;
}

async function gatherReviews(db: Db, shown: Prisma.CardMemoryWhereInput, wanted: Wanted): Promise<Gathered> {
	const { decks, total, slack, moment, reviewOrder } = wanted;
	const where = { ...shown, phase: 'review', dueDay: { lte: moment.day } };
	const orderBy: Prisma.CardMemoryOrderByWithRelationInput[] = [{ dueDay: 'asc' }, { shuffle: 'asc' }];
	if (reviewOrder !== 'due-random') return { rows: await db.cardMemory.findMany({ where, orderBy }), truncated: false };
	if (total) {
		const take = total.reviews + slack;
		const rows = await db.cardMemory.findMany({ where, orderBy, take });
		return { rows, truncated: rows.length === take };
	}
	const all: Gathered = { rows: [], truncated: false };
	for (const [deckId, room] of decks) {
		const take = room.reviews + slack;
		const rows = await db.cardMemory.findMany({ where: { ...where, deckId }, orderBy, take });
		all.rows.push(...rows);
		all.truncated ||= rows.length === take;
	}
	return all;
}

/** New cards keep the order of the decks, and in each of its file. */
async function gatherFresh(db: Db, shown: Prisma.CardMemoryWhereInput, wanted: Wanted): Promise<Gathered> {
	const { decks, total, slack } = wanted;
	const all: Gathered = { rows: [], truncated: false };
	const withNew = await decksWithNew(db, wanted.learnerId);
	for (const [deckId, room] of decks) {
		if (!withNew.has(deckId)) continue;
		if (total && all.rows.length >= total.fresh + slack) return { ...all, truncated: true };
		const take = room.fresh + slack;
		const where = { ...shown, deckId, phase: 'new', duePosition: { not: null } };
		const rows = await db.cardMemory.findMany({ where, orderBy: { duePosition: 'asc' }, take });
		all.rows.push(...rows);
		all.truncated ||= rows.length === take;
	}
	return all;
}

/** A seek a deck, where asking each for its new cards would be a query a deck. */
async function decksWithNew(db: Db, learnerId: string): Promise<Set<string>> {
	const rows = await db.$queryRaw<{ id: string }[]>`
		SELECT d."id" FROM "Deck" d WHERE EXISTS (SELECT 1 FROM "CardMemory" m
			WHERE m."learnerId" = ${learnerId} AND m."deckId" = d."id" AND m."phase" = 'new')`;
	return new Set(rows.map((row) => row.id));
}
