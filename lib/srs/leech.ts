import type { DeckOptions } from './deck-options';

/** Whether a card's `lapses`-th lapse marks it as a leech: at the deck's limit, and again after every so many more. */
export function isLeechLapse(lapses: number, options: Pick<DeckOptions, 'leechLapses' | 'leechEvery'>): boolean {
	return lapses >= options.leechLapses && (lapses - options.leechLapses) % options.leechEvery === 0;
}
