import { createHash } from 'node:crypto';
import { DEFAULT_DECK_OPTIONS, DeckOptions } from '@/lib/srs/deck-options';
import { migrateWeights } from '@/lib/srs/weights';
import type { Db } from './client';

/** Deck options with the id that log rows name them by. */
export interface NamedOptions {
	optionsId: string;
	options: DeckOptions;
}

/** The id of a set of options: the same for the same options, on every machine. */
export function optionsId(options: DeckOptions): string {
	return createHash('sha256')
		.update(JSON.stringify(DeckOptions.parse(options)))
		.digest('hex')
		.slice(0, 32);
}

/** The defaults, under their id. */
export const DEFAULT_OPTIONS: NamedOptions = {
	optionsId: optionsId(DEFAULT_DECK_OPTIONS),
	options: DEFAULT_DECK_OPTIONS,
};

/** Keeps a set of options so that log rows may name it. Throws RangeError for weights that the model cannot take. */
export async function keepOptions(db: Db, options: DeckOptions): Promise<NamedOptions> {
	const kept = DeckOptions.parse(options);
	if (kept.weights) migrateWeights(kept.weights);
	const id = optionsId(kept);
	await db.schedulingOptions.upsert({ where: { id }, create: { id, json: JSON.stringify(kept) }, update: {} });
	return { optionsId: id, options: kept };
}

/** Every set of options the log may name, by id. */
export async function readAllOptions(db: Db): Promise<Map<string, DeckOptions>> {
	const rows = await db.schedulingOptions.findMany();
	return new Map(rows.map((row) => [row.id, DeckOptions.parse(JSON.parse(row.json))]));
}

/** A deck's own place in the tree, with the options in force: its own, or those of the nearest deck above that has any. */
export interface DeckPlace extends NamedOptions {
	id: string;
	parentId: string | null;
	title: string;
	position: number;
}

/** All decks with their options, in the order of their files. */
export async function readDeckPlaces(db: Db, learnerId: string): Promise<DeckPlace[]> {
	const decks = await db.deck.findMany({
		select: { id: true, parentId: true, title: true, position: true },
		orderBy: { position: 'asc' },
	});
	const settings = await db.deckSetting.findMany({ where: { learnerId }, include: { options: true } });
	const own = new Map(
		settings.map((s) => [s.deckId, { optionsId: s.optionsId, options: DeckOptions.parse(JSON.parse(s.options.json)) }]),
	);
	const parents = new Map(decks.map((deck) => [deck.id, deck.parentId]));
	const inForce = (deckId: string | null): NamedOptions => {
		if (deckId === null) return DEFAULT_OPTIONS;
		return own.get(deckId) ?? inForce(parents.get(deckId) ?? null);
	};
	return decks.map((deck) => ({ ...deck, ...inForce(deck.id) }));
}

/** The options in force in one deck, read by themselves: an answer needs no more. */
export async function readOptionsInForce(db: Db, learnerId: string, deckId: string): Promise<NamedOptions> {
	const some = await db.deckSetting.findFirst({ where: { learnerId }, select: { deckId: true } });
	if (!some) return DEFAULT_OPTIONS;
	return (await readDeckPlaces(db, learnerId)).find((place) => place.id === deckId) ?? DEFAULT_OPTIONS;
}

/** Gives a deck its own options from now on; rows of the log already made keep naming theirs. */
export async function setDeckOptions(db: Db, learnerId: string, deckId: string, options: DeckOptions): Promise<void> {
	const { optionsId } = await keepOptions(db, options);
	await db.deckSetting.upsert({
		where: { learnerId_deckId: { learnerId, deckId } },
		create: { learnerId, deckId, optionsId },
		update: { optionsId },
	});
}
