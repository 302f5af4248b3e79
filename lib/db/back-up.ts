import { type OwnConnection, openOwnConnection } from './own-connection';

/** Every table as it is at this moment, whatever is answered meanwhile; close it in the end. */
export interface DatabaseSnapshot {
	schema: string[];
	tables: { name: string; columns: string[]; rows: number }[];
	rowsOf(table: string): Iterable<readonly (string | number | null | Uint8Array)[]>;
	close(): void;
}

/** The history of the schema belongs to a database, not to what the learner has in it. */
const HISTORY = '_prisma_migrations';

/** The names of the schema's changes that the database has, oldest first. */
export function schemaOf(database: OwnConnection): string[] {
	return database
		.prepare<[], string>(
			`SELECT "migration_name" FROM main."${HISTORY}" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL ORDER BY 1`,
		)
		.pluck()
		.all();
}

/** The tables that a backup holds, with the counters of their numbered rows, each with its columns. */
export function tablesOf(database: OwnConnection): { name: string; columns: string[] }[] {
	const names = database
		.prepare<[], string>(
			`SELECT name FROM main.sqlite_master WHERE type = 'table' AND name <> '${HISTORY}' ORDER BY name`,
		)
		.pluck()
		.all();
	return names.map((name) => ({
		name,
		columns: (database.pragma(`main.table_info("${name}")`) as { name: string }[]).map((column) => column.name),
	}));
}

/** Opens the learner's database for a backup. */
export function openSnapshot(): DatabaseSnapshot {
	const database = openOwnConnection({ readonly: true });
	try {
		database.exec('BEGIN');
		const count = (name: string) => database.prepare<[], number>(`SELECT count(*) FROM "${name}"`).pluck().get() ?? 0;
		return {
			schema: schemaOf(database),
			tables: tablesOf(database).map(({ name, columns }) => ({ name, columns, rows: count(name) })),
			rowsOf: (name) =>
				database
					.prepare<[], (string | number | null | Uint8Array)[]>(`SELECT * FROM "${name}" ORDER BY rowid`)
					.raw()
					.iterate(),
			close: () => {
				database.close();
			},
		};
	} catch (error) {
		database.close();
		throw error;
	}
}
