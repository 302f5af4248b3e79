import { describe, expect, it } from 'vitest';
import type { PortableReview } from '@/lib/exchange/portable';
import { applyImport } from './apply-import';
import {
	actHere,
	answerHere,
	DAY_MS,
	everything,
	origin,
	remembered,
	START_MS,
	studied,
	useUtc,
} from './import-fixture';
import { replayLog } from './replay-log';
import { allRows, collectionOf, importAll, plan, portableDeck, portableNote, quietRun } from './test-collection';
import { seedSample, useTestDatabase } from './test-database';
import { undoLastReview } from './undo-review';

describe('what is remembered, and its log,', () => {
	const database = useTestDatabase();

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
});
