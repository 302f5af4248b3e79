import { ALL_DECKS } from './all-decks';
import { type Db, transaction } from './client';
import { learnerMoment, readLearner } from './learner';

/** More cards of a deck than its limits give, for one study day. */
export interface Helping {
	deckId: string;
	fresh: number;
	reviews: number;
}

/** The further helpings of study day `day`. */
export function readHelpings(db: Db, learnerId: string, day: number): Promise<Helping[]> {
	return db.helping.findMany({
		where: { learnerId, studyDay: day },
		select: { deckId: true, fresh: true, reviews: true },
	});
}

/** What `helpings` add to the limits of `deckId`: those taken in it, in a deck above it or in a deck below it. */
export function moreFor(
	decks: readonly { id: string; parentId: string | null }[],
	deckId: string,
	helpings: readonly Helping[],
): { fresh: number; reviews: number } {
	const parents = new Map(decks.map((deck) => [deck.id, deck.parentId]));
	const path = (id: string): string[] => {
		const parentId = parents.get(id);
		return [id, ...(parentId ? path(parentId) : [ALL_DECKS])];
	};
	const above = path(deckId);
	const bearing = helpings.filter((helping) => above.includes(helping.deckId) || path(helping.deckId).includes(deckId));
	return {
		fresh: bearing.reduce((sum, helping) => sum + helping.fresh, 0),
		reviews: bearing.reduce((sum, helping) => sum + helping.reviews, 0),
	};
}

/** Takes a further helping for the study day of `nowMs`, once for a key; false when there is no such deck. */
export function takeHelping(key: string, helping: Helping, nowMs: number): Promise<boolean> {
	return transaction(async (db) => {
		const { deckId } = helping;
		if (deckId !== ALL_DECKS && !(await db.deck.findUnique({ where: { id: deckId }, select: { id: true } })))
			return false;
		const learner = await readLearner(db);
		const studyDay = learnerMoment(learner, nowMs).day;
		await db.helping.upsert({
			where: { key },
			create: { key, learnerId: learner.id, studyDay, ...helping },
			update: {},
		});
		return true;
	});
}
