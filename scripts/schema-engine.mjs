// Prisma Migrate itself, as its WebAssembly build over the better-sqlite3 adapter: no binary to download, works offline.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaBetterSqlite3 } from '@prisma/adapter-better-sqlite3';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';
import { knownMigrations } from './inspect-database.mjs';
import { root } from './project.mjs';

const filters = { externalTables: [], externalEnums: [] };
const schemaFile = join(root, 'prisma/schema.prisma');
export const migrationsFolder = join(root, 'prisma/migrations');

/** Remembers its connections, so that they can be closed: the engine itself never does. */
class ClosingFactory extends PrismaBetterSqlite3 {
	connections = [];

	async connect() {
		const connection = await super.connect();
		this.connections.push(connection);
		return connection;
	}

	async close() {
		for (const connection of this.connections) await connection.dispose();
	}
}

async function loadEngine() {
	const glueFile = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
	const bytes = readFileSync(join(dirname(glueFile), 'schema_engine_bg.wasm'));
	const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': glue });
	glue.__wbg_set_wasm(instance.exports);
	instance.exports.__wbindgen_start?.();
	return glue.SchemaEngine;
}

function migrationsList() {
	return {
		baseDir: migrationsFolder,
		lockfile: {
			path: 'migration_lock.toml',
			content: readFileSync(join(migrationsFolder, 'migration_lock.toml'), 'utf8'),
		},
		shadowDbInitScript: '',
		migrationDirectories: knownMigrations().map((name) => ({
			path: name,
			migrationFile: {
				path: 'migration.sql',
				content: { tag: 'ok', value: readFileSync(join(migrationsFolder, name, 'migration.sql'), 'utf8') },
			},
		})),
	};
}

/**
 * Opens the engine on a database. Call close() at the end: it holds the database exclusively until then.
 * @param {string} url `file:<path>`
 */
export async function openSchemaEngine(url) {
	const SchemaEngine = await loadEngine();
	const schema = readFileSync(schemaFile, 'utf8');
	const files = [{ path: schemaFile, content: schema }];
	const factory = new ClosingFactory({ url });
	const bound = bindMigrationAwareSqlAdapterFactory(factory);
	const engine = await SchemaEngine.new({ datamodels: [[schemaFile, schema]] }, () => {}, bound);
	return {
		close: () => factory.close(),
		/** Applies what is pending; resolves to the names. */
		deploy: async () =>
			(await engine.applyMigrations({ migrationsList: migrationsList(), filters })).appliedMigrationNames,
		/** The SQL that would take the database to schema.prisma, or null when they agree. */
		diff: async () => {
			const result = await engine.diff({
				from: { tag: 'schemaDatasource', files, configDir: root },
				to: { tag: 'schemaDatamodel', files },
				script: true,
				exitCode: true,
				shadowDatabaseUrl: null,
				filters,
			});
			return result.exitCode === 0 ? null : result.stdout;
		},
	};
}
