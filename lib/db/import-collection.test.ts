import { describe, expect, it } from 'vitest';
import { newCardMemory } from '@/lib/srs/card-memory';
import { applyImport } from './apply-import';
import { reading, transaction } from './client';
import { everything, origin, studied, useUtc } from './import-fixture';
import { replayLog } from './replay-log';
import { seedDecks } from './seed-decks';
import { allRows, collectionOf, importAll, plan, portableDeck, portableNote, quietRun } from './test-collection';
import { sampleDeck, sampleNote, seedSample, useTestDatabase } from './test-database';

describe('planImport() and applyImport()', () => {
	const database = useTestDatabase();

	it('bring decks, notes, cards, memory and log of a new collection, and importing it twice changes no row', async () => {
		await useUtc();
		const { memory, reviews } = studied('physics/mass', 3);
		const notes = [
			portableNote(
				'physics/mass',
				{ origin: origin('guid-1', 5_000), modifiedMs: 5_000 },
				{ memory, memoryChangedMs: reviews[2]?.atMs ?? 0 },
			),
			portableNote('physics/charge'),
		];
		const collection = collectionOf({ notes, reviews });
		const first = await importAll(collection);
		expect(first.report).toMatchObject({
			notes: { new: 2, updated: 0, unchanged: 0, kept: 0, refused: 0 },
			decks: [{ id: 'physics', isNew: true, new: 2 }],
			reviews: { new: 3, known: 0, refused: 0 },
			remarks: [],
		});
		const kept = await everything();
		expect(kept.notes.map((note) => note.cards[0]?.memory)).toEqual([memory, newCardMemory(100)]);
		expect(kept.notes[0]?.cards[0]).toMatchObject({
			frontHtml: '<h2>What is mass?</h2>',
			backHtml: '<p>It is mass.</p>',
		});
		expect(kept.reviews.map(({ optionsId, ...row }) => row)).toEqual(reviews.map(({ optionsId, ...row }) => row));
		expect((await replayLog()).differences).toEqual([]);

		const before = allRows(database.path);
		const second = await importAll(collection, quietRun(2_000_000));
		expect(second.copy).toBeNull();
		expect(second.report).toMatchObject({ notes: { new: 0, unchanged: 2 }, reviews: { new: 0, known: 3 } });
		expect(allRows(database.path)).toEqual(before);
	});

	it('change nothing while planning', async () => {
		await useUtc();
		const before = allRows(database.path);
		const planned = await plan(collectionOf({ notes: [portableNote('physics/mass')] }));
		planned.close();
		expect(planned.report.notes.new).toBe(1);
		expect(allRows(database.path)).toEqual(before);
	});

	it('put all back when the run is stopped while writing', async () => {
		await useUtc();
		const planned = await plan(collectionOf({ notes: [portableNote('physics/mass')] }));
		const before = allRows(database.path);
		const stop = new AbortController();
		const run = { ...quietRun(), signal: stop.signal, onProgress: () => stop.abort(new Error('stopped')) };
		await expect(applyImport(planned, () => 'copy', run)).rejects.toThrow('stopped');
		planned.close();
		expect(allRows(database.path)).toEqual(before);
	});

	it('refuse to write when a note changed since planning', async () => {
		await seedSample(1);
		const planned = await plan(collectionOf({ notes: [portableNote('physics/mass')] }));
		await seedSample(2);
		const before = allRows(database.path);
		await expect(applyImport(planned, () => 'copy', quietRun())).rejects.toThrow('a deck or a note changed here');
		planned.close();
		expect(allRows(database.path)).toEqual(before);
	});

	it('refuse notes with mistakes, notes told twice and rows of cards that did not come, each with a reason', async () => {
		const broken = portableNote('physics/broken', { markdown: '## What is $\\frac$? {#broken}\n\n---\n\nNothing.' });
		const { reviews } = studied('physics/elsewhere', 1);
		const twice = portableNote('physics/mass');
		const { report } = await importAll(collectionOf({ notes: [broken, twice, twice], reviews }));
		expect(report.notes).toMatchObject({ new: 1, refused: 2 });
		expect(report.reviews.refused).toBe(1);
		expect(report.examples.filter(({ verdict }) => verdict === 'refused')).toMatchObject([
			{ noteId: 'physics/broken', reason: expect.stringContaining('line 1') },
			{ noteId: 'physics/mass', reason: expect.stringContaining('twice') },
		]);
	});

	it('find a deck again by the titles along its path, and name a new one that would take its id', async () => {
		await transaction((db) =>
			seedDecks(db, [sampleDeck('science', []), sampleDeck('light', [], { parentId: 'science', title: 'Light' })], 0),
		);
		const decks = [
			portableDeck('s', { title: 'Deck science' }),
			portableDeck('x', { title: 'Light', parentId: 's' }),
			portableDeck('light', { title: 'Lamps' }),
		];
		const notes = [portableNote('x/wave'), portableNote('light/bulb')];
		const { report } = await importAll(collectionOf({ decks, notes }));
		expect(report.decks.map(({ id, isNew }) => ({ id, isNew }))).toEqual([
			{ id: 'science', isNew: false },
			{ id: 'light', isNew: false },
			{ id: 'light-2', isNew: true },
		]);
		expect((await everything()).notes.map((note) => note.id).sort()).toEqual(['light-2/bulb', 'light/wave']);
	});

	it('take a newer text of a note, but not an older one', async () => {
		const note = (text: string, modifiedMs: number) =>
			portableNote('physics/mass', {
				markdown: `## What is mass? {#mass}\n\n---\n\n${text}`,
				...{ modifiedMs, origin: origin('guid-1', modifiedMs) },
			});
		await importAll(collectionOf({ notes: [note('First.', 5_000)] }));
		expect((await importAll(collectionOf({ notes: [note('Older.', 4_000)] }))).report.notes.unchanged).toBe(1);
		expect((await importAll(collectionOf({ notes: [note('Newer.', 9_000)] }))).report.notes.updated).toBe(1);
		const [kept] = (await everything()).notes;
		expect(kept).toMatchObject({ modifiedMs: 9_000, origin: { modifiedMs: 9_000 } });
		expect(kept?.cards[0]?.backHtml).toBe('<p>Newer.</p>');
	});

	it('keep the text of a note that was edited here, with the incoming one beside it', async () => {
		await importAll(collectionOf({ notes: [portableNote('physics/mass')] }));
		const own = '## What is mass? {#mass}\n\n---\n\nMine.';
		await transaction((db) =>
			db.note.update({ where: { id: 'physics/mass' }, data: { markdown: own, editedAt: new Date(2_000_000) } }),
		);
		expect((await importAll(collectionOf({ notes: [portableNote('physics/mass')] }))).report.notes.unchanged).toBe(1);
		const theirs = portableNote('physics/mass', { markdown: '## What is mass? {#mass}\n\n---\n\nTheirs.' });
		const { report } = await importAll(collectionOf({ notes: [theirs] }));
		expect(report.notes.kept).toBe(1);
		const [row] = await reading((db) => db.note.findMany());
		expect(row).toMatchObject({ markdown: own, fileHtml: '<h2>What is mass?</h2><hr><p>Theirs.</p>' });
	});

	it('leave decks of files and of imports to themselves', async () => {
		await seedSample(2);
		const changed = portableNote('deck/n1', { markdown: '## What is n1? {#n1}\n\n---\n\nChanged elsewhere.' });
		const decks = [portableDeck('deck', { title: 'Deck deck' }), portableDeck('physics')];
		await importAll(
			collectionOf({ decks, notes: [changed, portableNote('deck/added'), portableNote('physics/mass')] }),
		);
		const before = allRows(database.path);
		await seedSample(2);
		expect(allRows(database.path)).toEqual(before);
	});

	it('refuse decks that would stand above themselves together with those here', async () => {
		const decks = [portableDeck('a'), portableDeck('b', { parentId: 'a' })];
		await importAll(collectionOf({ decks, notes: [portableNote('a/x'), portableNote('b/y')] }, 'exact'));
		const before = allRows(database.path);
		const turned = collectionOf(
			{ decks: [portableDeck('a', { parentId: 'b' })], notes: [portableNote('a/x')] },
			'exact',
		);
		await expect(importAll(turned)).rejects.toThrow(/form a circle/);
		expect(allRows(database.path)).toEqual(before);
	});

	it('bring back a note that its file has dropped, and seeding then leaves it', async () => {
		await seedSample(2);
		const { notes } = await everything();
		await seedSample(1);
		expect((await everything()).notes).toHaveLength(1);
		const { report } = await importAll(collectionOf({ decks: [portableDeck('deck', { title: 'Deck deck' })], notes }));
		expect(report.notes).toMatchObject({ updated: 1, unchanged: 1 });
		expect((await everything()).notes).toHaveLength(2);
		const before = allRows(database.path);
		await seedSample(1);
		expect(allRows(database.path)).toEqual(before);
	});

	it('give the same content rows in an empty database as in the one that was exported', async () => {
		await transaction((db) =>
			seedDecks(
				db,
				[
					sampleDeck('deck', [
						sampleNote('n1', {
							markdown: '## What is n1? {#n1}\n\n---\n\nIt is n1.',
							cards: [{ id: 'n1', frontHtml: '<h2>What is n1?</h2>', backHtml: '<p>It is n1.</p>' }],
						}),
					]),
				],
				0,
			),
		);
		const source = await everything();
		const rows = allRows(database.path);
		const other = collectionOf({ decks: [...source.collection.decks], notes: source.notes }, 'exact');
		await transaction(async (db) => {
			await db.cardMemory.deleteMany();
			await db.card.deleteMany();
			await db.note.deleteMany();
			await db.deck.deleteMany();
		});
		await importAll(other);
		const after = allRows(database.path);
		for (const table of ['Deck', 'Card', 'Media', 'CardMemory']) expect(after[table], table).toEqual(rows[table]);
	});
});
