import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { knownMigrations } from './inspect-database.mjs';
import { TemporaryProject } from './temporary-project';
import { TEMPLATE_DATABASE } from './test-database';

const project = new TemporaryProject();
const file = project.path('data/mine.db');
const first = knownMigrations()[0] ?? '';
const last = knownMigrations().at(-1) ?? '';
const LATER = '29991231000000_later';

const migrate = (...args: string[]) => project.node(['scripts/migrate.mjs', ...args], { DATABASE_URL: `file:${file}` });
const bytes = () => createHash('sha256').update(readFileSync(file)).digest('hex');
const beside = () => readdirSync(project.path('data')).filter((name) => !/-(wal|shm)$/.test(name));

function onDatabase<T>(work: (database: Database.Database) => T): T {
	const database = new Database(file);
	try {
		return work(database);
	} finally {
		database.close();
	}
}

function addMigration(sql: string, name = LATER): void {
	mkdirSync(project.path(`prisma/migrations/${name}`), { recursive: true });
	writeFileSync(project.path(`prisma/migrations/${name}/migration.sql`), sql);
}

beforeEach(() => {
	rmSync(project.path('data'), { recursive: true, force: true });
	for (const name of readdirSync(project.path('prisma/migrations'))) {
		if (name.endsWith('_later')) rmSync(project.path(`prisma/migrations/${name}`), { recursive: true });
	}
	mkdirSync(project.path('data'));
	copyFileSync(TEMPLATE_DATABASE, file);
});
afterAll(() => project.remove());

describe('migrate deploy', () => {
	it('makes a new database with its folder, and leaves nothing else there', async () => {
		rmSync(project.path('data'), { recursive: true });
		const { code, output } = await migrate('deploy');
		expect(output).toContain(`applied ${knownMigrations().join(', ')}`);
		expect(code).toBe(0);
		expect(beside()).toEqual([basename(file)]);
	});

	it('has nothing to do the second time', async () => {
		const before = bytes();
		expect(await migrate('deploy')).toMatchObject({ code: 0, output: expect.stringContaining('is up to date') });
		expect(bytes()).toBe(before);
	});

	it('refuses a database that a newer version wrote, and changes nothing', async () => {
		onDatabase((database) =>
			database
				.prepare(
					"INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count) VALUES ('x', 'x', 1, ?, 1, 1)",
				)
				.run(LATER),
		);
		addMigration('CREATE TABLE Never (id TEXT);', '29981231000000_later');
		const before = bytes();
		const { code, output } = await migrate('deploy');
		expect(code).toBe(1);
		expect(output).toContain(`it was written by a newer version of Chainrule (it has ${LATER}). Nothing was changed.`);
		expect(output).toContain('What to do:    update Chainrule');
		expect(bytes()).toBe(before);
		expect(beside()).toEqual([basename(file)]);
	});

	it('refuses a database of another program, and changes nothing', async () => {
		rmSync(file);
		onDatabase((database) => database.exec('CREATE TABLE recipes (id TEXT)'));
		const before = bytes();
		const { code, output } = await migrate('deploy');
		expect(code).toBe(1);
		expect(output).toContain('it is a database of another program. Nothing was changed.');
		expect(bytes()).toBe(before);
	});

	it('refuses a file that is no database, and changes nothing', async () => {
		writeFileSync(file, 'Dear diary, '.repeat(500));
		const before = bytes();
		const { code, output } = await migrate('deploy');
		expect(code).toBe(1);
		expect(output).toContain('the file is not an SQLite database. Nothing was changed.');
		expect(bytes()).toBe(before);
	});

	it('refuses a database whose migration never finished, and names the copy to put back', async () => {
		onDatabase((database) =>
			database.prepare('UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = ?').run(last),
		);
		const { code, output } = await migrate('deploy');
		expect(code).toBe(1);
		expect(output).toContain(`the migration ${last} was begun and never finished`);
		expect(output).toContain(`${file}.before-${last}`);
	});

	it('keeps a copy before it upgrades', async () => {
		addMigration('CREATE TABLE Later (id TEXT);');
		const { code, output } = await migrate('deploy');
		expect(code).toBe(0);
		expect(output).toContain(`kept a copy: ${file}.before-${LATER}`);
		const tables = (path: string) => {
			const database = new Database(path, { readonly: true });
			const names = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
			database.close();
			return names;
		};
		expect(tables(file)).toContain('Later');
		expect(tables(`${file}.before-${LATER}`)).not.toContain('Later');
		expect(tables(`${file}.before-${LATER}`)).toContain('_prisma_migrations');
	});

	it('puts the database back when a migration fails halfway', async () => {
		addMigration('CREATE TABLE Later (id TEXT);\nINSERT INTO Nowhere VALUES (1);');
		const { code, output } = await migrate('deploy');
		expect(code).toBe(1);
		expect(output).toContain('Nowhere');
		expect(output).toContain('The database was put back as it was before.');
		const tables = onDatabase((database) => database.prepare('SELECT name FROM sqlite_master').pluck().all());
		expect(tables).not.toContain('Later');
		rmSync(project.path(`prisma/migrations/${LATER}`), { recursive: true });
		expect(await migrate('status')).toMatchObject({ code: 0, output: expect.stringContaining('is up to date') });
	});

	it('leaves no database behind when the very first migration fails', async () => {
		rmSync(file);
		addMigration('INSERT INTO Nowhere VALUES (1);');
		expect((await migrate('deploy')).code).toBe(1);
		expect(existsSync(file)).toBe(false);
	});

	it('may be run twice at once on one new database', async () => {
		rmSync(file);
		const codes = (await Promise.all([migrate('deploy'), migrate('deploy')])).map(({ code }) => code);
		expect(codes).toEqual([0, 0]);
		expect(await migrate('status')).toMatchObject({ code: 0, output: expect.stringContaining('is up to date') });
	});
});

describe('migrate status, diff and new', () => {
	it('status names what a database lacks', async () => {
		rmSync(file);
		expect((await migrate('status')).output).toContain(`lacks ${first}`);
		expect(existsSync(file)).toBe(false);
	});

	it('diff agrees until schema.prisma says more, and new writes that down', async () => {
		expect(await migrate('diff')).toMatchObject({ code: 0, output: expect.stringContaining('agree') });
		const schema = project.path('prisma/schema.prisma');
		const original = readFileSync(schema, 'utf8');
		writeFileSync(schema, `${original}\nmodel Extra {\n  id String @id\n}\n`);
		const drift = await migrate('diff');
		expect(drift.code).toBe(1);
		expect(drift.output).toContain('CREATE TABLE "Extra"');
		expect((await migrate('new', 'add_later')).code).toBe(0);
		expect(await migrate('diff')).toMatchObject({ code: 0 });
		writeFileSync(schema, original);
	});

	it('new refuses a name that makes no good folder', async () => {
		expect(await migrate('new', 'Add Extra')).toMatchObject({
			code: 1,
			output: expect.stringContaining('small letters'),
		});
	});
});
