import { readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';

const KEPT_COPIES = 3;

/** What a copy may be made before, other than a migration; each has its own three copies. */
const OCCASIONS = ['import-', 'restore-'];

/**
 * Copies a database beside itself as `<path>.before-<event>` and keeps the newest three of such copies: of those before
 * migrations, those before imports and those before restorations each.
 * @param {string} path
 * @param {string} event the migration, or `import-` or `restore-` with the time
 * @returns {string} the path of the copy
 */
export function keepCopy(path, event) {
	const copy = `${path}.before-${event}`;
	const part = `${copy}.part`;
	rmSync(part, { force: true });
	const database = new Database(path, { fileMustExist: true, timeout: 5000 });
	try {
		database.prepare('VACUUM INTO ?').run(part);
	} finally {
		database.close();
	}
	renameSync(part, copy);
	for (const old of olderCopies(path, occasionOf(event))) rmSync(old);
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

const occasionOf = (event) => OCCASIONS.find((occasion) => event.startsWith(occasion));

function olderCopies(path, occasion) {
	const prefix = `${basename(path)}.before-`;
	return readdirSync(dirname(path))
		.filter((name) => name.startsWith(prefix) && !name.endsWith('.part'))
		.filter((name) => occasionOf(name.slice(prefix.length)) === occasion)
		.map((name) => join(dirname(path), name))
		.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
		.slice(KEPT_COPIES);
}
