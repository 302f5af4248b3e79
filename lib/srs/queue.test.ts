import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CardMemory, newCardMemory } from './card-memory';
import { DEFAULT_DECK_OPTIONS, type DeckOptions } from './deck-options';
import { buildQueue, type DeckNode, type QueueCard, type QueueInput } from './queue';

const NOW_MS = 1_800_000_000_000;
const DAY = 20_833;
const MINUTE_MS = 60_000;
const moment = { nowMs: NOW_MS, day: DAY, zoneOffsetMinutes: 0, dayEndsAtMs: NOW_MS + 36_000_000 };

const deck = (
	id: string,
	parentId: string | null = null,
	options: Partial<DeckOptions> = {},
	done = { fresh: 0, review: 0 },
): DeckNode => ({
	id,
	parentId,
	options: { ...DEFAULT_DECK_OPTIONS, ...options },
	introducedToday: done.fresh,
	reviewedToday: done.review,
});

const card = (
	cardId: string,
	memory: Partial<CardMemory>,
	deckId = 'root',
	noteId = `note of ${cardId}`,
): QueueCard => ({
	cardId,
	noteId,
	deckId,
	shuffle: 0,
	memory: { ...newCardMemory(0), ...memory },
});
const fresh = (cardId: string, deckId?: string, noteId?: string) => card(cardId, {}, deckId, noteId);
const review = (cardId: string, deckId?: string, noteId?: string) =>
	card(cardId, { phase: 'review', due: { kind: 'day', day: DAY } }, deckId, noteId);
const learning = (cardId: string, inMinutes: number, noteId?: string) =>
	card(cardId, { phase: 'learning', due: { kind: 'instant', atMs: NOW_MS + inMinutes * MINUTE_MS } }, 'root', noteId);
const dayLearning = (cardId: string, noteId?: string) =>
	card(cardId, { phase: 'learning', due: { kind: 'day', day: DAY } }, 'root', noteId);
const many = <T>(count: number, make: (id: string) => T, prefix: string) =>
	Array.from({ length: count }, (_, index) => make(`${prefix}${index}`));

function queue(input: Partial<QueueInput>) {
	return buildQueue({
		rootDeckId: 'root',
		decks: [deck('root')],
		learning: [],
		dayLearning: [],
		reviews: [],
		fresh: [],
		answeredToday: [],
		moment,
		...input,
	});
}
const ids = (cards: readonly QueueCard[]) => cards.map((each) => each.cardId);

describe('buildQueue()', () => {
	it('puts due steps first, then day-long steps, then reviews with new cards among them, then steps to learn ahead', () => {
		const built = queue({
			learning: [learning('ahead', 19), learning('now', 0), learning('overdue', -5), learning('later', 21)],
			dayLearning: [dayLearning('day')],
			reviews: [review('r0'), review('r1')],
			fresh: [fresh('n0')],
		});
		expect(ids(built.cards)).toEqual(['overdue', 'now', 'day', 'r0', 'n0', 'r1', 'ahead']);
		expect(built.counts).toEqual({ fresh: 1, learning: 4, review: 2 });
		expect(built.nextLearningAtMs).toBe(NOW_MS + 21 * MINUTE_MS);
	});

	it.each([
		['reviews-first', ['r0', 'r1', 'n0', 'n1']],
		['new-first', ['n0', 'n1', 'r0', 'r1']],
	] as const)('keeps new cards and reviews apart when the deck says %s', (newReviewMix, order) => {
		const built = queue({
			decks: [deck('root', null, { newReviewMix })],
			reviews: [review('r0'), review('r1')],
			fresh: [fresh('n0'), fresh('n1')],
		});
		expect(ids(built.cards)).toEqual(order);
	});

	it('passes over cards that are suspended, buried or not due yet', () => {
		const built = queue({
			learning: [card('s', { phase: 'learning', suspended: true, due: { kind: 'instant', atMs: NOW_MS } })],
			reviews: [
				card('buried', { phase: 'review', buriedUntilDay: DAY + 1, due: { kind: 'day', day: DAY } }),
				card('unburied', { phase: 'review', buriedUntilDay: DAY, due: { kind: 'day', day: DAY } }),
				card('tomorrow', { phase: 'review', due: { kind: 'day', day: DAY + 1 } }),
			],
		});
		expect(ids(built.cards)).toEqual(['unburied']);
	});

	it('is done when nothing is left, and says when the next step comes', () => {
		expect(queue({})).toEqual({
			cards: [],
			counts: { fresh: 0, learning: 0, review: 0 },
			nextLearningAtMs: null,
			buried: 0,
			held: { fresh: 0, review: 0 },
		});
		expect(queue({ learning: [learning('a', 50), learning('b', 30)] }).nextLearningAtMs).toBe(NOW_MS + 30 * MINUTE_MS);
	});

	it('refuses a card from outside the deck that is studied', () => {
		const decks = [deck('root'), deck('other')];
		expect(() => queue({ decks, reviews: [review('r', 'other')] })).toThrow(
			/"other" of a card is not within the deck "root"/,
		);
	});
});

describe('buildQueue() keeps the limits of a day', { timeout: 60_000 }, () => {
	it('shows 20 new cards and 200 reviews by default, less what was done today', () => {
		const input = { reviews: many(300, review, 'r'), fresh: many(50, fresh, 'n') };
		expect(queue(input)).toMatchObject({ counts: { fresh: 20, review: 200 }, held: { fresh: 30, review: 100 } });
		expect(queue({ ...input, decks: [deck('root', null, {}, { fresh: 15, review: 190 })] }).counts).toEqual({
			fresh: 5,
			learning: 0,
			review: 10,
		});
		expect(queue({ ...input, decks: [deck('root', null, {}, { fresh: 99, review: 999 })] }).cards).toEqual([]);
	});

	it('never holds back a card in steps', () => {
		const decks = [deck('root', null, { newPerDay: 0, reviewsPerDay: 0 })];
		expect(ids(queue({ decks, learning: [learning('a', 0)], dayLearning: [dayLearning('b')] }).cards)).toEqual([
			'a',
			'b',
		]);
	});

	it('counts a card, and what was done today, against every deck up to the root', () => {
		const decks = [
			deck('root', null, { newPerDay: 10 }),
			deck('a', 'root', { newPerDay: 6 }),
			deck('a/b', 'a', { newPerDay: 5 }, { fresh: 2, review: 0 }),
			deck('c', 'root', { newPerDay: 9 }),
		];
		const news = [
			...many(8, (id) => fresh(id, 'a/b'), 'b'),
			...many(8, (id) => fresh(id, 'a'), 'a'),
			...many(9, (id) => fresh(id, 'c'), 'c'),
		];
		const built = queue({ decks, fresh: news });
		const from = (prefix: string) => built.cards.filter(({ cardId }) => cardId.startsWith(prefix)).length;
		expect([from('b'), from('a'), from('c')]).toEqual([3, 1, 4]);
		expect(ids(queue({ decks, rootDeckId: 'a/b', fresh: news.slice(0, 8) }).cards)).toHaveLength(3);
	});

	it('never exceeds any limit of any deck, whatever the tree', () => {
		const parents = fc.tuple(fc.nat(0), fc.nat(1), fc.nat(2), fc.nat(3));
		const numbers = fc.array(fc.nat(8), { minLength: 20, maxLength: 20 });
		const cards = fc.array(fc.tuple(fc.nat(4), fc.boolean(), fc.nat(12)), { maxLength: 120 });
		fc.assert(
			fc.property(parents, numbers, cards, (above, n, drawn) => {
				const name = (index: number) => (index === 0 ? 'root' : `deck ${index}`);
				const at = (index: number) => n[index] ?? 0;
				const decks = [0, 1, 2, 3, 4].map((index) =>
					deck(
						name(index),
						index === 0 ? null : name(above[index - 1] ?? 0),
						{ newPerDay: at(index), reviewsPerDay: at(index + 5) },
						{ fresh: at(index + 10) % 4, review: at(index + 15) % 4 },
					),
				);
				const all = drawn.map(([home, isNew, note], index) =>
					(isNew ? fresh : review)(`card ${index}`, name(home), `note ${note}`),
				);
				const [news, reviews] = [
					all.filter(({ memory }) => memory.phase === 'new'),
					all.filter(({ memory }) => memory.phase === 'review'),
				];
				const built = queue({ decks, fresh: news, reviews });
				const below = (id: string): string[] => [
					id,
					...decks.filter((each) => each.parentId === id).flatMap((each) => below(each.id)),
				];
				for (const node of decks) {
					const inside = new Set(below(node.id));
					const count = (phase: string) =>
						built.cards.filter((each) => inside.has(each.deckId) && each.memory.phase === phase).length;
					const done = decks.filter((each) => inside.has(each.id));
					const introduced = done.reduce((sum, each) => sum + each.introducedToday, 0);
					const reviewed = done.reduce((sum, each) => sum + each.reviewedToday, 0);
					expect(count('new')).toBeLessThanOrEqual(Math.max(0, node.options.newPerDay - introduced));
					expect(count('review')).toBeLessThanOrEqual(Math.max(0, node.options.reviewsPerDay - reviewed));
				}
				const notes = built.cards.map(({ noteId }) => noteId);
				expect(new Set(notes).size).toBe(notes.length);
				expect(built.cards.length + built.buried + built.held.fresh + built.held.review).toBe(all.length);
			}),
		);
	});
});

describe('buildQueue() keeps siblings apart', () => {
	it('shows one card of a note a day: steps before reviews before new cards', () => {
		const built = queue({
			dayLearning: [dayLearning('d', 'n1')],
			reviews: [review('r1', 'root', 'n1'), review('r2', 'root', 'n2')],
			fresh: [fresh('f2', 'root', 'n2'), fresh('f3', 'root', 'n3')],
		});
		expect(ids(built.cards)).toEqual(['d', 'r2', 'f3']);
		expect(built.buried).toBe(2);
	});

	it('hides the siblings of a card answered today, but not the card itself', () => {
		const built = queue({
			reviews: [review('a', 'root', 'n'), review('b', 'root', 'n'), review('c', 'root', 'm')],
			answeredToday: [{ cardId: 'a', noteId: 'n', phaseBefore: 'review' }],
		});
		expect(ids(built.cards)).toEqual(['a', 'c']);
	});

	it('never hides a step within a day', () => {
		const answeredToday = [{ cardId: 'x', noteId: 'n', phaseBefore: 'new' as const }];
		expect(ids(queue({ learning: [learning('l', 0, 'n')], answeredToday }).cards)).toEqual(['l']);
	});

	it('hides the siblings of a card that has a step to come today', () => {
		const built = queue({ learning: [learning('l', 40, 'n')], reviews: [review('r', 'root', 'n')] });
		expect(built).toMatchObject({ cards: [], buried: 1, nextLearningAtMs: NOW_MS + 40 * MINUTE_MS });
	});

	it.each([
		['buryNew', ['d', 'r', 'f2']],
		['buryReviews', ['d', 'r', 'r2', 'f']],
		['buryLearning', ['d', 'd2', 'r', 'f']],
	] as const)('shows them together when the deck does not have %s', (option, shown) => {
		const inputs = {
			buryNew: {
				dayLearning: [dayLearning('d')],
				reviews: [review('r', 'root', 'n')],
				fresh: [fresh('f2', 'root', 'n')],
			},
			buryReviews: {
				dayLearning: [dayLearning('d')],
				reviews: [review('r', 'root', 'n'), review('r2', 'root', 'n')],
				fresh: [fresh('f')],
			},
			buryLearning: {
				dayLearning: [dayLearning('d', 'n'), dayLearning('d2', 'n')],
				reviews: [review('r')],
				fresh: [fresh('f')],
			},
		};
		const input = {
			...inputs[option],
			decks: [deck('root', null, { [option]: false, newReviewMix: 'reviews-first' })],
		};
		expect(ids(queue(input).cards)).toEqual(shown);
		expect(queue({ ...input, decks: [deck('root', null, { newReviewMix: 'reviews-first' })] }).buried).toBe(1);
	});

	it('does not spend the limit on a card that is hidden', () => {
		const decks = [deck('root', null, { reviewsPerDay: 2 })];
		const reviews = [review('a', 'root', 'n'), review('b', 'root', 'n'), review('c')];
		expect(ids(queue({ decks, reviews }).cards)).toEqual(['a', 'c']);
	});
});

describe('buildQueue() with 5,000 candidates', () => {
	it('queues each of them once', () => {
		const decks = [
			deck('root', null, { newPerDay: 9_999, reviewsPerDay: 9_999 }),
			deck('a', 'root', { newPerDay: 9_999, reviewsPerDay: 9_999 }),
		];
		const input = {
			decks,
			learning: many(500, (id) => learning(id, id.length), 'l'),
			reviews: many(3_000, (id) => review(id, 'a'), 'r'),
			fresh: many(1_500, (id) => fresh(id, 'a'), 'n'),
			answeredToday: many(
				300,
				(cardId) => ({ cardId, noteId: `note of ${cardId}`, phaseBefore: 'review' as const }),
				'r',
			),
		};
		expect(new Set(ids(queue(input).cards)).size).toBe(5_000);
	});
});
