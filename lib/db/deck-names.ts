import { reading } from './client';
import { readDeckPlaces } from './deck-settings';
import { readLearner } from './learner';

/** A deck as a list of decks names it. */
export interface DeckName {
	id: string;
	title: string;
	/** 0 at the top. */
	depth: number;
	hasDecksBelow: boolean;
}

/** Every deck, each after the one that it hangs under. */
export function readDeckNames(): Promise<DeckName[]> {
	return reading(async (db) => {
		const places = await readDeckPlaces(db, (await readLearner(db)).id);
		const below = (parentId: string | null, depth: number): DeckName[] =>
			places
				.filter((place) => place.parentId === parentId)
				.flatMap(({ id, title }) => {
					const inner = below(id, depth + 1);
					return [{ id, title, depth, hasDecksBelow: inner.length > 0 }, ...inner];
				});
		return below(null, 0);
	});
}
