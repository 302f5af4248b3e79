import { parseDeck } from '@/lib/cards/parse-deck';
import type { ExchangeRun, PortableCollection, PortableDeck, PortableMedia, PortableNote } from './portable';

/** A deck of a test: our Markdown, with the files beside it. */
export interface DeckOfTest {
	text: string;
	media?: Readonly<Record<string, Uint8Array>>;
}

/** What a test's readers and writers are given: a fixed time and nobody to listen. */
export function runOfTest(signal: AbortSignal = new AbortController().signal): ExchangeRun {
	return { nowMs: Date.UTC(2026, 10, 22, 12), timeZone: 'UTC', rolloverHour: 4, signal, onProgress: () => {} };
}

/** Decks in our own Markdown as a collection with their cards rendered, all new; throws when one has a mistake. */
export function collectionOf(sources: readonly DeckOfTest[]): PortableCollection {
	const decks: PortableDeck[] = [];
	const notes: PortableNote[] = [];
	const media: PortableMedia[] = [];
	for (const { text, media: files = {} } of sources) {
		const world = { readMedia: (name: string) => files[name] ?? null, checkDemo: () => ({ ok: true as const }) };
		const deck = parseDeck({ file: 'test.md', text }, world);
		const mistakes = deck.errors.filter(({ message }) => message !== 'The deck has no notes.');
		if (mistakes[0]) throw new Error(`line ${mistakes[0].line}: ${mistakes[0].message}\n${text}`);
		const { id, parentId, title, description, tags, macros } = deck;
		decks.push({ id, parentId, title, description, tags, macros, options: null });
		for (const [position, { line: _line, ...note }] of deck.notes.entries()) {
			const cards = note.cards.map((card, index) => ({
				...card,
				id: `${id}/${card.id}`,
				deckId: id,
				position: position * 100 + index,
				memory: null,
				memoryChangedMs: null,
				origin: null,
			}));
			notes.push({ ...note, id: `${id}/${note.id}`, deckId: id, position, cards, modifiedMs: 0, origin: null });
		}
		media.push(...deck.media.map((file) => ({ deckId: id, ...file })));
	}
	const cards = notes.reduce((sum, note) => sum + note.cards.length, 0);
	return {
		ids: 'exact',
		decks,
		counts: { notes: notes.length, cards, reviews: 0, media: media.length },
		async *notes() {
			for (let at = 0; at < notes.length; at += 3) yield notes.slice(at, at + 3);
		},
		async *reviews() {},
		async *media() {
			yield* media;
		},
		remarks: [],
	};
}

/** All that a collection holds at once, without what no file says: rendered HTML and when a note was changed. */
export async function contentOf(collection: PortableCollection) {
	const notes: PortableNote[] = [];
	for await (const batch of collection.notes()) notes.push(...batch);
	const media: PortableMedia[] = [];
	for await (const file of collection.media()) media.push(file);
	return {
		decks: collection.decks,
		counts: collection.counts,
		notes: notes.map(({ modifiedMs: _ms, cards, ...note }) => ({
			...note,
			cards: cards.map(({ frontHtml: _front, backHtml: _back, ...card }) => card),
		})),
		media: media.sort((a, b) => (`${a.deckId}/${a.name}` < `${b.deckId}/${b.name}` ? -1 : 1)),
	};
}
