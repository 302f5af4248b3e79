import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { explain, Failure } from './failure.mjs';
import { root } from './project.mjs';

/** The names of the checked-in migrations, oldest first. */
export function knownMigrations(folder = join(root, 'prisma/migrations')) {
	return readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort();
}

/**
 * Looks at a database without changing it.
 * @param {string} path
 * @param {string[]} [known] migrations of this version of the app
 * @returns {{ pending: string[], hasTables: boolean, identity: string }}
 *   pending: migrations still to apply; identity: text that differs from one database to another
 * @throws {Failure} when it is newer than the app, half migrated, another program's, or no database at all
 */
export function inspectDatabase(path, known = knownMigrations()) {
	if (!existsSync(path)) return { pending: known, hasTables: false, identity: '' };
	const attempted = `open the database ${path}`;
	const { tables, applied } = readHistory(path, attempted);
	if (tables.length > 0 && !tables.includes('_prisma_migrations')) {
		throw new Failure({
			attempted,
			happened: 'it is a database of another program. Nothing was changed.',
			advice: 'point DATABASE_URL at a file of Chainrule, or at a path where there is no file yet.',
		});
	}
	const stuck = applied.find((row) => row.finished === 0);
	if (stuck) {
		throw new Failure({
			attempted,
			happened: `the migration ${stuck.name} was begun and never finished. Nothing was changed now.`,
			advice: `put the copy made before it back: cp '${path}.before-${stuck.name}' '${path}' (and remove '${path}-wal').`,
		});
	}
	const newer = applied.filter((row) => !known.includes(row.name));
	if (newer.length > 0) {
		throw new Failure({
			attempted,
			happened: `it was written by a newer version of Chainrule (it has ${newer.map((row) => row.name).join(', ')}). Nothing was changed.`,
			advice: 'update Chainrule (git pull), or use another database: DATABASE_URL=file:/path/to/other.db',
		});
	}
	const names = applied.map((row) => row.name);
	return {
		pending: known.filter((name) => !names.includes(name)),
		hasTables: tables.length > 0,
		identity: [statSync(path).ino, ...applied.map((row) => row.id)].join(' '),
	};
}

function readHistory(path, attempted) {
	let database;
	try {
		database = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 });
		const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
		const history = `SELECT id, migration_name AS name, finished_at IS NOT NULL AS finished
			FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name`;
		return { tables, applied: tables.includes('_prisma_migrations') ? database.prepare(history).all() : [] };
	} catch (error) {
		if (error.code !== 'SQLITE_NOTADB') throw explain(attempted, error);
		throw new Failure({
			attempted,
			happened: 'the file is not an SQLite database. Nothing was changed.',
			advice: 'move it away, or point DATABASE_URL at another path.',
			cause: error,
		});
	} finally {
		database?.close();
	}
}
