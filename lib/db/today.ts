import { Prisma } from '@/generated/prisma/client';
import { ALL_DECKS } from './all-decks';
import { readBacklog } from './backlog';
import { civilDate } from './civil-date';
import { type Db, reading } from './client';
import { readCounts } from './counts';
import { readNextDue } from './next-due';
import type { DueCounts } from './review-view';
import { deckSubtree, readStudyScope, type StudyScope } from './study-scope';
import type { DeckRow, TodayView } from './study-view';

const NOTHING: DueCounts = { fresh: 0, learning: 0, review: 0 };
const FIRST_GUESS_MS = 10_000;
const CAP_MS = 60_000;
const PACE_ROWS = 500;
const WEEKS = 53;

/** Everything the page of a day shows. */
export function readToday(nowMs: number): Promise<TodayView> {
	return reading(async (db) => {
		const scope = await readStudyScope(db, nowMs);
		const counts = await readCounts(db, scope);
		const all = counts.get(ALL_DECKS) ?? NOTHING;
		const pace = await readPace(db, scope.learner.id);
		const decks = await readDeckRows(db, scope, counts);
		return {
			nowMs,
			date: civilDate(scope.moment.day),
			zone: {
				timeZone: scope.learner.timeZone,
				known: scope.learner.zoneKnown,
				rolloverHour: scope.learner.rolloverHour,
			},
			counts: all,
			minutes: ((all.fresh + all.learning + all.review) * pace.msPerAnswer) / 60_000,
			firstRun: pace.answers === 0,
			decks,
			studyDeckId:
				total(all) === 0 ? null : (decks.find((deck) => deck.depth === 0 && total(deck.counts) > 0)?.deckId ?? null),
			heatmap: await readHeatmap(db, scope),
			forecast: await readForecast(db, scope),
			backlog: await readBacklog(db, scope, all.review),
			nextDue: total(all) > 0 ? null : await readNextDue(db, scope, deckSubtree(scope, ALL_DECKS)),
		};
	});
}

const total = (counts: DueCounts) => counts.fresh + counts.learning + counts.review;

async function readPace(db: Db, learnerId: string): Promise<{ answers: number; msPerAnswer: number }> {
	const rows = await db.review.findMany({
		where: { learnerId, action: 'answer', undone: null },
		orderBy: { seq: 'desc' },
		take: PACE_ROWS,
		select: { durationMs: true },
	});
	const spent = rows.reduce((sum, row) => sum + Math.min(row.durationMs, CAP_MS), 0);
	return { answers: rows.length, msPerAnswer: rows.length < 20 ? FIRST_GUESS_MS : spent / rows.length };
}

async function readDeckRows(db: Db, scope: StudyScope, counts: Map<string, DueCounts>): Promise<DeckRow[]> {
	const cards = await db.card.groupBy({ by: ['deckId'], where: { removedAt: null }, _count: true });
	const errors = await db.contentError.groupBy({ by: ['deckId'], _count: true });
	const countOf = (rows: { deckId: string; _count: number }[], ids: readonly string[]) =>
		rows.filter((row) => ids.includes(row.deckId)).reduce((sum, row) => sum + row._count, 0);
	const below = (parentId: string | null, depth: number): DeckRow[] =>
		scope.decks
			.filter((deck) => deck.parentId === parentId)
			.flatMap((deck) => [
				{
					deckId: deck.id,
					title: deck.title,
					depth,
					counts: counts.get(deck.id) ?? NOTHING,
					cardCount: countOf(cards, deckSubtree(scope, deck.id)),
					errorCount: countOf(errors, [deck.id]),
				},
				...below(deck.id, depth + 1),
			]);
	return below(null, 0);
}

async function readHeatmap(db: Db, scope: StudyScope): Promise<TodayView['heatmap']> {
	const today = scope.moment.day;
	const sunday = today - ((today + 4) % 7);
	const first = sunday - 7 * (WEEKS - 1);
	const learnerId = scope.learner.id;
	const perDay = async (sql: Prisma.Sql) =>
		new Map((await db.$queryRaw<{ day: number; n: number | bigint }[]>(sql)).map((row) => [row.day, Number(row.n)]));
	const made = await perDay(
		Prisma.sql`SELECT "studyDay" AS "day", COUNT(*) AS "n" FROM "Review"
			WHERE "learnerId" = ${learnerId} AND "studyDay" >= ${first} AND "action" = 'answer' GROUP BY "studyDay"`,
	);
	const undone = await perDay(
		Prisma.sql`SELECT r."studyDay" AS "day", COUNT(*) AS "n" FROM "UndoMarker" u CROSS JOIN "Review" r ON r."key" = u."reviewKey"
			WHERE r."learnerId" = ${learnerId} AND r."studyDay" >= ${first} AND r."action" = 'answer' GROUP BY r."studyDay"`,
	);
	return Array.from({ length: today - first + 1 }, (_, index) => {
		const day = first + index;
		return { date: civilDate(day), answers: (made.get(day) ?? 0) - (undone.get(day) ?? 0) };
	});
}

/** Reviews by the day they come due; today's holds what is overdue, too. */
async function readForecast(db: Db, scope: StudyScope): Promise<TodayView['forecast']> {
	const { day: today } = scope.moment;
	const due = new Map<number, number>();
	for (const phase of ['review', 'learning', 'relearning']) {
		const rows = await db.$queryRaw<{ day: number; n: number | bigint }[]>(
			Prisma.sql`SELECT MAX("dueDay", ${today}) AS "day", COUNT(*) AS "n" FROM "CardMemory"
				WHERE "learnerId" = ${scope.learner.id} AND "phase" = ${phase} AND "dueDay" < ${today + 7}
					AND NOT "suspended" AND NOT "resting" GROUP BY 1`,
		);
		for (const { day, n } of rows) due.set(Number(day), (due.get(Number(day)) ?? 0) + Number(n));
	}
	return Array.from({ length: 7 }, (_, ahead) => ({
		date: civilDate(today + ahead),
		due: due.get(today + ahead) ?? 0,
	}));
}
