import { isKebabCase } from '@/lib/cards/kebab-case';
import type { PortableCollection, PortableDeck } from '@/lib/exchange/portable';
import { ALL_DECKS } from './all-decks';
import type { OwnConnection } from './own-connection';
import type { RawRow } from './raw-memory';

/** A deck of a file and the deck here that it becomes. */
export interface LandingDeck {
	/** Its id here. */
	id: string;
	parentId: string | null;
	title: string;
	isNew: boolean;
	/** Where its own words, tags and macros differ from ours and replace them. */
	changed: boolean;
	description: string;
	tags: string[];
	/** What its notes are rendered with: ours and the file's. */
	macros: Record<string, string>;
	/** False while every note of the deck is drawn as it would be drawn now. */
	redraw: boolean;
	incoming: PortableDeck;
}

interface OwnDeck {
	id: string;
	parentId: string | null;
	title: string;
	description: string;
	tags: string;
	macros: string;
}

/**
 * Finds for each deck of a file the deck here that it is: by its id when ids are exact, else by the titles along its path, or a new
 * one under an id that is free. Keyed by the file's ids. Throws RangeError for decks that share an id or would form a circle.
 */
export function landDecks(database: OwnConnection, collection: PortableCollection): Map<string, LandingDeck> {
	const own = database
		.prepare('SELECT "id", "parentId", "title", "description", "tags", "macros" FROM "Deck"')
		.all() as unknown as (RawRow & OwnDeck)[];
	const taken = new Set([...own.map((deck) => deck.id), ALL_DECKS]);
	const landed = new Map<string, LandingDeck>();
	// a deck that travelled alone names the one above it all the same
	const standing = (id: string) => own.find((deck) => deck.id === id)?.id ?? null;
	for (const incoming of collection.decks) {
		if (landed.has(incoming.id)) {
			throw new RangeError(
				`cannot take the deck “${incoming.title}”: its id ${incoming.id} is that of another deck of the file; nothing was changed`,
			);
		}
		const exact = collection.ids === 'exact';
		const parentId =
			incoming.parentId === null ? null : (landed.get(incoming.parentId)?.id ?? standing(incoming.parentId));
		const found = exact
			? own.find((deck) => deck.id === incoming.id)
			: own.find((deck) => deck.parentId === parentId && sameTitle(deck.title, incoming.title));
		const deck = found ? meet(found, incoming, parentId, exact) : begin(incoming, parentId, taken, exact);
		taken.add(deck.id);
		landed.set(incoming.id, deck);
	}
	refuseCircles(own, landed);
	return landed;
}

/** Decks of a file and decks here may each be a tree and yet, put together, stand above themselves. */
function refuseCircles(own: readonly OwnDeck[], landed: ReadonlyMap<string, LandingDeck>): void {
	const decks = [...own, ...landed.values()];
	const parentOf = new Map(decks.map(({ id, parentId }) => [id, parentId]));
	for (const { id, title } of landed.values()) {
		let above = parentOf.get(id) ?? null;
		for (let steps = 0; above !== null; steps++) {
			if (above === id || steps > decks.length) {
				throw new RangeError(
					`cannot take the deck “${title}”: the decks above it would form a circle; nothing was changed`,
				);
			}
			above = parentOf.get(above) ?? null;
		}
	}
}

const sameTitle = (a: string, b: string) => a.trim().normalize('NFC') === b.trim().normalize('NFC');

function meet(own: OwnDeck, incoming: PortableDeck, parentId: string | null, exact: boolean): LandingDeck {
	const macros: Record<string, string> = JSON.parse(own.macros);
	const wanted = exact ? incoming.macros : { ...incoming.macros, ...macros };
	const redraw = !sameJson(sorted(wanted), sorted(macros));
	const next = exact
		? { title: incoming.title, description: incoming.description, tags: incoming.tags, parentId }
		: { title: own.title, description: own.description, tags: JSON.parse(own.tags), parentId: own.parentId };
	const before = {
		title: own.title,
		description: own.description,
		tags: JSON.parse(own.tags),
		parentId: own.parentId,
	};
	return {
		...next,
		id: own.id,
		isNew: false,
		changed: redraw || !sameJson(next, before),
		macros: redraw ? wanted : macros,
		redraw,
		incoming,
	};
}

function begin(incoming: PortableDeck, parentId: string | null, taken: Set<string>, exact: boolean): LandingDeck {
	const { title, description, tags, macros } = incoming;
	if (!isKebabCase(incoming.id) || incoming.id.length > 200 || (exact && taken.has(incoming.id))) {
		throw new RangeError(
			`cannot take the deck “${title}”: its id is “${incoming.id}”; small letters, digits and single hyphens are allowed, and no other deck’s. Nothing was changed`,
		);
	}
	let id = incoming.id;
	for (let nth = 2; taken.has(id); nth++) id = `${incoming.id}-${nth}`;
	return { id, parentId, title, description, tags, macros, isNew: true, changed: true, redraw: true, incoming };
}

const sameJson = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const sorted = (macros: Record<string, string>) => Object.entries(macros).sort(([a], [b]) => (a < b ? -1 : 1));
