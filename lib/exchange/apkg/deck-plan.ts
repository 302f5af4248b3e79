import { z } from 'zod';
import { isKebabCase } from '@/lib/cards/kebab-case';
import { isTagName } from '@/lib/cards/tag-name';
import type { PortableDeck } from '@/lib/exchange/portable';
import { DEFAULT_DECK_OPTIONS, DeckOptions } from '@/lib/srs/deck-options';
import { migrateWeights } from '@/lib/srs/weights';
import type { AnkiDeck } from './collection-structure';
import { kebabSlug } from './note-slug';
import { sortField } from './sort-field';

/** The decks of a package as ours, parents first, and which of them each of Anki's became. */
export interface DeckPlan {
	decks: PortableDeck[];
	/** By Anki's id as text: our id, and the names from the top to the deck's own. */
	byAnkiId: ReadonlyMap<string, { id: string; path: readonly string[] }>;
	/** True when every deck was ours before. */
	exact: boolean;
}

const OurDeck = z.object({
	id: z.string().max(200).refine(isKebabCase),
	title: z.string().trim().min(1).max(1000),
	description: z.string().max(10_000),
	tags: z.array(z.string().refine(isTagName)).max(1000),
	macros: z.record(z.string().regex(/^\\(?:[A-Za-z]+|[^A-Za-z\s])$/), z.string().max(1000)),
});

/**
 * Makes our decks of Anki's: those with cards and the decks above them. `ownIds` are the decks that notes of ours say they are from, by Anki's
 * id; a deck without either gets an id from its titles.
 */
export function planDecks(
	decks: ReadonlyMap<string, AnkiDeck>,
	used: ReadonlySet<string>,
	ownIds: ReadonlyMap<string, string>,
	fallbackTitle: string,
): DeckPlan {
	const byPath = new Map<string, { path: readonly string[]; ankiId: string | null; deck: AnkiDeck | null }>();
	const key = (path: readonly string[]) => path.join('\u001f').toLowerCase();
	const place = (path: readonly string[], ankiId: string | null, deck: AnkiDeck | null) => {
		for (let length = 1; length < path.length; length++) {
			const above = path.slice(0, length);
			if (!byPath.has(key(above))) byPath.set(key(above), { path: above, ankiId: null, deck: null });
		}
		const known = byPath.get(key(path));
		if (!known || known.deck === null) byPath.set(key(path), { path, ankiId, deck });
	};
	for (const [id, deck] of decks)
		if (used.has(id) || (!deck.filtered && id !== '1'))
			place(deck.path.length > 0 ? deck.path : [fallbackTitle], id, deck);
	for (const id of used) if (!decks.has(id)) place([fallbackTitle], null, null);
	const sorted = [...byPath.values()].sort(
		(a, b) => a.path.length - b.path.length || (key(a.path) < key(b.path) ? -1 : 1),
	);
	const taken = new Set<string>();
	const ids = new Map<string, string>();
	const plan: PortableDeck[] = [];
	const inForce = new Map<string, string>();
	let exact = true;
	for (const { path, ankiId, deck } of sorted) {
		const ours = OurDeck.safeParse(deck?.ours).data;
		const own = ours?.id ?? (ankiId === null ? undefined : ownIds.get(ankiId));
		if (own === undefined) exact = false;
		const id = free(own ?? kebabSlug(path.join(' '), 80, 'deck'), taken);
		ids.set(key(path), id);
		const parentId = path.length > 1 ? (ids.get(key(path.slice(0, -1))) ?? null) : null;
		const options = optionsOf(deck?.options);
		const above = inForce.get(parentId ?? '') ?? JSON.stringify(DEFAULT_DECK_OPTIONS);
		inForce.set(id, options ? JSON.stringify(options) : above);
		plan.push({
			id,
			parentId,
			title: ours?.title ?? path.at(-1) ?? fallbackTitle,
			description:
				ours?.description ??
				sortField(deck?.description ?? '')
					.trim()
					.slice(0, 10_000),
			tags: ours?.tags ?? [],
			macros: ours?.macros ?? {},
			options: options && JSON.stringify(options) !== above ? options : null,
		});
	}
	const byAnkiId = new Map(
		[...used, ...decks.keys()].flatMap((ankiId): [string, { id: string; path: readonly string[] }][] => {
			const path = decks.get(ankiId)?.path ?? [fallbackTitle];
			const id = ids.get(key(path.length > 0 ? path : [fallbackTitle]));
			return id === undefined ? [] : [[ankiId, { id, path }]];
		}),
	);
	return { decks: plan, byAnkiId, exact };
}

function free(id: string, taken: Set<string>): string {
	let found = id;
	for (let count = 2; taken.has(found); count++) found = `${id}-${count}`;
	taken.add(found);
	return found;
}

function optionsOf(raw: unknown): DeckOptions | null {
	const options = raw === undefined ? null : (DeckOptions.safeParse(raw).data ?? null);
	try {
		if (options?.weights) migrateWeights(options.weights);
		return options;
	} catch {
		return null;
	}
}
