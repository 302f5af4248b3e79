import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parseDeck } from '@/lib/cards/parse-deck';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import { DEFAULT_LIMITS, type ExchangeLimits } from '@/lib/exchange/limits';
import type { ExchangeNote, PortableMedia, PortableNote, PortableReview } from '@/lib/exchange/portable';
import { BASIC, noteType, ONE_NOTE, type PackageOfTest, writePackage } from './package-fixture';
import { readApkg } from './read-apkg';
import { runIn } from './studied-collection';

const folder = mkdtempSync(join(tmpdir(), 'chainrule-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = runIn('UTC');
let made = 0;

async function readFile(file: string, limits: Partial<ExchangeLimits> = {}) {
	const collection = await readApkg(file, { ...DEFAULT_LIMITS, ...limits }, run, {
		checkDemo: () => ({ ok: true }),
		deckTitle: null,
	});
	const notes: PortableNote[] = [];
	const reviews: PortableReview[] = [];
	const media: PortableMedia[] = [];
	try {
		for await (const batch of collection.notes()) notes.push(...batch);
		for await (const batch of collection.reviews()) reviews.push(...batch);
		for await (const each of collection.media()) media.push(each);
	} finally {
		await collection.close?.();
	}
	return { collection, notes, reviews, media, remarks: [...collection.remarks] as ExchangeNote[] };
}

async function read(content: PackageOfTest, limits: Partial<ExchangeLimits> = {}) {
	return readFile(await writePackage(folder, content, `hostile${made++}.apkg`), limits);
}

async function refusal(content: PackageOfTest, limits: Partial<ExchangeLimits> = {}): Promise<string> {
	const error = await read(content, limits).then(
		() => null,
		(thrown: unknown) => thrown,
	);
	expect(error).toBeInstanceOf(ExchangeError);
	return (error as Error).message;
}

const one = (front: string, back = 'Answer') => ({ notes: [{ flds: `${front}\u001f${back}` }], cards: [{}] });
const told = (remarks: readonly ExchangeNote[]) =>
	remarks.map(({ severity, message }) => `${severity}: ${message}`).join('\n');

/** The note's cards as the app draws them; fails where the grammar refuses the Markdown. */
function drawn(note: PortableNote | undefined): string {
	const picture = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
	const text = `---\nid: a\ntitle: A\n---\n\n${note?.markdown}\n`;
	const deck = parseDeck({ file: 'a.md', text }, { readMedia: () => picture, checkDemo: () => ({ ok: true }) });
	expect(deck.errors).toEqual([]);
	return deck.notes.flatMap(({ cards }) => cards.map(({ frontHtml, backHtml }) => frontHtml + backHtml)).join('\n');
}

describe('a hostile archive', () => {
	it.each([
		['nothing at all', Buffer.alloc(0)],
		['no archive', Buffer.from('This is a text, and no archive.')],
	])('is refused: %s', async (name, bytes) => {
		const file = join(folder, `${name}.apkg`);
		writeFileSync(file, bytes);
		await expect(readFile(file)).rejects.toThrow(/no whole ZIP archive.*Nothing was changed/);
	});

	it('is refused when it is cut off, anywhere', async () => {
		const whole = readFileSync(await writePackage(folder, ONE_NOTE, 'whole.apkg'));
		for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 40)) {
			const file = join(folder, 'cut.apkg');
			writeFileSync(file, whole.subarray(0, at));
			await expect(readFile(file)).rejects.toThrow(ExchangeError);
		}
	});

	it('is refused when it unpacks to more than is allowed, or to too many times as much', async () => {
		expect(await refusal({ ...ONE_NOTE, members: { 0: Buffer.alloc(100_000) } }, { unpackedBytes: 90_000 })).toMatch(
			/unpack to more than/,
		);
		expect(await refusal({ ...ONE_NOTE, members: { 0: Buffer.alloc(32 * 2 ** 20) } })).toMatch(/at most 200 times/);
		expect(await refusal(ONE_NOTE, { fileBytes: 100 })).toMatch(/at most 100 are allowed/);
		expect(
			await refusal(
				{ ...ONE_NOTE, members: Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`${at}`, 'x'])) },
				{ files: 20 },
			),
		).toMatch(/at most 20 are allowed/);
	});

	it('is refused when its directory lies about a length or its members overlap', async () => {
		const bytes = readFileSync(await writePackage(folder, ONE_NOTE, 'honest.apkg'));
		const central = bytes.indexOf(Buffer.from('504b0102', 'hex'));
		const shorter = Buffer.from(bytes);
		shorter.writeUInt32LE(512, central + 24);
		const overlapping = Buffer.from(bytes);
		const second = bytes.indexOf(Buffer.from('504b0102', 'hex'), central + 4);
		overlapping.writeUInt32LE(bytes.readUInt32LE(central + 42), second + 42);
		for (const [name, changed] of [
			['shorter', shorter],
			['overlapping', overlapping],
		] as const) {
			writeFileSync(join(folder, name), changed);
			await expect(readFile(join(folder, name)), name).rejects.toThrow(ExchangeError);
		}
	});

	it('is refused when a name in it leads out of it, or it holds no collection', async () => {
		const bytes = readFileSync(
			await writePackage(folder, { ...ONE_NOTE, members: { 'aaaaaaaaa.txt': 'x' } }, 'path.apkg'),
		);
		const file = join(folder, 'path2.apkg');
		writeFileSync(file, Buffer.from(bytes.toString('latin1').replaceAll('aaaaaaaaa.txt', '../../aaa.txt'), 'latin1'));
		await expect(readFile(file)).rejects.toThrow(ExchangeError);
		expect(await refusal({ members: { 'collection.anki2': Buffer.from('Please update') } })).toMatch(
			/no SQLite database/,
		);
	});

	it('never takes the collection that only says to update for the content', async () => {
		expect(await refusal({ ...ONE_NOTE, members: { meta: Buffer.from([8, 3]) } })).toMatch(
			/no member “collection.anki21b”/,
		);
		expect(await refusal({ ...ONE_NOTE, members: { meta: Buffer.from([8, 9]) } })).toMatch(/version 9/);
		expect(await refusal({ ...ONE_NOTE, members: { 'collection.anki21': 'broken' } })).toMatch(/no SQLite database/);
	});

	it('is refused when its Zstandard data is broken, too long, or asks for too much memory', async () => {
		const zstd = (...hex: string[]) => ({
			...ONE_NOTE,
			members: { meta: Buffer.from([8, 3]), 'collection.anki21b': Buffer.from(hex.join(''), 'hex') },
		});
		expect(await refusal(zstd('00112233'))).toMatch(/no Zstandard data/);
		// a window of 2 GiB
		expect(await refusal(zstd('28b52ffd00a8', '010000'))).toMatch(/window/);
		// a frame that says it holds 2^40 bytes
		expect(await refusal(zstd('28b52ffde0', '0000000000010000', '010000'))).toMatch(/unpacks to more/);
		// blocks of one repeated byte: 128 KiB from four bytes each
		const block = Buffer.alloc(3);
		block.writeUIntLE((131_072 << 3) | 2, 0, 3);
		const bomb = `28b52ffd0058${`${block.toString('hex')}00`.repeat(2000)}010000`;
		expect(await refusal(zstd(bomb), { unpackedBytes: 2 ** 20 })).toMatch(/unpacks to more/);
		expect(await refusal(zstd(bomb.slice(0, 300)))).toMatch(/ends too early|broken/);
	});
});

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

describe('hostile notes and media', () => {
	const NASTY = [
		'<script>alert(1)</script>Hello',
		'Hello <img src=x onerror="alert(1)">',
		'Hello <iframe src="javascript:alert(1)"></iframe>',
		'Hello <a href="javascript:alert(1)">link</a>',
		'Hello <svg onload=alert(1)><script>alert(1)</script></svg>',
		'Hello <div onclick=alert(1) style="background:url(https://evil.invalid/x)">there</div>',
		'Hello <math><mtext><img src=x onerror=alert(1)></mtext></math>',
		'Hello <img src="https://evil.invalid/pixel.png"><img src="//evil.invalid/p.png"><img src="data:image/svg+xml,<svg onload=alert(1)>">',
		'Hello <style>@import url(https://evil.invalid)</style><link rel=stylesheet href=https://evil.invalid>',
		'Hello <form action=https://evil.invalid><input autofocus onfocus=alert(1)></form>',
		'Hello <object data=evil.swf></object><embed src=evil.swf><base href=https://evil.invalid>',
		'Hello &lt;script&gt;alert(1)&lt;/script&gt;',
		'Hello [sandbox](javascript:alert(1)) <!-- card: t1 --> ---',
		'Hello \\(\\href{javascript:alert(1)}{x}\\) and \\(\\htmlClass{x}{y}\\)',
		'Hello ```html <b onclick=alert(1)> ``` `` <u>u</u>',
	];

	it.each(NASTY)('come in without what runs or loads: %s', async (field) => {
		const { notes } = await read(one(field, `back ${field}`));
		const html = drawn(notes[0]);
		expect(html).toContain('Hello');
		expect(html.replace(/&#?\w+;/g, '')).not.toMatch(
			/<script|<iframe|<object|<embed|<form|<input|<link|<base|<style|\son\w+=|evil\.invalid\/(?:x|p)|src="(?!\/api)|href="(?!https?:)/i,
		);
	});

	it('come in without what runs in their templates, and say so', async () => {
		const type = noteType(
			1,
			['Front', 'Back'],
			[
				[
					'<b id=x>{{Front}}</b><script>alert(1)</script><img src="https://evil.invalid/x.png">',
					'{{FrontSide}}<div onclick="alert(1)">{{Back}}</div>',
				],
			],
		);
		const { notes, remarks } = await read({ ...one('Hello'), models: [type] });
		expect(drawn(notes[0])).not.toMatch(/script|onclick|evil/);
		expect(told(remarks)).toMatch(/run or load were left out[\s\S]*from elsewhere/);
	});

	it('are read in time however they are written', async () => {
		const bombs = [
			'\\('.repeat(40_000),
			'[latex]'.repeat(12_000),
			'{{c1::'.repeat(15_000),
			'<img src="'.repeat(9_000),
			'<div>'.repeat(18_000),
			'<b><i>'.repeat(9_000),
			'[sound:'.repeat(12_000),
			'&'.repeat(90_000),
			`${'<'.repeat(45_000)}${'>'.repeat(45_000)}`,
			'`'.repeat(90_000),
			'*a '.repeat(25_000),
			'[a]('.repeat(20_000),
			'<!--'.repeat(20_000),
			'漢字['.repeat(20_000),
		];
		const began = process.hrtime.bigint();
		const { notes, remarks } = await read({
			notes: bombs.map((flds) => ({ flds: `Start ${flds}\u001fb` })),
			cards: bombs.map((_, at) => ({ nid: 1000 + at })),
		});
		expect(notes.length + remarks.filter(({ severity }) => severity === 'refused').length).toBeGreaterThanOrEqual(
			bombs.length,
		);
		expect(Number(process.hrtime.bigint() - began) / 1e9).toBeLessThan(100);
	}, 120_000);

	it('leave out media that lead elsewhere, are listed only, run something, or are unknown to any card', async () => {
		const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
		const { notes, media, remarks } = await read({
			...one(
				'<img src="../../evil.png"> <img src="bad.svg"> <img src="gone.png"> <img src="fine.png"> <img src="über 1.png">',
			),
			media: JSON.stringify({
				0: '../../evil.png',
				1: 'bad.svg',
				2: 'gone.png',
				3: 'fine.png',
				4: 'unknown.png',
				5: 'über 1.png',
			}),
			members: { 0: 'x', 1: svg, 3: 'png', 4: 'png', 5: 'png' },
		});
		const hash = createHash('sha256').update('über 1.png').digest('hex').slice(0, 8);
		expect(media.map(({ name }) => name)).toEqual(['fine.png', expect.stringContaining(hash)]);
		expect(media.every(({ name }) => /^[A-Za-z0-9._-]+$/.test(name))).toBe(true);
		expect(notes[0]?.markdown).not.toMatch(/evil|bad\.svg|gone/);
		expect(told(remarks)).toMatch(/lead out of the folder[\s\S]*holds <script>[\s\S]*does not hold it/);
	});

	it('are refused with a list of media that is none', async () => {
		expect(await refusal({ ...ONE_NOTE, media: '[1]' })).toMatch(/list of media/);
		expect(await refusal({ ...ONE_NOTE, media: '{"../x":"a"}' })).toMatch(/list of media/);
		expect(await refusal({ ...ONE_NOTE, media: '{' })).toMatch(/list of media/);
	});

	it('stop at once when the learner cancels', async () => {
		const file = await writePackage(
			folder,
			{
				notes: Array.from({ length: 2000 }, (_, at) => ({ flds: `<b>q</b> ${at}\u001fb` })),
				cards: Array.from({ length: 2000 }, (_, at) => ({ nid: 1000 + at })),
				models: [BASIC],
			},
			'cancel.apkg',
		);
		const controller = new AbortController();
		const stopping = { ...run, signal: controller.signal, onProgress: () => controller.abort(new Error('cancelled')) };
		await expect(
			readApkg(file, DEFAULT_LIMITS, stopping, { checkDemo: () => ({ ok: true }), deckTitle: null }),
		).rejects.toThrow('cancelled');
	});
});
