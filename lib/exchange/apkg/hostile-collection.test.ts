import { describe, expect, it } from 'vitest';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import { folder, one, read, readFile, refusal, told } from './hostile-fixture';
import { ONE_NOTE, writePackage } from './package-fixture';

describe('a hostile collection', () => {
	it.each([
		['a view', 'ALTER TABLE notes RENAME TO real; CREATE VIEW notes AS SELECT * FROM real', /view “notes”/],
		[
			'a view that never ends',
			'CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT i FROM n',
			/view “endless”/,
		],
		['a trigger', 'CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM notes; END', /trigger “t”/],
		['a virtual table', 'CREATE VIRTUAL TABLE search USING fts5(text)', /only plain tables/],
		[
			'a computed column',
			'ALTER TABLE cards ADD COLUMN bomb GENERATED ALWAYS AS (hex(zeroblob(1000000000)))',
			/computes columns/,
		],
		['no log', 'DROP TABLE revlog', /“revlog” has no column/],
		['no collection', 'DELETE FROM col', /version/],
		['an unknown version', 'UPDATE col SET ver = 99', /version 99/],
		['settings that are no JSON', "UPDATE col SET conf = '{'", /cannot be read/],
		['settings of the wrong kind', "UPDATE col SET models = 'null'", /cannot be read/],
		['decks of the wrong kind', "UPDATE col SET decks = x'00ff'", /cannot be read/],
	])('is refused with %s', async (_, sql, message) => {
		expect(await refusal({ ...ONE_NOTE, sql })).toMatch(message);
	});

	it('is refused with settings nested without end', async () => {
		expect(await refusal({ ...ONE_NOTE, sql: `UPDATE col SET models = '${'['.repeat(500_000)}'` })).toMatch(
			/cannot be read/,
		);
		expect(
			await refusal({
				...ONE_NOTE,
				sql: `UPDATE col SET conf = '${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}'`,
			}).catch(() => 'read'),
		).toMatch(/cannot be read|read/);
	});

	it('is refused with more notes, decks or rows than are allowed', async () => {
		const notes = Array.from({ length: 5 }, () => ({ flds: 'a\u001fb' }));
		expect(await refusal({ notes }, { notes: 4 })).toMatch(/5 notes; at most 4/);
		expect(await refusal({ ...ONE_NOTE, decks: { 1: { name: 'a' }, 2: { name: 'b' } } }, { decks: 1 })).toMatch(
			/2 decks; at most 1/,
		);
		expect(
			await refusal(
				{
					...ONE_NOTE,
					revlog: [
						[1, 2000, 3, 1, 0, 0, 0, 0],
						[2, 2000, 3, 1, 0, 0, 0, 0],
					],
				},
				{ reviews: 1 },
			),
		).toMatch(/2 rows; at most 1/);
	});

	it('is refused when its pages lead into each other', async () => {
		const many = {
			notes: Array.from({ length: 400 }, (_, at) => ({ flds: `question ${at} ${'x'.repeat(200)}\u001fb` })),
		};
		const file = await writePackage(
			folder,
			{
				...many,
				sql: "PRAGMA writable_schema = ON; UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name = 'cards') WHERE name = 'notes'",
			},
			'loop.apkg',
		);
		await expect(readFile(file)).rejects.toThrow(ExchangeError);
	});

	it('leaves out notes with a guid again, and gives one to a note without', async () => {
		const { notes, remarks } = await read({
			notes: [
				{ guid: 'a', flds: 'one\u001f1' },
				{ guid: 'a', flds: 'two\u001f2' },
				{ guid: '', flds: 'three\u001f3' },
			],
			cards: [{}, { nid: 1001 }, { nid: 1002 }],
		});
		expect(notes.map(({ title }) => title)).toEqual(['one', 'three']);
		expect(notes[1]?.origin?.guid).toBe('anki-1002');
		expect(told(remarks)).toMatch(
			/refused: Another note of the package has the same guid[\s\S]*changed: The note has no guid/,
		);
	});

	it('reads notes and cards with negative, huge and future numbers', async () => {
		const { notes, reviews, remarks } = await read({
			notes: [
				{ id: -5, flds: 'minus\u001f1' },
				{ id: 2n ** 62n, flds: 'huge\u001f2' },
				{ id: 99_999_999_999_999, flds: 'future\u001f3' },
			],
			cards: [{ nid: -5, id: -7 }, { nid: 2n ** 62n, id: 2n ** 62n + 1n }, { nid: 99_999_999_999_999 }],
			revlog: [
				[-1, -7, 3, 1, 0, 0, 0, 1],
				[2n ** 62n, -7, 3, 1, 0, 0, 0, 1],
				[4_000_000_000_000, -7, 3, 1, 0, 0, 0, 1],
				[1_700_000_000_000, 2n ** 62n + 1n, 3, 1, 0, 0, 0, 1],
				[1_700_000_000_001, 2n ** 62n, 3, 1, 0, 0, 0, 1],
			],
		});
		expect(notes.map(({ title, origin }) => [title, origin?.foreignId]).sort()).toEqual([
			['future', 99_999_999_999_999],
			['huge', 0],
			['minus', 0],
		]);
		expect(reviews.map(({ atMs, cardId }) => [atMs, cardId])).toEqual([
			[1_700_000_000_000, notes.find(({ title }) => title === 'huge')?.cards[0]?.id],
		]);
		expect(told(remarks)).toMatch(
			/refused: The row is of no time or of one to come[\s\S]*about a card that the package does not hold/,
		);
	});

	it('brings absurd intervals, dues, flags and grades into their ranges', async () => {
		const { notes, reviews } = await read({
			...one('absurd'),
			cards: [
				{
					type: 2,
					queue: 2,
					due: -999_999_999_999,
					ivl: 2_000_000_000,
					factor: -3,
					reps: -1,
					lapses: 1e15,
					flags: 2n ** 40n + 5n,
					data: '{"s":1e300,"d":-4,"lrt":1e300}',
				},
			],
			revlog: [
				[1_700_000_000_000, 2000, 7, 1, 0, 0, 0, 1],
				[1_700_000_000_001, 2000, 3, 2_000_000_000, -2_000_000_000, 0, -5, 1],
				[1_700_000_000_002, 2000, 3, 1, 0, 0, 0, 77],
			],
		});
		const memory = notes[0]?.cards[0]?.memory;
		expect(memory).toMatchObject({
			phase: 'review',
			intervalDays: 36_500,
			difficulty: expect.any(Number),
			stability: expect.any(Number),
		});
		expect(memory?.stability).toBeLessThanOrEqual(36_500);
		expect(memory?.due).toMatchObject({ kind: 'day', day: expect.any(Number) });
		expect(Number.isSafeInteger(memory?.due.kind === 'day' ? memory.due.day : 0.5)).toBe(true);
		expect(reviews).toHaveLength(1);
		expect(reviews[0]).toMatchObject({ durationMs: 0, after: memory });
	});

	it('reads columns of the wrong kind as nothing', async () => {
		const { notes } = await read({
			...one('typed'),
			sql: "UPDATE cards SET type = 'two', due = x'00', ivl = 'a', data = 5; UPDATE notes SET mod = 'now', tags = x'ff00'",
		});
		expect(notes[0]).toMatchObject({ title: 'typed', modifiedMs: 0 });
		expect(notes[0]?.cards[0]?.memory).toMatchObject({ phase: 'new', due: { kind: 'position', position: 0 } });
	});

	it('leaves out notes whose fields are too long, too many or too few, and those without a type or cards', async () => {
		const { notes, remarks } = await read(
			{
				notes: [
					{ flds: `${'x'.repeat(3000)}\u001fb` },
					{ flds: 'one' },
					{ flds: 'a\u001fb\u001fc' },
					{ flds: 'a\u001fb', mid: 77 },
					{ flds: 'a\u001fb' },
					{ flds: 'fine\u001fb' },
				],
				cards: [{}, { nid: 1001 }, { nid: 1002 }, { nid: 1003 }, { nid: 1005 }],
			},
			{ noteCharacters: 2000 },
		);
		expect(notes.map(({ title }) => title)).toEqual(['fine']);
		expect(remarks.filter(({ severity }) => severity === 'refused')).toHaveLength(5);
		expect(told(remarks)).toMatch(/more than the 2000 characters/);
	});

	it('is not fooled by names that every object has', async () => {
		const proto =
			'{"__proto__":{"polluted":1},"constructor":{"name":"x"},"toString":"y","1":{"name":"__proto__::constructor"}}';
		const { notes, collection } = await read({
			...one('proto'),
			decks: JSON.parse(proto),
			media: '{"0":"__proto__"}',
			members: { 0: 'x' },
		});
		expect(notes).toHaveLength(1);
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
		expect(collection.decks.map(({ title }) => title)).toEqual(expect.arrayContaining(['__proto__', 'constructor']));
	});
});
