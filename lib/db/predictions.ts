import { type Db, transaction } from './client';
import { learnerMoment, readLearner } from './learner';
import type { StudyScope } from './study-scope';

/** What the learner last foretold of a card's demo, and what its run measured; both in words. */
export interface KeptPrediction {
	guess: string;
	measured: string;
	grade: 'hit' | 'close' | 'miss';
	/** Study days; 0 for today. */
	daysAgo: number;
}

/** A prediction whose run has come to its end, as the demo's page sends it. */
export interface SentPrediction {
	key: string;
	demoId: string;
	/** The settings of the run, as in its address. */
	query: string;
	seed: number | null;
	/** In words, as the page showed them. */
	guess: string;
	measured: string;
	grade: KeptPrediction['grade'];
}

/** Keeps a prediction, exactly once for a key; false when it was there. It changes no card's memory. */
export function keepPrediction({ key, ...sent }: SentPrediction, nowMs: number): Promise<boolean> {
	return transaction(async (db) => {
		if (await db.prediction.findUnique({ where: { key }, select: { seq: true } })) return false;
		const { id: learnerId } = await readLearner(db);
		await db.prediction.create({ data: { key, learnerId, ...sent, at: new Date(nowMs) } });
		return true;
	});
}

/** The last prediction of each of the given demos, by demo id; those that have none are left out. */
export async function readLastPredictions(
	db: Db,
	{ learner, moment }: Pick<StudyScope, 'learner' | 'moment'>,
	demoIds: readonly string[],
): Promise<Map<string, KeptPrediction>> {
	if (demoIds.length === 0) return new Map();
	const last = await db.prediction.groupBy({
		by: ['demoId'],
		where: { learnerId: learner.id, demoId: { in: [...new Set(demoIds)] } },
		_max: { seq: true },
	});
	const rows = await db.prediction.findMany({ where: { seq: { in: last.flatMap((group) => group._max.seq ?? []) } } });
	return new Map(
		rows.map(({ demoId, guess, measured, grade, at }) => {
			const daysAgo = Math.max(0, moment.day - learnerMoment(learner, at.getTime()).day);
			return [demoId, { guess, measured, grade: grade as KeptPrediction['grade'], daysAgo }];
		}),
	);
}
