import type { Phase } from '@/lib/srs/card-memory';
import type { Grade } from '@/lib/srs/grade';
import { GRADES } from '@/lib/srs/grade';
import type { Db } from './client';

/** One answer of today that stands. */
export interface TodaysAnswer {
	cardId: string;
	noteId: string;
	deckId: string;
	phaseBefore: Phase;
	grade: Grade;
	durationMs: number;
}

/** The answers of study day `day` that no undo has taken back, oldest first. */
export async function readTodaysAnswers(db: Db, learnerId: string, day: number): Promise<TodaysAnswer[]> {
	const rows = await db.review.findMany({
		where: { learnerId, studyDay: day, action: 'answer', undone: null },
		orderBy: { seq: 'asc' },
		select: { cardId: true, noteId: true, deckId: true, beforePhase: true, grade: true, durationMs: true },
	});
	return rows.flatMap(({ beforePhase, grade, ...row }) => {
		const known = GRADES.find((g) => g === grade);
		return known ? [{ ...row, phaseBefore: beforePhase as Phase, grade: known }] : [];
	});
}
