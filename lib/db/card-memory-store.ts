import type { Prisma } from '@/generated/prisma/client';
import type { CardMemory } from '@/lib/srs/card-memory';
import { shuffleKey } from '@/lib/srs/shuffle-key';
import type { Db } from './client';
import { memoryColumns, memoryOf } from './memory-columns';

/** A card's memory as it is stored, with the version that a change must name. */
export interface StoredMemory {
	cardId: string;
	noteId: string;
	deckId: string;
	version: number;
	/** True when the card has left its deck's file and rests. */
	resting: boolean;
	memory: CardMemory;
}

/** The learner's memory of a card; null when there is no such card. */
export async function findMemory(db: Db, learnerId: string, cardId: string): Promise<StoredMemory | null> {
	const [row] = await db.$queryRaw<Prisma.CardMemoryGetPayload<object>[]>`
		SELECT * FROM "CardMemory" WHERE "learnerId" = ${learnerId} AND "cardId" = ${cardId}`;
	if (!row) return null;
	return {
		cardId,
		noteId: row.noteId,
		deckId: row.deckId,
		version: row.version,
		resting: row.resting,
		memory: memoryOf(row),
	};
}

/** Compares and swaps: writes `next` as version + 1 where the row still has `version`; false when it does not. */
export async function swapMemory(
	db: Db,
	{ learnerId, cardId, version }: { learnerId: string; cardId: string; version: number },
	next: CardMemory,
): Promise<boolean> {
	const columns = Object.entries({
		...memoryColumns(next),
		version: version + 1,
		shuffle: next.due.kind === 'day' ? shuffleKey(cardId, next.due.day) : 0,
	});
	// SQL of ours, for the reason that `appendReview` gives
	const sets = columns.map(([name]) => `"${name}" = ?`).join(', ');
	const sql = `UPDATE "CardMemory" SET ${sets} WHERE "learnerId" = ? AND "cardId" = ? AND "version" = ?`;
	const changed = await db.$executeRawUnsafe(sql, ...columns.map(([, value]) => value), learnerId, cardId, version);
	return changed === 1;
}
