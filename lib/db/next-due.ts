import type { Prisma } from '@/generated/prisma/client';
import type { Db } from './client';
import type { StudyScope } from './study-scope';

/** When the next card comes due. */
export type NextDue = { kind: 'instant'; atMs: number } | { kind: 'day'; daysFromToday: number } | null;

/** When, after now, the next card of `deckIds` that is neither new nor at rest comes due. */
export async function readNextDue(db: Db, scope: StudyScope, deckIds: readonly string[]): Promise<NextDue> {
	const awake = { learnerId: scope.learner.id, deckId: { in: [...deckIds] }, suspended: false, resting: false };
	const soon = await db.cardMemory.findFirst({
		where: { ...awake, dueAt: { not: null } },
		orderBy: { dueAt: 'asc' },
		select: { dueAt: true },
	});
	const atMs = soon?.dueAt?.getTime();
	if (atMs !== undefined && atMs < scope.moment.dayEndsAtMs) return { kind: 'instant', atMs };
	const later = await db.cardMemory.findFirst({
		where: { ...awake, phase: { in: ['review', 'learning', 'relearning'] }, dueDay: { gt: scope.moment.day } },
		orderBy: { dueDay: 'asc' },
		select: { dueDay: true },
	});
	const days = [
		...(atMs === undefined ? [] : [Math.ceil((atMs - scope.moment.dayEndsAtMs + 1) / 86_400_000)]),
		...(later?.dueDay == null ? [] : [later.dueDay - scope.moment.day]),
		...((await freshTomorrow(db, awake)) ? [1] : []),
	];
	return days.length === 0 ? null : { kind: 'day', daysFromToday: Math.min(...days) };
}

/** New cards beyond today's limit come with tomorrow's. */
async function freshTomorrow(db: Db, awake: Prisma.CardMemoryWhereInput): Promise<boolean> {
	return (await db.cardMemory.findFirst({ where: { ...awake, phase: 'new', duePosition: { not: null } } })) !== null;
}
