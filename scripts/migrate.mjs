// node scripts/migrate.mjs deploy | status | diff | new <name>
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openDataFolder } from './data-folder.mjs';
import { databasePath, databaseUrl } from './database-url.mjs';
import { explain, Failure, runMain } from './failure.mjs';
import { withFileLock } from './file-lock.mjs';
import { inspectDatabase } from './inspect-database.mjs';
import { keepCopy, putBack } from './keep-copy.mjs';
import { root } from './project.mjs';
import { migrationsFolder, openSchemaEngine } from './schema-engine.mjs';

const [command = 'deploy', name] = process.argv.slice(2);
const commands = { deploy, status, diff, new: write };

/** Brings the database up to date, after looking at it read-only and copying it when it holds anything. */
async function deploy() {
	const url = databaseUrl();
	const path = databasePath(url);
	inspectDatabase(path);
	openDataFolder(path);
	await withFileLock(`${path}.migrating`, async () => {
		const { pending, hasTables } = inspectDatabase(path);
		if (pending.length === 0) return console.log(`${path} is up to date`);
		const copy = hasTables ? keepCopy(path, pending[0]) : undefined;
		if (copy) console.log(`kept a copy: ${copy}`);
		const engine = await openSchemaEngine(url);
		let failure;
		const applied = await engine.deploy().catch((error) => {
			failure = error;
		});
		await engine.close();
		if (failure === undefined) return console.log(`${path}: applied ${applied.join(', ')}`);
		await putBack(path, copy);
		console.error('The database was put back as it was before.');
		throw failure;
	});
}

/** Says which migrations a database still lacks. */
async function status() {
	const path = databasePath(databaseUrl());
	const { pending } = inspectDatabase(path);
	console.log(pending.length === 0 ? `${path} is up to date` : `${path} lacks ${pending.join(', ')}`);
}

/** Fails when schema.prisma says something that the checked-in migrations do not. */
async function diff() {
	const sql = await missingSql();
	if (sql === null) return console.log('the migrations and schema.prisma agree');
	throw new Failure({
		attempted: 'match the migrations with prisma/schema.prisma',
		happened: `these statements are in no migration:\n${sql}`,
		advice: 'npm run migrate new <name>',
	});
}

/** Writes what schema.prisma has and the migrations lack as a new migration. */
async function write() {
	if (!/^[a-z0-9_]+$/.test(name ?? '')) {
		throw new Failure({
			attempted: `write a migration named ${JSON.stringify(name ?? '')}`,
			happened: 'a name is small letters, digits and underscores.',
			advice: 'npm run migrate new add_note_source',
		});
	}
	const sql = await missingSql();
	if (sql === null) return console.log('nothing to write: the migrations and schema.prisma agree');
	const folder = join(migrationsFolder, `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'migration.sql'), sql);
	console.log(`wrote ${folder}`);
}

/** The difference between schema.prisma and a scratch database that holds the checked-in migrations alone. */
async function missingSql() {
	const scratch = join(root, '.tmp', `schema-${process.pid}.db`);
	mkdirSync(dirname(scratch), { recursive: true });
	const engine = await openSchemaEngine(`file:${scratch}`);
	try {
		await engine.deploy();
		return await engine.diff();
	} finally {
		await engine.close();
		for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(scratch + suffix, { force: true });
	}
}

await runMain(`${command} the migrations`, async () => {
	const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
	if (!run) throw explain('run migrate', new Error(`"${command}" is none of ${Object.keys(commands).join(', ')}.`));
	try {
		await run();
	} catch (error) {
		throw explain(
			command === 'diff' || command === 'new' ? 'compare the schema' : `migrate the database ${databaseUrl()}`,
			error,
		);
	}
});
