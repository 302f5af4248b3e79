import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';

const KEPT_COPIES = 3;

/**
 * Copies a database beside itself as `<path>.before-<migration>` and keeps the newest three of such copies.
 * @param {string} path
 * @param {string} migration
 * @returns {string} the path of the copy
 */
export function keepCopy(path, migration) {
	const copy = `${path}.before-${migration}`;
	const part = `${copy}.part`;
	rmSync(part, { force: true });
	const database = new Database(path, { fileMustExist: true, timeout: 5000 });
	try {
		database.prepare('VACUUM INTO ?').run(part);
	} finally {
		database.close();
	}
	renameSync(part, copy);
	for (const old of olderCopies(path)) rmSync(old);
	return copy;
}

/**
 * Makes a database what it was when the copy was made, in place: other programs may have it open.
 * @param {string} path
 * @param {string | undefined} copy undefined when there was nothing to copy: the database is then removed
 */
export async function putBack(path, copy) {
	if (copy === undefined) {
		for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
		return;
	}
	const database = new Database(copy, { readonly: true, fileMustExist: true });
	try {
		await database.backup(path);
	} finally {
		database.close();
	}
}

function olderCopies(path) {
	const prefix = `${basename(path)}.before-`;
	return readdirSync(dirname(path))
		.filter((name) => name.startsWith(prefix) && !name.endsWith('.part'))
		.map((name) => join(dirname(path), name))
		.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
		.slice(KEPT_COPIES);
}
