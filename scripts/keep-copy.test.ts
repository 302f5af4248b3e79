import { mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepCopy, putBack } from './keep-copy.mjs';

let folder: string;
let path: string;
let open: Database.Database;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "chainrule's copy "));
	path = join(folder, 'mine.db');
	open = new Database(path);
	open.pragma('journal_mode = WAL');
	open.exec('CREATE TABLE note (text TEXT)');
});
afterEach(() => {
	open.close();
	rmSync(folder, { recursive: true });
});

const notesIn = (database: Database.Database) => database.prepare('SELECT text FROM note').pluck().all();

describe('keepCopy()', () => {
	it('copies what is still in the log of a program that has the database open', () => {
		open.exec("INSERT INTO note VALUES ('one')");
		const copy = new Database(keepCopy(path, 'm1'), { readonly: true });
		expect(notesIn(copy)).toEqual(['one']);
		copy.close();
	});

	it('keeps those before imports apart from those before migrations', () => {
		keepCopy(path, 'm1');
		for (const name of ['import-1', 'import-2', 'import-3', 'import-4', 'restore-1']) keepCopy(path, name);
		const copies = readdirSync(folder).filter((name) => name.includes('.before-'));
		expect(copies.filter((name) => name.includes('import'))).toHaveLength(3);
		expect(copies).toContain('mine.db.before-m1');
		expect(copies).toContain('mine.db.before-restore-1');
	});

	it('keeps the newest three', () => {
		for (const [age, name] of ['m1', 'm2', 'm3', 'm4', 'm5'].entries()) {
			utimesSync(keepCopy(path, name), 1000 + age, 1000 + age);
		}
		keepCopy(path, 'm6');
		const copies = readdirSync(folder).filter((name) => name.includes('.before-'));
		expect(copies.sort()).toEqual(['mine.db.before-m4', 'mine.db.before-m5', 'mine.db.before-m6']);
	});

	it('replaces a copy of the same name', () => {
		keepCopy(path, 'm1');
		open.exec("INSERT INTO note VALUES ('two')");
		const copy = new Database(keepCopy(path, 'm1'), { readonly: true });
		expect(notesIn(copy)).toEqual(['two']);
		copy.close();
	});
});

describe('putBack()', () => {
	it('makes the database what it was, also for a program that has it open', async () => {
		open.exec("INSERT INTO note VALUES ('before')");
		const copy = keepCopy(path, 'm1');
		open.exec("INSERT INTO note VALUES ('after')");
		await putBack(path, copy);
		expect(notesIn(open)).toEqual(['before']);
		open.exec("INSERT INTO note VALUES ('and on')");
		expect(notesIn(open)).toEqual(['before', 'and on']);
	});
});
