import type { CardMemory, Phase } from './card-memory';
import { type DeckNode, deckLimits } from './deck-limits';
import { intersperse } from './intersperse';
import type { Moment } from './moment';

export type { DeckNode };

/** A card as the queue sees it. */
export interface QueueCard {
	cardId: string;
	noteId: string;
	deckId: string;
	memory: CardMemory;
	/** Of `shuffleKey`: the order among the cards of one due day. */
	shuffle: number;
}

/** A card answered today, in an answer that stands. */
export interface AnsweredCard {
	cardId: string;
	noteId: string;
	/** What the card was when it was answered. */
	phaseBefore: Phase;
}

/** What the queue is built from; cards that are suspended, buried or not yet due are passed over wherever they stand. */
export interface QueueInput {
	/** The deck that is studied, with all below it. */
	rootDeckId: string;
	/** At least the decks from the root down; others are not read. */
	decks: readonly DeckNode[];
	/** Cards on steps within a day, due now or later. */
	learning: readonly QueueCard[];
	/** Cards on steps of a day or more that are due. */
	dayLearning: readonly QueueCard[];
	/** Due reviews in the order of the root's options, or the beginning of that list. */
	reviews: readonly QueueCard[];
	/** New cards in order, or the beginning of that list. */
	fresh: readonly QueueCard[];
	/** The siblings of these cards rest until rollover. */
	answeredToday: readonly AnsweredCard[];
	moment: Moment;
}

/** The cards of a study session and what they come to. */
export interface Queue {
	/** Steps within a day that are due, steps over days, reviews and new cards, then steps due within the learn-ahead limit. */
	cards: QueueCard[];
	/** How many of `cards` are of each kind. */
	counts: { fresh: number; learning: number; review: number };
	/** When the next learning card that is not in `cards` comes due; null when there is none. */
	nextLearningAtMs: number | null;
	/** Candidates that rest until rollover because of a sibling. */
	buried: number;
	/** Candidates that the limits of the day hold back. */
	held: { fresh: number; review: number };
}

/**
 * Builds the queue of a deck in Anki's order. Learning cards are never held back; a review or new card counts against the limits of its deck
 * and of all above it up to the root, and waits while a sibling was answered today or stands before it, where its deck buries its kind.
 * Throws a RangeError for a review or new card of a deck that is not within the root.
 */
export function buildQueue(input: QueueInput): Queue {
	const { moment } = input;
	const limits = deckLimits(input.decks, input.rootDeckId);
	const options = limits.optionsOf(input.rootDeckId);
	const siblings = new SeenNotes(input.answeredToday);
	const held = { fresh: 0, review: 0 };
	let buried = 0;

	const learning = input.learning
		.filter((card) => isAwake(card, moment))
		.sort((a, b) => dueAtMs(a) - dueAtMs(b) || byCardId(a, b));
	for (const card of learning) siblings.see(card);
	const [dueNow, later] = partition(learning, (card) => dueAtMs(card) <= moment.nowMs);
	const [ahead, beyond] = partition(later, (card) => dueAtMs(card) <= moment.nowMs + options.learnAheadMs);

	const choose = (cards: readonly QueueCard[], kind: 'fresh' | 'learning' | 'review') =>
		cards.filter((card) => {
			if (!isAwake(card, moment) || isLater(card, moment)) return false;
			if (siblings.hasOther(card) && limits.optionsOf(card.deckId)[BURY_OPTION[kind]]) {
				buried += 1;
				return false;
			}
			if (kind !== 'learning' && !limits.take(kind, card.deckId)) {
				held[kind] += 1;
				return false;
			}
			siblings.see(card);
			return true;
		});
	const dayLearning = choose(input.dayLearning, 'learning');
	const reviews = choose(input.reviews, 'review');
	const fresh = choose(input.fresh, 'fresh');

	return {
		cards: [...dueNow, ...dayLearning, ...mixed(reviews, fresh, options.newReviewMix), ...ahead],
		counts: {
			fresh: fresh.length,
			learning: dueNow.length + dayLearning.length + ahead.length,
			review: reviews.length,
		},
		nextLearningAtMs: beyond[0] === undefined ? null : dueAtMs(beyond[0]),
		buried,
		held,
	};
}

const BURY_OPTION = { fresh: 'buryNew', learning: 'buryLearning', review: 'buryReviews' } as const;

/** Which notes have had a card today or have one in the queue already: their one card, or `null` for several. */
class SeenNotes {
	readonly #cardOf = new Map<string, string | null>();

	constructor(answered: readonly AnsweredCard[]) {
		for (const card of answered) this.see(card);
	}

	see({ cardId, noteId }: Pick<QueueCard, 'cardId' | 'noteId'>): void {
		const seen = this.#cardOf.get(noteId);
		this.#cardOf.set(noteId, seen === undefined || seen === cardId ? cardId : null);
	}

	hasOther({ cardId, noteId }: QueueCard): boolean {
		const seen = this.#cardOf.get(noteId);
		return seen !== undefined && seen !== cardId;
	}
}

function mixed(reviews: QueueCard[], fresh: QueueCard[], mix: 'mix' | 'reviews-first' | 'new-first'): QueueCard[] {
	if (mix === 'mix') return intersperse(reviews, fresh);
	return mix === 'reviews-first' ? [...reviews, ...fresh] : [...fresh, ...reviews];
}

function isAwake({ memory }: QueueCard, moment: Moment): boolean {
	return !memory.suspended && (memory.buriedUntilDay === null || memory.buriedUntilDay <= moment.day);
}

function isLater({ memory }: QueueCard, moment: Moment): boolean {
	return memory.due.kind === 'day' && memory.due.day > moment.day;
}

function dueAtMs({ memory }: QueueCard): number {
	return memory.due.kind === 'instant' ? memory.due.atMs : Number.NEGATIVE_INFINITY;
}

function byCardId(a: QueueCard, b: QueueCard): number {
	return a.cardId < b.cardId ? -1 : a.cardId > b.cardId ? 1 : 0;
}

function partition<T>(items: readonly T[], belongs: (item: T) => boolean): [T[], T[]] {
	const [inside, outside]: [T[], T[]] = [[], []];
	for (const item of items) (belongs(item) ? inside : outside).push(item);
	return [inside, outside];
}
