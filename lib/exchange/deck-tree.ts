import { kebabSlug, noteSlug } from '@/lib/exchange/apkg/note-slug';
import type { PortableDeck } from './portable';

/** Decks of another program by the titles along their paths, parents first, with ids made of those. */
export class DeckTree {
	readonly #byPath = new Map<string, PortableDeck>();
	readonly #ids = new Set<string>();
	readonly #macros: Readonly<Record<string, string>>;

	/** `macros` are every deck's. */
	constructor(macros: Readonly<Record<string, string>> = {}) {
		this.#macros = macros;
	}

	/** The deck at a path of titles, made with all above it when it is not there; the path has at least one title. */
	at(path: readonly string[]): PortableDeck {
		const key = path.join('\u001f');
		const known = this.#byPath.get(key);
		if (known) return known;
		const parent = path.length > 1 ? this.at(path.slice(0, -1)) : null;
		const base = kebabSlug(path.join(' '), 40, noteSlug('deck', key));
		let id = base;
		for (let copy = 2; this.#ids.has(id); copy++) id = `${base}-${copy}`;
		this.#ids.add(id);
		const title = path.at(-1) ?? id;
		const deck = {
			id,
			parentId: parent?.id ?? null,
			title,
			description: '',
			tags: [],
			macros: { ...this.#macros },
			options: null,
		};
		this.#byPath.set(key, deck);
		return deck;
	}

	/** All decks, each after the one it hangs under. */
	get decks(): PortableDeck[] {
		return [...this.#byPath.values()];
	}
}
