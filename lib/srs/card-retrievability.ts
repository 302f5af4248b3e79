import type { CardMemory } from './card-memory';
import type { DeckOptions } from './deck-options';
import { elapsedDays } from './elapsed-days';
import { fsrsModel } from './fsrs-model';

/** The chance, 0 to 1, that a card is recalled on a study day; 0 before its first answer. */
export function cardRetrievability(memory: CardMemory, options: Pick<DeckOptions, 'weights'>, day: number): number {
	if (memory.stability === null) return 0;
	return fsrsModel(options.weights).retrievability(elapsedDays(memory, day), memory.stability);
}
