import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { activeHtml } from '@/lib/cards/active-html';
import { svgProblem } from '@/lib/cards/svg-problem';
import { schemaOf, tablesOf } from './back-up';
import { type OwnConnection, openOwnConnection, ownDatabasePath } from './own-connection';
import { sweepAside } from './sweep-aside';

/** A database beside the learner's, of the same schema, that fills up with what is to take its place. */
export interface Restoring {
	/** Throws RangeError for rows of a schema that this version does not have. */
	begin(header: { schema: string[]; tables: { name: string; columns: string[] }[] }): void;
	row(table: number, values: readonly (string | number | null | Uint8Array)[]): void;
	/** Looks whether what was gathered hangs together and is fit to be shown; throws RangeError when not. Once, after the last row. */
	check(): void;
	/** Puts what was gathered and checked in the place of the learner's database, in place, all or nothing. */
	finish(): Promise<void>;
	/** Removes the database beside; called in the end, whatever happened. */
	close(): void;
}

/** Begins a restoration; the learner's database is read, and changed by `finish` alone. */
export function beginRestoring(): Restoring {
	const target = ownDatabasePath();
	const path = `${target}.restore-${process.pid}`;
	const remove = () => {
		for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(path + suffix, { force: true });
	};
	sweepAside(target);
	remove();
	const own = openOwnConnection({ readonly: true });
	const aside = new Database(path);
	const inserts: Database.Statement[] = [];
	const counters: (readonly (string | number | null | Uint8Array)[])[] = [];
	let counterTable = -1;
	const close = () => {
		own.close();
		aside.close();
		remove();
	};
	try {
		aside.pragma('journal_mode = OFF');
		aside.pragma('synchronous = OFF');
		aside.pragma('foreign_keys = OFF');
		copySchema(own, aside, 'table');
		copyHistory(own, aside);
		aside.exec('BEGIN');
	} catch (error) {
		close();
		throw error;
	}
	return {
		begin(header) {
			const newer = header.schema.filter((name) => !schemaOf(own).includes(name));
			if (newer.length > 0) {
				throw new RangeError(
					`it was written by a newer Chainrule (it has ${newer.join(', ')}). Update Chainrule first.`,
				);
			}
			const known = new Map(tablesOf(own).map(({ name, columns }) => [name, columns]));
			for (const { name, columns } of header.tables) {
				const strange = columns.find((column) => !known.get(name)?.includes(column));
				if (strange !== undefined) throw new RangeError(`it has a column ${name}.${strange} that is not known here.`);
				const names = columns.map((column) => `"${column}"`).join(', ');
				inserts.push(aside.prepare(`INSERT INTO "${name}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`));
			}
			counterTable = header.tables.findIndex(({ name }) => name === COUNTERS);
		},
		row: (table, values) => {
			if (table === counterTable) counters.push(values);
			else inserts[table]?.run(...values);
		},
		check() {
			// inserting numbered rows counted them, and the backup has the counters themselves
			aside.exec(`DELETE FROM ${COUNTERS}`);
			for (const values of counters) inserts[counterTable]?.run(...values);
			aside.exec('COMMIT');
			copySchema(own, aside, 'index');
			copySchema(own, aside, 'trigger');
			const broken = aside.pragma('foreign_key_check') as { table: string }[];
			if (broken.length > 0)
				throw new RangeError(
					`cannot restore the backup: rows of ${broken[0]?.table} name others that are not in it. Nothing was changed.`,
				);
			refuseActiveHtml(aside);
			refuseActivePictures(aside);
		},
		async finish() {
			await aside.backup(target);
		},
		close,
	};
}

/** A backup's checksum can be made by anyone: the HTML in it is looked at again, since pages show it as it stands. */
function refuseActiveHtml(aside: OwnConnection): void {
	const sides = aside
		.prepare<[], { id: string; html: string }>(
			`SELECT "id", "frontHtml" AS "html" FROM "Card" UNION ALL SELECT "id", "backHtml" FROM "Card"
			UNION ALL SELECT "id", "fileHtml" FROM "Note" WHERE "fileHtml" IS NOT NULL`,
		)
		.iterate();
	for (const { id, html } of sides) {
		const found = activeHtml(html);
		if (found)
			throw new RangeError(
				`cannot restore the backup: ${id} holds ${found}, which no card of Chainrule has. Nothing was changed.`,
			);
	}
}

/** The same for pictures, which travel on into packages and folders where no policy of ours holds. */
function refuseActivePictures(aside: OwnConnection): void {
	const pictures = aside
		.prepare<[], { deckId: string; name: string; bytes: Uint8Array }>(
			`SELECT "deckId", "name", "bytes" FROM "Media" WHERE "mimeType" LIKE '%svg%' OR "name" LIKE '%.svg'`,
		)
		.iterate();
	for (const { deckId, name, bytes } of pictures) {
		const problem = svgProblem(bytes);
		if (problem)
			throw new RangeError(`cannot restore the backup: the picture ${deckId}/${name} ${problem}. Nothing was changed.`);
	}
}

/** Where SQLite keeps the last number of each numbered table. */
const COUNTERS = 'sqlite_sequence';

function copySchema(own: OwnConnection, aside: OwnConnection, type: 'table' | 'index' | 'trigger'): void {
	const statements = own
		.prepare<[string], string>(
			`SELECT sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL AND name NOT LIKE 'sqlite%' ORDER BY rowid`,
		)
		.pluck()
		.all(type);
	for (const statement of statements) aside.exec(statement);
}

function copyHistory(own: OwnConnection, aside: OwnConnection): void {
	const rows = own.prepare<[], unknown[]>('SELECT * FROM "_prisma_migrations" ORDER BY rowid').raw().all();
	for (const row of rows)
		aside.prepare(`INSERT INTO "_prisma_migrations" VALUES (${row.map(() => '?').join(', ')})`).run(...row);
}
