import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { ParsedDeck } from '@/lib/cards/deck-source';
import { reading, transaction } from './client';
import { readDeck } from './deck-page';
import { recordAnswer } from './record-review';
import { readReviewQueue } from './review-queue';
import { type SeedReport, seedDecks } from './seed-decks';
import { sampleDeck, sampleNote, useTestDatabase } from './test-database';

const NOON = Date.UTC(2026, 10, 22, 12);
const seed = (...decks: ParsedDeck[]): Promise<SeedReport> => transaction((db) => seedDecks(db, decks, NOON));

async function answerFirst(): Promise<string> {
	const card = (await readReviewQueue('deck', NOON))?.cards[0];
	if (!card) throw new Error('the queue is empty');
	await recordAnswer(
		{
			key: crypto.randomUUID(),
			cardId: card.cardId,
			version: card.version,
			studyDay: card.studyDay,
			grade: 'good',
			intervalDays: card.offers.good.intervalDays,
			atMs: NOON,
			durationMs: 1,
		},
		NOON,
	);
	return card.cardId;
}

describe('seedDecks()', () => {
	const database = useTestDatabase();

	function fingerprint(): string {
		const sqlite = new Database(database.path, { readonly: true });
		const rows = ['Review', 'UndoMarker', 'CardMemory'].map((table) =>
			sqlite.prepare(`SELECT rowid, * FROM "${table}" ORDER BY rowid`).all(),
		);
		sqlite.close();
		return createHash('sha256').update(JSON.stringify(rows)).digest('hex');
	}

	it('leaves the log and every memory row the same, byte for byte, over 100 seedings', async () => {
		const deck = sampleDeck('deck', [sampleNote('a'), sampleNote('b'), sampleNote('c')]);
		await seed(deck);
		await answerFirst();
		await answerFirst();
		const before = fingerprint();
		for (let i = 0; i < 100; i++) expect(await seed(deck)).toMatchObject({ added: 0, updated: 0, unchanged: 3 });
		expect(fingerprint()).toBe(before);
	});

	it('updates text in place and leaves the memory of its card alone', async () => {
		await seed(sampleDeck('deck', [sampleNote('a')]));
		await answerFirst();
		const before = fingerprint();
		const cards = [{ id: 'a', frontHtml: '<p>Better?</p>', backHtml: '<p>Better.</p>' }];
		const report = await seed(sampleDeck('deck', [sampleNote('a', { markdown: 'Better.', cards })]));
		expect(report).toMatchObject({ added: 0, updated: 1 });
		expect((await readDeck('deck', NOON))?.cards[0]).toMatchObject({ frontHtml: '<p>Better?</p>', reps: 1 });
		expect(fingerprint()).toBe(before);
	});

	it('matches by id, wherever in the file a note has moved', async () => {
		await seed(sampleDeck('deck', [sampleNote('a'), sampleNote('b')]));
		const cardId = await answerFirst();
		await seed(sampleDeck('deck', [sampleNote('b'), sampleNote('a')]));
		const rows = (await readDeck('deck', NOON))?.cards ?? [];
		expect(rows.map((row) => row.anchor)).toEqual(['b', 'a']);
		expect(rows.find((row) => row.cardId === cardId)?.reps).toBe(1);
	});

	it('lets a note gone from its file rest with its memory and log, and wakes it when it is back', async () => {
		await seed(sampleDeck('deck', [sampleNote('a'), sampleNote('b')]));
		await answerFirst();
		expect(await seed(sampleDeck('deck', [sampleNote('b')]))).toMatchObject({ removed: 1 });
		const rested = (await readDeck('deck', NOON))?.cards.find((row) => row.anchor === 'a');
		expect(rested).toMatchObject({ state: 'removed from the file', reps: 1 });
		expect((await readReviewQueue('deck', NOON))?.cards.map((card) => card.cardId)).toEqual(['deck/b']);
		expect(await reading((db) => db.review.count())).toBe(1);
		await seed(sampleDeck('deck', [sampleNote('a'), sampleNote('b')]));
		const back = (await readDeck('deck', NOON))?.cards.find((row) => row.anchor === 'a');
		expect(back).toMatchObject({ state: 'learning', reps: 1 });
	});

	it('keeps a broken note’s card as it was, and lists the mistake on the page of its deck', async () => {
		await seed(sampleDeck('deck', [sampleNote('a'), sampleNote('b')]));
		const mistake = {
			file: 'content/deck.md',
			line: 3,
			column: 7,
			message: 'Unclosed cloze.',
			advice: 'Close it.',
			noteId: 'a',
		};
		const report = await seed(sampleDeck('deck', [sampleNote('b')], { errors: [mistake] }));
		expect(report).toMatchObject({ errors: 1, removed: 0 });
		const page = await readDeck('deck', NOON);
		expect(page?.errors).toEqual([mistake]);
		expect(page?.cards.map((row) => row.state)).toEqual(['new', 'new']);
	});

	it('never overwrites a note that was edited here: both texts are kept and shown', async () => {
		await seed(sampleDeck('deck', [sampleNote('a')]));
		await reading(async (db) => {
			await db.note.update({ where: { id: 'deck/a' }, data: { markdown: 'Mine.', editedAt: new Date(NOON) } });
			await db.card.update({ where: { id: 'deck/a' }, data: { backHtml: '<p>Mine.</p>' } });
		});
		expect(await seed(sampleDeck('deck', [sampleNote('a')]))).toMatchObject({ conflicts: 0 });
		const cards = [{ id: 'a', frontHtml: '<p>Q</p>', backHtml: '<p>Theirs.</p>' }];
		const changed = sampleDeck('deck', [sampleNote('a', { markdown: 'Theirs.', cards })]);
		expect(await seed(changed)).toMatchObject({ conflicts: 1, updated: 0 });
		const page = await readDeck('deck', NOON);
		expect(page?.cards[0]?.backHtml).toBe('<p>Mine.</p>');
		expect(page?.conflicts[0]?.mineHtml).toContain('Mine.');
		expect(page?.conflicts[0]?.fileHtml).toContain('Theirs.');
	});

	it('writes media once and again only when its bytes change', async () => {
		const media = (text: string) => [
			{ name: 'a.svg', mimeType: 'image/svg+xml', bytes: new TextEncoder().encode(text) },
		];
		await seed(sampleDeck('deck', [], { media: media('<svg/>') }));
		await seed(sampleDeck('deck', [], { media: media('<svg></svg>') }));
		const [file] = await reading((db) => db.media.findMany());
		expect(Buffer.from(file?.bytes ?? []).toString()).toBe('<svg></svg>');
	});

	it('hangs a deck under its parent whichever file is read first', async () => {
		await seed(sampleDeck('child', [], { parentId: 'parent' }), sampleDeck('parent', []));
		expect(await reading((db) => db.deck.findUnique({ where: { id: 'child' } }))).toMatchObject({ parentId: 'parent' });
	});
});
