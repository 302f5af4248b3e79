import 'server-only';
import Database from 'better-sqlite3';
import { PRAGMAS } from './pragmas';

/** A connection of one's own, beside the pages': long work reads one moment of the database, or writes it in one go. */
export type OwnConnection = Database.Database;

/** The path in DATABASE_URL. Throws RangeError when it is not `file:` and a path. */
export function ownDatabasePath(): string {
	const url = process.env['DATABASE_URL'];
	if (url?.startsWith('file:') && !url.includes('?')) return url.slice('file:'.length);
	throw new RangeError(
		`cannot open the database: DATABASE_URL is ${url ?? 'not set'}; file:/path/to/chainrule.db is allowed, with nothing after the path`,
	);
}

/** Opens the learner's database a second time; the caller closes it. Meant for a process that serves no pages: its calls block. */
export function openOwnConnection({ readonly }: { readonly: boolean }): OwnConnection {
	const database = new Database(ownDatabasePath(), { readonly, fileMustExist: true, timeout: 20_000 });
	for (const [name, { set }] of Object.entries(PRAGMAS)) {
		if (name === 'busy_timeout' || (readonly && name === 'journal_mode')) continue;
		database.pragma(`${name} = ${set}`);
	}
	// what is sorted or staged may be far larger than memory should hold
	database.pragma('temp_store = FILE');
	return database;
}

/** Runs `work` in one write transaction, all or nothing, that may wait for files in between. */
export async function inOneTransaction<T>(database: OwnConnection, work: () => Promise<T>): Promise<T> {
	database.exec('BEGIN IMMEDIATE');
	try {
		const result = await work();
		database.exec('COMMIT');
		return result;
	} catch (error) {
		if (database.inTransaction) database.exec('ROLLBACK');
		throw error;
	}
}
