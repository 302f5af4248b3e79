import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';

/** The database each server under test copies: migrated and seeded with content/. */
export const TEMPLATE_DATABASE = '.tmp/e2e-template.db';

/** Playwright's global setup: makes that template. */
export default function setup(): void {
	mkdirSync('.tmp', { recursive: true });
	for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(TEMPLATE_DATABASE + suffix, { force: true });
	const env = { ...process.env, DATABASE_URL: `file:${process.cwd()}/${TEMPLATE_DATABASE}` };
	const run = (...args: string[]) =>
		execFileSync(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
	run('scripts/migrate.mjs', 'deploy');
	run('node_modules/tsx/dist/cli.mjs', '--conditions=react-server', 'scripts/seed.ts');
}
