import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '@/lib/exchange/limits';
import type { PortableMedia, PortableNote, PortableReview } from '@/lib/exchange/portable';
import { readApkg } from './read-apkg';
import { runIn } from './studied-collection';

const FILE = join('lib', 'exchange', 'apkg', 'fixtures', 'anki-26-08.apkg');

async function read() {
	const run = runIn('UTC', Date.UTC(2026, 10, 22, 13));
	const collection = await readApkg(FILE, DEFAULT_LIMITS, run, { checkDemo: () => ({ ok: true }), deckTitle: null });
	const notes: PortableNote[] = [];
	const reviews: PortableReview[] = [];
	const media: PortableMedia[] = [];
	for await (const batch of collection.notes()) notes.push(...batch);
	for await (const batch of collection.reviews()) reviews.push(...batch);
	for await (const file of collection.media()) media.push(file);
	await collection.close?.();
	return { collection, notes, reviews, media };
}

describe('a package of the newest kind', () => {
	it('comes in with its notes, cards, decks, log and media', async () => {
		const { collection, notes, reviews, media } = await read();
		expect(collection.counts).toEqual({ notes: 115, cards: 121, reviews: 457, media: 6 });
		expect([notes.length, notes.flatMap(({ cards }) => cards).length, reviews.length]).toEqual([115, 121, 457]);
		expect(collection.decks.map(({ id, title, parentId }) => [id, title, parentId])).toContainEqual([
			'a-b-c',
			'C',
			'a-b',
		]);
		expect(collection.decks.find(({ id }) => id === 'a')?.description).toBe('Parent & description');
		expect(media.map(({ name }) => name).sort()).toEqual([
			'_logo.png',
			'_net.css',
			'_net.js',
			'beep.wav',
			'media-16cb4ce6.png',
			'red.png',
		]);
		expect(media.find(({ name }) => name === 'red.png')?.bytes.length).toBe(168);
		expect(media.find(({ name }) => name === '_net.js')?.mimeType).toBe('application/octet-stream');
	});

	it('keeps the memory that the card itself tells, and where each card stands', async () => {
		const { notes } = await read();
		const cards = notes.flatMap((note) => note.cards);
		const card = (foreignId: number) => cards.find(({ origin }) => origin?.foreignId === foreignId)?.memory;
		expect(card(1790013601526)).toMatchObject({
			phase: 'relearning',
			stability: 3.0795,
			difficulty: 8.656,
			reps: 8,
			lapses: 2,
			due: { kind: 'instant', atMs: 1795187407000 },
		});
		// 1795320000 is day 20779: its day numbers count from there
		expect(card(1790013603032)).toMatchObject({
			phase: 'review',
			stability: 171.8133,
			difficulty: 1,
			intervalDays: 72,
			due: { kind: 'day', day: 20_779 + 56 },
		});
		expect(card(1790013602525), 'a card of a filtered deck is due as at home').toMatchObject({
			phase: 'review',
			stability: 42.0027,
			due: { kind: 'day', day: 20_779 - 36 },
		});
		expect(card(1790013601525)).toMatchObject({ phase: 'new', stability: null });
	});

	it('ends each card’s log at the memory of the card', async () => {
		const { notes, reviews } = await read();
		const last = new Map(reviews.map((review) => [review.cardId, review.after]));
		const studied = notes.flatMap(({ cards }) => cards).filter(({ id }) => last.has(id));
		expect(studied.length).toBeGreaterThan(50);
		for (const card of studied) expect(last.get(card.id)).toEqual(card.memory);
	});
});
