import { createHash } from 'node:crypto';

// 2010-01-01 and ten years of milliseconds: Anki reads an id as the time of creation, and takes none from the future.
const FIRST_MS = 1_262_304_000_000;
const SPAN_MS = 315_532_800_000;

/** Gives out the numbers by which Anki knows notes, cards, decks and options: the same name gets the same number, in every export. */
export class StableIds {
	readonly #taken = new Set<number>();
	readonly #first = new Map<string, number>();
	readonly #latest: number;

	/** Takes the time of the export. */
	constructor(nowMs: number) {
		// clocks of two machines differ
		this.#latest = nowMs + 86_400_000;
	}

	/** Keeps a number that another program gave, when it is no time to come, and free; else makes one from the name. */
	keep(foreignId: number | undefined, name: string, offset = 0): number {
		const usable =
			foreignId !== undefined && Number.isSafeInteger(foreignId) && foreignId > 0 && foreignId <= this.#latest;
		if (usable && !this.#taken.has(foreignId)) {
			this.#taken.add(foreignId);
			return foreignId;
		}
		return this.of(name, offset);
	}

	/** The number of a name and of what is `offset` places after it; the next free one where two would share it. */
	of(name: string, offset = 0): number {
		const first =
			this.#first.get(name) ??
			FIRST_MS + (Number.parseInt(createHash('sha1').update(name).digest('hex').slice(0, 13), 16) % SPAN_MS);
		this.#first.set(name, first);
		let id = first + offset;
		while (this.#taken.has(id)) id++;
		this.#taken.add(id);
		return id;
	}
}
