import { Prisma } from '@/generated/prisma/client';
import type { DueLoad } from '@/lib/srs/load-balance';
import type { Db } from './client';

const HORIZON_DAYS = 120;

/** How many cards are due on each coming day, and where the siblings of given notes lie. */
export interface LoadMap {
	/** The load as it bears on one card of `noteId`. */
	forCard(cardId: string, noteId: string): DueLoad;
	/** Counts one card more on `day`, so that the next offers see it. */
	add(day: number): void;
}

/** Reads the load of the days after `today`, with the siblings of `noteIds`. */
export async function readLoadMap(
	db: Db,
	{ learnerId, today, noteIds }: { learnerId: string; today: number; noteIds: readonly string[] },
): Promise<LoadMap> {
	const rows = await db.$queryRaw<{ day: number; due: number | bigint }[]>(
		Prisma.sql`SELECT "dueDay" AS "day", COUNT(*) AS "due" FROM "CardMemory"
			WHERE "learnerId" = ${learnerId} AND "phase" IN ('review', 'learning', 'relearning') AND "dueDay" > ${today} AND "dueDay" <= ${today + HORIZON_DAYS} GROUP BY "dueDay"`,
	);
	const due = new Map(rows.map((row) => [Number(row.day), Number(row.due)]));
	const siblings = await db.cardMemory.findMany({
		where: { learnerId, noteId: { in: [...new Set(noteIds)] }, dueDay: { gt: today } },
		select: { cardId: true, noteId: true, dueDay: true },
	});
	return {
		forCard: (cardId, noteId) => ({
			dueOn: (day) => due.get(day) ?? 0,
			siblingDays: new Set(
				siblings.flatMap((s) => (s.noteId === noteId && s.cardId !== cardId && s.dueDay !== null ? [s.dueDay] : [])),
			),
		}),
		add: (day) => void due.set(day, (due.get(day) ?? 0) + 1),
	};
}
