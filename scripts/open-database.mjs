import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './child.mjs';
import { openDataFolder } from './data-folder.mjs';
import { databasePath, databaseUrl } from './database-url.mjs';
import { AlreadyExplained } from './failure.mjs';
import { mustPass } from './prepare.mjs';
import { environment, programs, root } from './project.mjs';
import { onceFor } from './stamp.mjs';

// whatever decides what seeding writes
const SEED_INPUTS = [
	'content',
	'scripts/seed.ts',
	'lib/cards',
	'lib/db',
	'lib/demos',
	'prisma/schema.prisma',
	'package-lock.json',
];

const seedStamp = (path) => `.tmp/stamps/seed-${createHash('sha256').update(path).digest('hex').slice(0, 16)}`;

/**
 * Has the database seeded at the next start, whatever was seeded before: its rows are no longer those.
 * @param {string} path
 */
export function seedAgain(path) {
	rmSync(join(root, seedStamp(path)), { force: true });
}

/**
 * Migrates the database and seeds it with content/, each only when there is something to do,
 * and names it in the environment of every later child.
 * @returns {Promise<string>} its path
 */
export async function openDatabase() {
	const url = databaseUrl();
	const path = databasePath(url);
	environment.DATABASE_URL = url;
	openDataFolder(path);
	// loaded late: its packages may just have been installed
	const { inspectDatabase } = await import('./inspect-database.mjs');
	if (inspectDatabase(path).pending.length > 0) {
		const { code } = await runNode(['scripts/migrate.mjs', 'deploy']);
		if (code !== 0) throw new AlreadyExplained(code);
	}
	await onceFor(
		{
			name: 'seed the database with content/',
			stamp: seedStamp(path),
			inputs: SEED_INPUTS,
			extra: inspectDatabase(path).identity,
		},
		() => mustPass('seed the database', [programs.tsx, '--conditions=react-server', 'scripts/seed.ts']),
	);
	return path;
}
