import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readContent } from '@/lib/cards/read-content';
import { readCsv } from '@/lib/exchange/csv/read-csv';
import { writeCsv } from '@/lib/exchange/csv/write-csv';
import { DEFAULT_LIMITS } from '@/lib/exchange/limits';
import { readMarkdown } from '@/lib/exchange/markdown/read-markdown';
import { writeMarkdown } from '@/lib/exchange/markdown/write-markdown';
import { closeDatabase, reading as readRows, transaction } from './client';
import { exportCollection } from './export-collection';
import { seedDecks } from './seed-decks';
import { allRows, importAll, quietRun } from './test-collection';
import { useTestDatabase } from './test-database';

const writing = { title: 'All', schedule: true, history: true, answers: true };
const reading = { checkDemo: () => ({ ok: true as const }), columns: null, deckTitle: null };

// Written by seeding alone, or told from when and by what a note came.
const ELSEWHERE = ['its rowid', 'line', 'seedMarkdown', 'editedAt', 'importedSha256', 'modifiedAt'];

const key = (row: Record<string, unknown>) => JSON.stringify([row['id'], row['deckId'], row['name']]);

function contentRows(path: string): unknown {
	const { Deck, Note, Card, Media } = allRows(path);
	const rows = [Deck, Note, Card, Media].map((table) =>
		(table as Record<string, unknown>[])
			.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !ELSEWHERE.includes(name))))
			.sort((a, b) => (key(a) < key(b) ? -1 : 1)),
	);
	return rows;
}

describe('decks of a database, written as text and read into another,', () => {
	const database = useTestDatabase();
	let folder = '';
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'text-'));
	});
	afterEach(() => rmSync(folder, { recursive: true }));

	const seed = async (whole = false) => {
		const put = (name: string, text: string) => {
			mkdirSync(dirname(join(folder, 'content', name)), { recursive: true });
			writeFileSync(join(folder, 'content', name), text);
		};
		put('f/x.svg', '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>');
		put(
			'z.md',
			"---\nid: z\ntitle: 'Z: all'\ntags: [t]\nmacros: {'\\R': '\\mathbb R'}\n---\n\n## $\\R$ {#r}\n\n<!-- tags: a, b -->\n\n---\n\nA\n\n<!-- step -->\n\n![x](f/x.svg)\n",
		);
		put(
			'a.md',
			'---\nid: a\ntitle: A\nparent: z\n---\n\n## H {#h}\n\n<!-- html -->\n\n<!-- card: t2 -->\n\n```html\n\\(x\\) <img src="f/x.svg">\n```\n\n---\n\n```html\ny\n```\n\n## C {#c}\n\n{{c2::x}} {{c1::$y$::h}}\n\n## T {#t}\n\n<!-- typed -->\n\n---\n\nU\n',
		);
		const decks = [
			...readContent(join(folder, 'content'), reading.checkDemo),
			...(whole ? readContent('content', reading.checkDemo) : []),
		];
		expect(decks.flatMap(({ errors }) => errors)).toEqual([]);
		await transaction((db) => seedDecks(db, decks, 1_000));
	};
	const elsewhere = async () => {
		await closeDatabase();
		const path = join(folder, 'other.db');
		copyFileSync('.tmp/unit-template.db', path);
		process.env['DATABASE_URL'] = `file:${path}`;
		return path;
	};

	it.each([
		{ name: 'all.zip', whole: true, notes: 26 },
		{ name: 'all', whole: false, notes: 4 },
	])(
		'come back from Markdown ($name) as the same rows, and a second time change none',
		async ({ name, whole, notes }) => {
			await seed(whole);
			const collection = exportCollection({ deckId: 'all', subtree: true }, { schedule: true, history: true });
			const { remarks } = await writeMarkdown(collection, writing, join(folder, name), quietRun());
			await collection.close?.();
			expect(remarks).toEqual([]);
			const before = contentRows(database.path);
			const path = await elsewhere();
			const read = () => readMarkdown(join(folder, name), DEFAULT_LIMITS, quietRun(), reading);
			const { report } = await importAll(await read());
			expect(report).toMatchObject({ notes: { new: notes, refused: 0 }, remarks: [] });
			expect(contentRows(path)).toEqual(before);
			const again = await importAll(await read());
			expect(again.report.notes).toMatchObject({ new: 0, updated: 0, unchanged: notes });
			expect(contentRows(path)).toEqual(before);
		},
	);

	it('come back from a table as the same notes, but for what a table cannot hold', async () => {
		await seed();
		const collection = exportCollection({ deckId: 'z', subtree: true }, { schedule: true, history: true });
		await writeCsv(collection, writing, join(folder, 'z.csv'), quietRun());
		await collection.close?.();
		const read = () => readCsv(join(folder, 'z.csv'), DEFAULT_LIMITS, quietRun(), reading);
		const path = await elsewhere();
		const { report } = await importAll(await read());
		expect(report.notes).toMatchObject({ new: 3, refused: 0 });
		const { Note } = allRows(path);
		expect((Note as { id: string; kind: string }[]).map(({ id, kind }) => `${kind} ${id}`).sort()).toEqual([
			'basic z-all-a/t',
			'cloze z-all-a/c',
			'html z-all/r',
		]);
		expect((await importAll(await read())).report.notes).toMatchObject({ new: 0, updated: 0, unchanged: 3 });
	});

	it('keep their demos when a table of them, which can hold none, comes back', async () => {
		await transaction((db) =>
			seedDecks(
				db,
				readContent('content', () => ({ ok: true })),
				0,
			),
		);
		const demos = () => readRows((db) => db.note.findMany({ select: { id: true, demoId: true, demoQuery: true } }));
		const before = await demos();
		const collection = exportCollection(
			{ deckId: 'neural-networks', subtree: true },
			{ schedule: true, history: true },
		);
		await writeCsv(collection, writing, join(folder, 'n.csv'), quietRun());
		await collection.close?.();
		await importAll(await readCsv(join(folder, 'n.csv'), DEFAULT_LIMITS, quietRun(2_000_000_000_000), reading));
		expect(await demos()).toEqual(before);
		expect(before.every(({ demoId }) => demoId !== null)).toBe(true);
	});

	it('come from a table of Anki with its guids, and a second time change nothing', async () => {
		writeFileSync(
			join(folder, 't.txt'),
			'#separator:tab\n#html:true\n#guid column:1\n#deck:A::B\nab!c\tfront\tback\nxyz\t{{c1::x}}\t\n',
		);
		const read = () => readCsv(join(folder, 't.txt'), DEFAULT_LIMITS, quietRun(), reading);
		expect((await importAll(await read())).report.notes).toMatchObject({ new: 2, refused: 0 });
		expect((await importAll(await read())).report.notes).toMatchObject({ new: 0, updated: 0, unchanged: 2 });
	});
});
