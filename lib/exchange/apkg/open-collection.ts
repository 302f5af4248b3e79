import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { reason, refused } from './package-zip';

const COLUMNS: Record<string, string[]> = {
	col: ['crt', 'ver', 'conf', 'models', 'decks'],
	notes: ['id', 'guid', 'mid', 'mod', 'tags', 'flds'],
	cards: [
		'id',
		'nid',
		'did',
		'ord',
		'mod',
		'type',
		'queue',
		'due',
		'ivl',
		'factor',
		'reps',
		'lapses',
		'left',
		'odue',
		'odid',
		'flags',
		'data',
	],
	revlog: ['id', 'cid', 'ease', 'ivl', 'lastIvl', 'factor', 'time', 'type'],
};
const MODERN_COLUMNS: Record<string, string[]> = {
	notetypes: ['id', 'name', 'mtime_secs', 'config'],
	fields: ['ntid', 'ord', 'name', 'config'],
	templates: ['ntid', 'ord', 'name', 'config'],
	decks: ['id', 'name', 'common', 'kind'],
	config: ['KEY', 'val'],
};

/** A collection whose database was found to be what it says: plain tables with the columns we read. */
export interface OpenCollection {
	db: Database.Database;
	/** True for schemas in which note types, decks and settings have tables of their own. */
	tables: boolean;
}

/**
 * Opens the database of a package, a copy of ours that may be changed. Throws ExchangeError unless it is sound and holds plain tables alone:
 * views, triggers, virtual and generated columns could run for ever, and nothing of them is ever run.
 */
export function openCollection(path: string): OpenCollection {
	checkHeader(path);
	let db: Database.Database;
	try {
		db = new Database(path, { fileMustExist: true });
	} catch (error) {
		throw refused(`its collection cannot be opened (${reason(error)})`, error);
	}
	try {
		db.pragma('trusted_schema = OFF');
		db.pragma('cell_size_check = ON');
		db.pragma('journal_mode = OFF');
		db.pragma('synchronous = OFF');
		db.pragma('cache_size = -32768');
		dropCollation(db);
		checkTables(db);
		checkPages(db);
		return { db, tables: checkVersion(db) };
	} catch (error) {
		db.close();
		throw error instanceof Error && error.name === 'ExchangeError'
			? error
			: refused(`its collection is no sound database (${reason(error)})`, error);
	}
}

function checkHeader(path: string): void {
	const head = Buffer.alloc(100);
	const file = openSync(path, 'r+');
	try {
		const read = readSync(file, head, 0, 100, 0);
		if (read < 100 || head.toString('latin1', 0, 16) !== 'SQLite format 3\0')
			throw refused('its collection is no SQLite database');
		const page = head.readUInt16BE(16);
		const pageBytes = page === 1 ? 65_536 : page;
		if (pageBytes < 512 || (pageBytes & (pageBytes - 1)) !== 0 || statSync(path).size < pageBytes)
			throw refused('its collection is cut off or no database');
		// a write-ahead log that is not there cannot be read: from here on there is none
		writeSync(file, Buffer.from([1, 1]), 0, 2, 18);
	} finally {
		closeSync(file);
	}
}

/** Stock SQLite has no `unicase`, by which newer collections sort names: the copy does without it, and without indexes. */
function dropCollation(db: Database.Database): void {
	const parts = db
		.prepare<[], { type: string; name: string; sql: string | null }>('SELECT type, name, sql FROM sqlite_master')
		.all();
	for (const { type, name, sql } of parts) {
		const plain = type === 'table' && /^\s*CREATE\s+TABLE\b/i.test(sql ?? '');
		if (plain || type === 'index') continue;
		throw refused(`its collection holds the ${type} “${String(name).slice(0, 80)}”; only plain tables are allowed`);
	}
	if (!parts.some(({ sql }) => /\bunicase\b/i.test(sql ?? ''))) return;
	db.unsafeMode(true);
	db.pragma('writable_schema = ON');
	db.exec("DELETE FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL");
	const change = db.prepare('UPDATE sqlite_master SET sql = ? WHERE type = ? AND name = ?');
	for (const { type, name, sql } of parts)
		if (type === 'table' && sql) change.run(sql.replace(/\bcollate\s+["'`[]?unicase\b["'`\]]?/gi, ''), type, name);
	db.pragma('writable_schema = RESET');
	db.unsafeMode(false);
}

function checkTables(db: Database.Database): void {
	const generated = db
		.prepare<[], { name: string }>(
			"SELECT m.name AS name FROM sqlite_master AS m, pragma_table_xinfo(m.name) AS c WHERE m.type = 'table' AND c.hidden <> 0 LIMIT 1",
		)
		.get();
	if (generated) throw refused(`its table “${generated.name}” computes columns; only plain tables are allowed`);
}

function checkPages(db: Database.Database): void {
	const found = db.pragma('quick_check(1)', { simple: true });
	// dropped indexes leave pages that belong to nobody
	if (found !== 'ok' && !/^\*\*\* in database main \*\*\*\s*Page \d+(?:: |\s+is\s+)never used$/i.test(String(found)))
		throw refused(`its collection is damaged (${reason(String(found).replaceAll('\n', ' '))})`);
}

function checkVersion(db: Database.Database): boolean {
	need(db, COLUMNS);
	const ver = db.prepare('SELECT ver FROM col LIMIT 1').pluck().get();
	if (typeof ver !== 'number' || !(ver === 11 || (ver >= 14 && ver <= 18)))
		throw refused(`its collection has the version ${String(ver).slice(0, 20)}; 11 and 14 to 18 are known`);
	const tables = ver >= 15;
	if (tables) need(db, MODERN_COLUMNS);
	return tables;
}

function need(db: Database.Database, wanted: Record<string, string[]>): void {
	for (const [table, columns] of Object.entries(wanted)) {
		const found = new Set(
			db
				.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)')
				.all(table)
				.map(({ name }) => name.toLowerCase()),
		);
		const missing = columns.find((column) => !found.has(column.toLowerCase()));
		if (missing !== undefined)
			throw refused(`its table “${table}” has no column “${missing}”: it is no collection of Anki`);
	}
}
