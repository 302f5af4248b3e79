import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fingerprint } from './stamp.mjs';

/** The database that every test file copies: migrated and empty. */
export const TEMPLATE_DATABASE = '.tmp/unit-template.db';

const STAMP = `${TEMPLATE_DATABASE}.stamp`;

/** Vitest's global setup: makes that template, unless the one there was made by the same migrations. */
export default function setup(): void {
	const wanted = fingerprint(['prisma/migrations']);
	if (existsSync(TEMPLATE_DATABASE) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return;
	mkdirSync('.tmp', { recursive: true });
	// made aside and renamed: another run may be copying the template at this moment
	const aside = `.tmp/unit-template-${process.pid}.db`;
	execFileSync(process.execPath, ['scripts/migrate.mjs', 'deploy'], {
		env: { ...process.env, DATABASE_URL: `file:${aside}` },
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	renameSync(aside, TEMPLATE_DATABASE);
	writeFileSync(STAMP, wanted);
}
