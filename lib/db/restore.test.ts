import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readBackup } from '@/lib/exchange/backup/read-backup';
import { writeBackup } from '@/lib/exchange/backup/write-backup';
import { DEFAULT_LIMITS } from '@/lib/exchange/limits';
import { DEFAULT_DECK_OPTIONS } from '@/lib/srs/deck-options';
import { momentAt } from '@/lib/srs/study-day';
import { openSnapshot } from './back-up';
import { reading, transaction } from './client';
import { setDeckOptions } from './deck-settings';
import { recordAction } from './record-review';
import { beginRestoring } from './restore';
import { seedDecks } from './seed-decks';
import { allRows, collectionOf, importAll, portableDeck, portableNote, quietRun } from './test-collection';
import { sampleDeck, sampleNote, seedSample, useTestDatabase } from './test-database';
import { undoLastReview } from './undo-review';

const NOW_MS = Date.parse('2026-03-02T12:00:00Z');

/** A row at least in each table. */
async function liveALittle(): Promise<void> {
	const note = portableNote('elsewhere/mass', {
		origin: {
			...{
				program: 'anki',
				guid: 'g',
				foreignId: 2 ** 42,
				noteType: '{}',
				fields: ['a\u001f', '“ü”'],
				tags: [],
				modifiedMs: 3,
			},
			markdownSha256: 'x',
		},
	});
	const [card] = note.cards;
	if (card) note.cards = [{ ...card, origin: { program: 'anki', foreignId: 2 ** 43, ordinal: 0, rest: '{}' } }];
	await importAll(collectionOf({ decks: [portableDeck('elsewhere')], notes: [note] }));
	const mistake = { file: 'x.md', line: 1, column: 2, message: 'm', advice: 'a', noteId: null };
	const media = [{ name: 'figures/a.png', mimeType: 'image/png', bytes: new Uint8Array([0, 255, 128, 10]) }];
	const deck = sampleDeck('deck', [sampleNote('n1'), sampleNote('n2')], { media, errors: [mistake] });
	for (let times = 0; times < 2; times++) await transaction((db) => seedDecks(db, [deck], 0));
	await transaction(async (db) => {
		await setDeckOptions(db, 'local', 'deck', { ...DEFAULT_DECK_OPTIONS, desiredRetention: 0.85 });
		await db.helping.create({
			data: { key: 'h', learnerId: 'local', deckId: 'deck', studyDay: 1, fresh: 2, reviews: 3 },
		});
		const guess = { query: '', seed: 7, guess: 'yes', measured: 'no', grade: 'missed', at: new Date(5) };
		await db.prediction.create({ data: { key: 'p', learnerId: 'local', demoId: 'neuron', ...guess } });
	});
	const act = (key: string, version: number) =>
		recordAction({ key, cardId: 'deck/n1', version, action: { type: 'flag', flag: 3 }, atMs: NOW_MS }, NOW_MS);
	await act('a', 0);
	await undoLastReview('u', NOW_MS + 1);
	await act('b', 2);
	expect(momentAt(NOW_MS, 'UTC', 4).day).toBeGreaterThan(0);
}

async function backUp(file: string): Promise<void> {
	const snapshot = openSnapshot();
	await writeBackup(snapshot, file, quietRun(NOW_MS));
	snapshot.close();
}

async function restore(file: string): Promise<void> {
	const restoring = beginRestoring();
	try {
		await readBackup(file, restoring, DEFAULT_LIMITS, quietRun());
		restoring.check();
		await restoring.finish();
	} finally {
		restoring.close();
	}
}

/** Without the numbers that SQLite gives to rows which have none of their own. */
function rowsOf(path: string): Record<string, unknown[]> {
	const entries = Object.entries(allRows(path)).map(([table, rows]) => [
		table,
		rows.map((row) => ({ ...(row as object), 'its rowid': 0 })),
	]);
	return Object.fromEntries(entries);
}

describe('beginRestoring()', () => {
	const database = useTestDatabase();
	const file = () => join(dirname(database.path), 'all.json.gz');

	it('makes an empty database equal, row by row, to the one that was backed up', async () => {
		await liveALittle();
		const before = rowsOf(database.path);
		for (const [table, rows] of Object.entries(before)) expect(rows.length, table).toBeGreaterThan(0);
		await backUp(file());
		await seedSample(4, 'other');
		await recordAction({ key: 'c', cardId: 'deck/n2', version: 0, action: { type: 'bury' }, atMs: NOW_MS }, NOW_MS);
		expect(rowsOf(database.path)).not.toEqual(before);
		await restore(file());
		expect(rowsOf(database.path)).toEqual(before);
		expect(readdirSync(dirname(database.path)).filter((name) => name.includes('restore'))).toEqual([]);
	});

	it('lets a page that has the database open go on reading, writing and refusing to change the log', async () => {
		await liveALittle();
		await backUp(file());
		await seedSample(4, 'other');
		await restore(file());
		expect(await reading((db) => db.deck.count())).toBe(2);
		await seedSample(4, 'other');
		expect(await reading((db) => db.deck.count())).toBe(3);
		await expect(transaction((db) => db.$executeRaw`DELETE FROM "Prediction"`)).rejects.toThrow('append-only');
	});

	it('refuses a backup whose cards could run something, though its checksum is right, and changes nothing', async () => {
		await liveALittle();
		await transaction((db) =>
			db.card.update({ where: { id: 'deck/n1' }, data: { backHtml: '<img src=x onerror=f()>' } }),
		);
		await backUp(file());
		const before = rowsOf(database.path);
		await expect(restore(file())).rejects.toThrow(/deck\/n1 holds <img src="x">.*Nothing was changed/);
		expect(rowsOf(database.path)).toEqual(before);
	});

	const lines = (change: (lines: string[]) => string[]) =>
		gzipSync(change(gunzipSync(readFileSync(file())).toString().split('\n')).join('\n'));
	it.each<[string, () => Buffer, string]>([
		['cut short', () => readFileSync(file()).subarray(0, 900), 'cut short'],
		['without its last line', () => lines((all) => [...all.slice(0, -2), '']), 'cut short'],
		[
			'with a word changed',
			() => lines((all) => all.map((line) => line.replace('What is n1', 'What was n1'))),
			'altered',
		],
		['with a row less', () => lines((all) => [...all.slice(0, 3), ...all.slice(4)]), 'altered'],
		[
			'of a newer version',
			() => lines((all) => all.map((line) => line.replace('"version":1', '"version":2'))),
			'newer',
		],
		[
			'of a newer schema',
			() => lines((all) => all.map((line) => line.replace('"schema":[', '"schema":["2099_x",'))),
			'newer',
		],
		['of another program', () => gzipSync('{"cards":[]}\n{}\n'), 'no backup of Chainrule'],
		['that is no gzip', () => Buffer.from('hello'), 'no backup'],
	])('refuses a backup %s and changes nothing', async (_name, bytes, says) => {
		await liveALittle();
		await backUp(file());
		writeFileSync(file(), bytes());
		await seedSample(4, 'other');
		const before = allRows(database.path);
		await expect(restore(file())).rejects.toThrow(says);
		expect(allRows(database.path)).toEqual(before);
	});

	it('leaves no file behind when writing is stopped', async () => {
		await liveALittle();
		const stop = new AbortController();
		stop.abort(new Error('stopped'));
		const snapshot = openSnapshot();
		await expect(writeBackup(snapshot, file(), { ...quietRun(), signal: stop.signal })).rejects.toThrow('stopped');
		snapshot.close();
		expect(readdirSync(dirname(database.path)).filter((name) => name.startsWith('all'))).toEqual([]);
	});
});
