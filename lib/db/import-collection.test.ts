import { describe, expect, it } from 'vitest';
import type { PortableCollection, PortableNote, PortableReview } from '@/lib/exchange/portable';
import { answerCard } from '@/lib/srs/answer';
import { type CardMemory, newCardMemory } from '@/lib/srs/card-memory';
import { DEFAULT_DECK_OPTIONS } from '@/lib/srs/deck-options';
import { momentAt } from '@/lib/srs/study-day';
import { applyImport } from './apply-import';
import { reading, transaction } from './client';
import { exportCollection } from './export-collection';
import { recordAction, recordAnswer } from './record-review';
import { replayLog } from './replay-log';
import { seedDecks } from './seed-decks';
import { allRows, collectionOf, importAll, plan, portableDeck, portableNote, quietRun } from './test-collection';
import { sampleDeck, sampleNote, seedSample, useTestDatabase } from './test-database';
import { undoLastReview } from './undo-review';

const DAY_MS = 86_400_000;
const START_MS = Date.parse('2026-03-02T12:00:00Z');

/** A card answered good `times` times in another program, and its log. */
function studied(cardId: string, times: number, position = 0): { memory: CardMemory; reviews: PortableReview[] } {
	let memory = newCardMemory(position);
	const reviews: PortableReview[] = [];
	for (let nth = 0; nth < times; nth++) {
		const atMs = START_MS + nth * 7 * DAY_MS;
		const moment = momentAt(atMs, 'UTC', 4);
		const answered = answerCard({
			...{ cardId, memory, options: DEFAULT_DECK_OPTIONS, moment, grade: 'good', promisedIntervalDays: null },
		});
		if (!answered.ok) throw new Error(answered.reason);
		reviews.push({
			...{ id: `anki:${atMs}:9`, cardId, action: { type: 'answer', grade: 'good' }, kind: answered.kind, atMs },
			...{ studyDay: moment.day, zoneOffsetMinutes: 0, durationMs: 4_000, before: memory, after: answered.after },
			...{ optionsId: 'elsewhere', origin: { program: 'anki', foreignId: atMs, rest: '[]' } },
		});
		memory = answered.after;
	}
	return { memory, reviews };
}

/** Answers a card here and gives what is then remembered. */
async function answerHere(cardId: string, atMs: number): Promise<void> {
	const [row] = await reading((db) => db.cardMemory.findMany({ where: { cardId } }));
	const moment = momentAt(atMs, 'UTC', 4);
	const memory = await remembered(cardId);
	const answered = answerCard({
		...{ cardId, memory, options: DEFAULT_DECK_OPTIONS, moment, grade: 'easy', promisedIntervalDays: null },
	});
	if (!row || !answered.ok) throw new Error(`cannot answer ${cardId}`);
	const recorded = await recordAnswer(
		{
			...{ key: `here-${atMs}`, cardId, version: row.version, studyDay: moment.day, grade: 'easy', atMs },
			...{ intervalDays: answered.after.intervalDays, durationMs: 3_000 },
		},
		atMs,
	);
	expect(recorded.status).toBe('applied');
}

/** Acts on a card here. */
async function actHere(cardId: string, action: { type: 'reset' } | { type: 'suspend' }, atMs: number): Promise<void> {
	const [row] = await reading((db) => db.cardMemory.findMany({ where: { cardId } }));
	const version = row?.version ?? 0;
	const recorded = await recordAction({ key: `act-${atMs}`, cardId, version, action, atMs }, atMs);
	expect(recorded.status).toBe('applied');
}

async function everything(): Promise<{
	notes: PortableNote[];
	reviews: PortableReview[];
	collection: PortableCollection;
}> {
	const collection = exportCollection({ deckId: 'all', subtree: true }, { schedule: true, history: true });
	const notes: PortableNote[] = [];
	const reviews: PortableReview[] = [];
	for await (const batch of collection.notes()) notes.push(...batch);
	for await (const batch of collection.reviews()) reviews.push(...batch);
	await collection.close?.();
	return { notes, reviews, collection };
}

async function remembered(cardId: string): Promise<CardMemory> {
	const card = (await everything()).notes.flatMap((note) => note.cards).find((each) => each.id === cardId);
	if (!card?.memory) throw new Error(`${cardId} is not remembered`);
	return card.memory;
}

const useUtc = () =>
	transaction((db) => db.learner.create({ data: { id: 'local', timeZone: 'UTC', rolloverHour: 4 } }));

const origin = (guid: string, modifiedMs: number): PortableNote['origin'] => ({
	...{
		program: 'anki',
		guid,
		foreignId: 1_500_000_000_000,
		noteType: '{"name":"Basic"}',
		fields: ['f', 'b'],
		tags: ['a::b'],
	},
	...{ markdownSha256: 'unknown', modifiedMs },
});

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

	it('never lower what was learned here: the newer log wins, and replaying it gives what is remembered', async () => {
		await useUtc();
		const { memory, reviews } = studied('physics/mass', 2);
		const changed = { memory, memoryChangedMs: reviews[1]?.atMs ?? 0 };
		const collection = collectionOf({ notes: [portableNote('physics/mass', {}, changed)], reviews });
		await importAll(collection);
		await answerHere('physics/mass', START_MS + 40 * DAY_MS);
		const own = await remembered('physics/mass');
		expect(own.reps).toBe(3);
		expect((await importAll(collection)).report.memories).toEqual({ taken: 0, kept: 1 });
		expect(await remembered('physics/mass')).toEqual(own);

		const longer = studied('physics/mass', 9);
		const newer = { memory: longer.memory, memoryChangedMs: longer.reviews[8]?.atMs ?? 0 };
		const { report } = await importAll(
			collectionOf({ notes: [portableNote('physics/mass', {}, newer)], reviews: longer.reviews }),
		);
		expect(report).toMatchObject({ memories: { taken: 1 }, reviews: { new: 7, known: 2 } });
		expect(await remembered('physics/mass')).toEqual(longer.memory);
		expect((await replayLog()).differences).toEqual([]);
	});

	it('take into account what is answered between planning and writing', async () => {
		await useUtc();
		await importAll(collectionOf({ notes: [portableNote('physics/mass')] }));
		const { memory, reviews } = studied('physics/mass', 2);
		const older = { memory, memoryChangedMs: reviews[1]?.atMs ?? 0 };
		const planned = await plan(collectionOf({ notes: [portableNote('physics/mass', {}, older)], reviews }));
		expect(planned.report.memories.taken).toBe(1);
		await answerHere('physics/mass', START_MS + 40 * DAY_MS);
		const own = await remembered('physics/mass');
		await applyImport(planned, () => 'copy', quietRun());
		planned.close();
		expect(await remembered('physics/mass')).toEqual(own);
		expect((await replayLog()).differences).toEqual([]);
	});

	it('leave a card that was reset here as it is when the same file comes again', async () => {
		await useUtc();
		const { memory, reviews } = studied('physics/mass', 2);
		const changed = { memory, memoryChangedMs: reviews[1]?.atMs ?? 0 };
		const collection = collectionOf({ notes: [portableNote('physics/mass', {}, changed)], reviews });
		await importAll(collection);
		await actHere('physics/mass', { type: 'reset' }, START_MS + 40 * DAY_MS);
		expect((await remembered('physics/mass')).phase).toBe('new');
		const before = allRows(database.path);
		await importAll(collection, quietRun(2_000_000));
		expect(allRows(database.path)).toEqual(before);
	});

	it('take newer answers of another program, and keep a newer suspension of the learner’s own', async () => {
		await useUtc();
		const { memory, reviews } = studied('physics/mass', 1);
		const first = { memory, memoryChangedMs: reviews[0]?.atMs ?? 0 };
		await importAll(collectionOf({ notes: [portableNote('physics/mass', {}, first)], reviews }));
		await actHere('physics/mass', { type: 'suspend' }, START_MS + 40 * DAY_MS);
		const longer = studied('physics/mass', 3);
		const newer = { memory: longer.memory, memoryChangedMs: longer.reviews[2]?.atMs ?? 0 };
		const collection = collectionOf({ notes: [portableNote('physics/mass', {}, newer)], reviews: longer.reviews });
		await importAll(collection);
		expect(await remembered('physics/mass')).toEqual({ ...longer.memory, suspended: true });
		expect((await replayLog()).differences).toEqual([]);
		const before = allRows(database.path);
		await importAll(collection, quietRun(2_000_000));
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

	it('add older history that comes late without touching the memory', async () => {
		await useUtc();
		await importAll(collectionOf({ notes: [portableNote('physics/mass')] }));
		await answerHere('physics/mass', START_MS + 40 * DAY_MS);
		const own = await remembered('physics/mass');
		const { memory, reviews } = studied('physics/mass', 3);
		const late = { memory, memoryChangedMs: reviews[2]?.atMs ?? 0 };
		const { report } = await importAll(collectionOf({ notes: [portableNote('physics/mass', {}, late)], reviews }));
		expect(report.reviews.new).toBe(3);
		expect(await remembered('physics/mass')).toEqual(own);
		expect((await replayLog()).differences).toEqual([]);
	});

	it('say in the log that a schedule without history was taken', async () => {
		await useUtc();
		await importAll(collectionOf({ notes: [portableNote('physics/mass')] }));
		await answerHere('physics/mass', START_MS - DAY_MS);
		const { memory, reviews } = studied('physics/mass', 2);
		const bare = { memory, memoryChangedMs: reviews[1]?.atMs ?? 0 };
		const collection = collectionOf({ notes: [portableNote('physics/mass', {}, bare)] });
		await importAll(collection);
		expect(await remembered('physics/mass')).toEqual(memory);
		expect((await replayLog()).differences).toEqual([]);
		const before = allRows(database.path);
		await importAll(collection, quietRun(2_000_000));
		expect(allRows(database.path)).toEqual(before);
		expect(await undoLastReview('undo-1', START_MS + 50 * DAY_MS)).toEqual({ status: 'nothing' });
	});

	it('recognise our own rows when they come home under other keys', async () => {
		await useUtc();
		await seedSample(1);
		await answerHere('deck/n1', START_MS);
		const { notes, reviews } = await everything();
		const returned = reviews.map(
			(row): PortableReview => ({
				...row,
				...{
					id: `anki:${row.atMs + 3}:7`,
					atMs: row.atMs + 3,
					origin: { program: 'anki', foreignId: row.atMs + 3, rest: '[]' },
				},
			}),
		);
		const before = allRows(database.path);
		const home = notes.map((note) => ({ ...note, origin: origin(note.id, note.modifiedMs) }));
		const decks = [portableDeck('whatever', { title: 'Deck deck' })];
		const moved = home.map((note) => ({ ...note, deckId: 'whatever' }));
		const { report } = await importAll(collectionOf({ decks, notes: moved, reviews: returned }));
		expect(report).toMatchObject({ notes: { unchanged: 1 }, reviews: { new: 0, known: 1 } });
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
