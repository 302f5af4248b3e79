import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { markdownHash } from '@/lib/exchange/apkg/markdown-hash';
import { collectionOf, contentOf, runOfTest } from '@/lib/exchange/collection-fixture';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import type { ColumnMapping } from '@/lib/exchange/file-format';
import { DEFAULT_LIMITS, type ExchangeLimits } from '@/lib/exchange/limits';
import type { PortableCollection } from '@/lib/exchange/portable';
import { previewCsv, readCsv } from './read-csv';
import { writeCsv } from './write-csv';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'csv-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (content: string | Uint8Array, name = 't.csv') => writeFileSync(join(folder, name), content);
const options = { title: 'T', schedule: true, history: true, answers: true };

async function write(collection: PortableCollection, name = 't.tsv') {
	const report = await writeCsv(collection, options, join(folder, name), runOfTest());
	const lines = readFileSync(join(folder, name), 'utf8').split('\n');
	const head = lines.filter((line) => line.startsWith('#'));
	const { data } = Papa.parse<string[]>(lines.slice(head.length, -1).join('\n'), {
		delimiter: name.endsWith('.csv') ? ',' : '\t',
	});
	return { report, head, rows: data };
}

async function read(columns: ColumnMapping | null = null, limits: Partial<ExchangeLimits> = {}, name = 't.csv') {
	const reading = { checkDemo: () => ({ ok: true as const }), columns, deckTitle: null };
	const collection = await readCsv(join(folder, name), { ...DEFAULT_LIMITS, ...limits }, runOfTest(), reading);
	const { decks, notes } = await contentOf(collection);
	return {
		decks: decks.map(({ id, parentId, title }) => [id, parentId, title]),
		notes,
		texts: notes.map(({ markdown }) => markdown.replace(/ \{#[^}]*\}/, '')),
		remarks: collection.remarks.map(({ severity, where, message }) => `${severity} ${where} ${message}`),
	};
}

describe('writeCsv()', () => {
	test("writes Anki's headers and a row a note, decks by their titles, mathematics as Anki has it", async () => {
		const { report, head, rows } = await write(
			collectionOf([
				{
					text: "---\nid: a\ntitle: 'A: all'\nmacros: {'\\R': '\\mathbb R'}\n---\n\n## What is $\\R$? {#r}\n\n<!-- tags: x, y -->\n\n---\n\nA *set*:\n\n- of \"reals\"\n",
				},
				{
					text: '---\nid: b\ntitle: B\nparent: a\n---\n\n## N {#n}\n\n{{c1::one}}\n\n## T {#t}\n<!-- typed -->\n\n---\n\nU\n\n## V {#v}\n<!-- reversed -->\n\n---\n\nW\n',
				},
			]),
		);
		expect(head).toEqual([
			'#separator:tab',
			'#html:true',
			'#guid column:1',
			'#notetype column:2',
			'#deck column:3',
			'#tags column:4',
		]);
		expect(rows).toEqual([
			[
				'a/r',
				'Basic',
				'A: all',
				'x y',
				'What is \\(\\mathbb R\\)?',
				expect.stringMatching(/^<p>A <em>set<\/em>:<\/p>\n<ul>\n<li>of "reals"<\/li>/),
			],
			['b/n', 'Cloze', 'A: all::B', '', expect.stringContaining('{{c1::one}}'), ''],
			['b/t', 'Basic (type in the answer)', 'A: all::B', '', 'T', 'U'],
			['b/v', 'Basic (and reversed card)', 'A: all::B', '', 'V', 'W'],
		]);
		expect(report).toMatchObject({ notes: 4, cards: 5, media: 0, remarks: [] });
		expect(readdirSync(folder)).toEqual(['t.tsv']);
	});

	test('sends a note back in its own type and fields while nobody has edited it', async () => {
		const collection = collectionOf([{ text: '---\nid: a\ntitle: A\n---\n\n## Q {#q}\n\n---\n\nA\n' }]);
		const withOrigin = (guid: string, sha: string): PortableCollection => ({
			...collection,
			async *notes() {
				for await (const batch of collection.notes())
					yield batch.map((note) => ({
						...note,
						origin: {
							program: 'anki' as const,
							guid,
							foreignId: 1,
							noteType: '{"name":"Mine"}',
							fields: ['a', 'b', '=c'],
							tags: ['x::y'],
							markdownSha256: sha,
							modifiedMs: 0,
						},
					}));
			},
		});
		const fits = markdownHash('## Q {#q}\n\n---\n\nA');
		expect((await write(withOrigin('g!1', fits))).rows).toEqual([['g!1', 'Mine', 'A', 'x::y', 'a', 'b', '&#61;c']]);
		expect((await write(withOrigin('g!1', 'other'))).rows).toEqual([['g!1', 'Basic', 'A', '', 'Q', 'A']]);
		const unsafe = await write(withOrigin('=g', 'other'));
		expect(unsafe.rows).toEqual([['a/q', 'Basic', 'A', '', 'Q', 'A']]);
		expect(unsafe.report.remarks[0]?.message).toMatch(/^Its Anki guid starts like a formula/);
	});

	test('writes no cell that a spreadsheet takes for a formula, whatever the words', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.array(
					fc.tuple(
						fc.constantFrom('=', '+', '-', '@', '\uFF1D', '|', '%', 'x', ' ='),
						fc.constantFrom('1+1', 'cmd|x!A0', '"a"', ''),
					),
					{ minLength: 1, maxLength: 4 },
				),
				async (parts) => {
					const [first] = parts;
					const words =
						parts.map(([sign, rest]) => `\\${sign}${rest}`.replace(/\\([x\uFF1D ])/, '$1').trim()).join('') || 'x';
					const collection = collectionOf([
						{ text: `---\nid: a\ntitle: '${first?.[0]}1+1'\n---\n\n## ${words}1 {#q}\n\n---\n\n${words}2\n` },
					]);
					for (const name of ['t.tsv', 't.csv']) {
						const { rows } = await write(collection, name);
						for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@|%\uFF1D\t\r]/);
					}
					const back = await read(null, {}, 't.csv');
					expect(back.notes.map(({ title }) => title)).toEqual([await titleOf(collection)]);
				},
			),
			{ numRuns: 40, seed: 31 },
		);
	});

	test('says what a table has no place for', async () => {
		const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
		const { report, rows } = await write(
			collectionOf([
				{
					text: '---\nid: a\ntitle: A\n---\n\n## Q {#q}\n\n---\n\n![x](a.svg)\n\n[Run](sandbox:x)\n\n## H {#h}\n\n<!-- html -->\n\n<!-- card: t2 -->\n\n```html\n<b>x</b>\n```\n\n---\n\n```html\ny\n```\n',
					media: { 'a.svg': svg },
				},
			]),
		);
		expect(rows.map(([guid, type, , , front]) => [guid, type, front])).toEqual([
			['a/q', 'Basic', 'Q'],
			['a/h:t2', 'Basic', '<b>x</b>'],
		]);
		expect(report.remarks.map(({ where, message }) => `${where}: ${message.slice(0, 30)}`)).toEqual([
			'a/q: A table holds no demo: the lin',
			'a/h: A note in HTML goes out as a r',
			'media: A table carries no pictures: t',
		]);
	});
});

async function titleOf(collection: PortableCollection): Promise<string | undefined> {
	return (await contentOf(collection)).notes[0]?.title;
}

describe('readCsv()', () => {
	test('reads what writeCsv() wrote: ids, decks, tags, kinds and mathematics', async () => {
		const collection = collectionOf([
			{
				text: '---\nid: a\ntitle: A\n---\n\n## What is $x<1$? {#r}\n\n<!-- tags: x, y -->\n\n---\n\nA *set*:\n\n- of "reals"\n\n$$\n\\frac{a}{b}\n$$\n\n## N {#n}\n\n{{c1::one::hint}} $x + {{c2::2}}$\n\n---\n\nextra\n',
			},
			{
				text: '---\nid: b\ntitle: B\nparent: a\n---\n\n## T {#t}\n\n<!-- typed -->\n\n---\n\nU\n\n## V {#v}\n\n<!-- reversed -->\n\n---\n\nW\n',
			},
		]);
		await write(collection, 't.csv');
		const { notes, decks, remarks } = await read();
		const before = (await contentOf(collection)).notes;
		expect(decks).toEqual([
			['a', null, 'A'],
			['a-b', 'a', 'B'],
		]);
		expect(notes.map(({ id, kind, tags, origin }) => [id, kind, tags, origin])).toEqual(
			before.map(({ id, kind, tags }) => [id, kind, tags, null]),
		);
		expect(notes.map(({ cards }) => cards.map(({ id }) => id))).toEqual(
			before.map(({ cards }) => cards.map(({ id }) => id)),
		);
		expect(notes.map(({ markdown }) => markdown)).toEqual(before.map(({ markdown }) => markdown));
		expect(remarks).toEqual([
			"changed t.csv Read as a table parted by commas, by Anki's headers, its fields as HTML; the columns are guid, notetype, deck, tags, front, back.",
		]);
	});

	test.each([
		['commas', 'a,"b, ""c"""\nd,"e\nf"\n'],
		['tabs', 'a\t"b, ""c"""\nd\t"e\nf"\n'],
		['semicolons', 'a;"b, ""c"""\r\nd;"e\r\nf"\r\n'],
		['bars', 'a|"b, ""c"""\nd|"e\nf"'],
		['single quotes', "'a','b, \"c\"'\n'd','e\nf'\n"],
	])('reads a table parted by %s', async (_name, text) => {
		put(text);
		expect((await read()).texts).toEqual(['## a\n\n---\n\nb, "c"', '## d\n\n---\n\ne\\\nf']);
	});

	test.each([
		['UTF-8 with a byte-order mark', Uint8Array.from([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('é,ö\n')])],
		['UTF-16 LE', Uint8Array.from([0xff, 0xfe, ...Buffer.from('é,ö\n', 'utf16le')])],
		['UTF-16 BE', Uint8Array.from([0xfe, 0xff, ...Buffer.from('é,ö\n', 'utf16le').swap16()])],
		['Windows-1252', Uint8Array.from([0xe9, 0x2c, 0xf6, 0x0a])],
		['UTF-16 without a mark', Uint8Array.from(Buffer.from('eee,o\n', 'utf16le'))],
	])('reads a table in %s', async (name, bytes) => {
		put(bytes);
		const { texts, remarks } = await read();
		expect(texts).toEqual([name.endsWith('without a mark') ? '## eee\n\n---\n\no' : '## é\n\n---\n\nö']);
		expect(remarks).toHaveLength(/1252|without/.test(name) ? 2 : 1);
	});

	test('knows a first row of names, and columns by them', async () => {
		put('Tags,Answer,Question,Deck\n"x y",B,A,Top::Sub\n,D,C,\n');
		const { texts, decks, remarks, notes } = await read();
		expect(texts).toEqual(['## A\n\n<!-- tags: x, y -->\n\n---\n\nB', '## C\n\n---\n\nD']);
		expect(decks).toEqual([
			['top', null, 'Top'],
			['top-sub', 'top', 'Sub'],
			['t', null, 't'],
		]);
		expect(notes[0]?.origin).toBeNull();
		expect(remarks[0]).toMatch(
			/with a first row of names, its fields as plain text; the columns are tags, back, front, deck\.$/,
		);
	});

	test("obeys Anki's headers: guids, note types, decks and tags for all rows, and comments", async () => {
		put(
			'#separator:Semicolon\n#html:true\n#notetype column:2\n#guid column:1\n#deck:All::Of\n#tags:one two::three\nab!c;Basic (and reversed card);<b>A</b>;B;;C\n# no row\nxyz;Lückentext;{{c1::x}} y;\n',
		);
		const { texts, decks, notes, remarks } = await read();
		expect(texts).toEqual(
			[
				'## **A**\n\n<!-- tags: one, two-three -->\n\n<!-- reversed -->\n\n---\n\nB\n\nC',
				'## {{c1::x}} y\n\n<!-- tags: one, two-three -->',
			].map((text, index) => (index === 0 ? expect.stringContaining('**A**') : text)),
		);
		expect(decks.at(-1)).toEqual(['all-of', 'all', 'Of']);
		expect(notes.map(({ origin }) => [origin?.guid, origin?.tags])).toEqual([
			['ab!c', ['one', 'two::three']],
			['xyz', ['one', 'two::three']],
		]);
		expect(remarks[0]).toMatch(
			/by Anki's headers, its fields as HTML; the columns are guid, notetype, front, back, back, back\.$/,
		);
	});

	test('takes the mapping of the preview for its word', async () => {
		put('x;A;B\ny;C;D\n');
		expect(await previewCsv(join(folder, 't.csv'), DEFAULT_LIMITS)).toEqual({
			mapping: { separator: ';', header: false, html: false, columns: ['front', 'back', 'ignore'] },
			rows: [
				['x', 'A', 'B'],
				['y', 'C', 'D'],
			],
		});
		const { texts } = await read({ separator: ';', header: true, html: false, columns: ['ignore', 'front', 'back'] });
		expect(texts).toEqual(['## C\n\n---\n\nD']);
	});

	test('escapes what is plain text, and brings mathematics of HTML along', async () => {
		put('"1 < 2 * 3 {{c0::x"\t"$5 & <b>"\n', 't.tsv');
		const plain = await read({ separator: '\t', header: false, html: false, columns: ['front', 'back'] }, {}, 't.tsv');
		expect(plain.notes[0]?.kind).toBe('basic');
		expect(plain.texts[0]).toContain('\\$5 & \\<b>');
		put('"<p>\\(x &lt; 1\\)</p>"\t"<script>alert(1)</script>ok<img src=https://x.org/a.png>"\n', 't.tsv');
		const html = await read(null, {}, 't.tsv');
		expect(html.texts).toEqual(['## $x < 1$\n\n---\n\nok']);
		expect(html.remarks.filter((remark) => remark.startsWith('changed line 1'))).toHaveLength(2);
	});

	test('refuses rows with their lines, and goes on', async () => {
		put('#separator:comma\n#guid column:1\ng1,"a\nb",c\n\n# comment\ng1,d,e\ng2,,f\ng3,only\ng4,h,"i\n');
		const { texts, remarks } = await read();
		expect(texts).toEqual(['## a\n\nb\n\n---\n\nc']);
		expect(remarks.slice(1)).toEqual([
			'refused line 7 Another row has the guid “g1”. The row was left out.',
			'refused line 8 The front is empty. The row was left out.',
			'refused line 9 The back is empty. The row was left out.',
			expect.stringMatching(/^refused line 10 The quotes of the row do not match/),
		]);
	});

	test('refuses what is no table or beyond the limits, whole', async () => {
		put(Uint8Array.from([0x61, 0x2c, 0x00, 0x62]));
		await expect(read()).rejects.toThrow('bytes that are no text');
		put('');
		await expect(read()).rejects.toThrow('no column is the front');
		put('a,b\nc,d\n');
		await expect(read(null, { notes: 1 })).rejects.toThrow('more than 1 rows');
		await expect(read(null, { fileBytes: 3 })).rejects.toThrow('3 are allowed');
		await expect(read(null, { decks: 0 })).rejects.toThrow('0 are allowed');
		expect((await read(null, { noteCharacters: 0 })).remarks).toHaveLength(3);
		put(`${'a,'.repeat(1001)}\n`);
		await expect(read()).rejects.toThrow('more than 1000 columns');
		await expect(read(null, {}, 'nope.csv')).rejects.toThrow('there is no such file');
	});

	test('reads or refuses whatever there is, the same each time', async () => {
		const scrap = fc.oneof(
			fc.constantFrom(
				'a',
				',',
				';',
				'\t',
				'"',
				'""',
				'\n',
				'\r\n',
				'#',
				'#separator:',
				'#html:true\n',
				'#guid column:1\n',
				'#deck column:99\n',
				'#columns:a,b\n',
				'{{c1::',
				'}}',
				'<b>',
				'\\(',
				'\\)',
				'__proto__',
				'constructor',
				'::',
				"'",
				'\u0000',
				'=',
				'<script>',
			),
			fc.string({ unit: 'binary', maxLength: 3 }),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(scrap, { maxLength: 30 }), async (scraps) => {
				put(scraps.join(''));
				try {
					const { notes, remarks } = await read();
					expect(await read()).toMatchObject({ notes, remarks });
					for (const { cards, id } of notes) {
						expect(cards.length).toBeGreaterThan(0);
						expect(id).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+$/);
					}
				} catch (error) {
					if (!(error instanceof ExchangeError)) throw error;
				}
			}),
			{ numRuns: 150, seed: 32 },
		);
	});
});
