import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { TemporaryProject } from './temporary-project';

const project = new TemporaryProject();
const file = project.path('data/chainrule/chainrule.db');
const driver = "import('./scripts/open-database.mjs').then((module) => module.openDatabase())";

// a seed that only writes down for which database it ran
writeFileSync(
	project.path('scripts/seed.ts'),
	"import { appendFileSync } from 'node:fs';\nappendFileSync('seeded.log', `${process.env.DATABASE_URL}\\n`);\n",
);
const open = () => project.node(['-e', driver], { XDG_DATA_HOME: project.path('data') });
const seeded = () => (existsSync(project.path('seeded.log')) ? readFileSync(project.path('seeded.log'), 'utf8') : '');

beforeEach(() => {
	for (const path of ['data', '.tmp', 'seeded.log', 'content']) {
		rmSync(project.path(path), { recursive: true, force: true });
	}
	mkdirSync(project.path('content'));
	writeFileSync(project.path('content/deck.md'), '# Deck');
});
afterAll(() => project.remove());

describe('openDatabase()', () => {
	it('migrates and seeds the database in the data folder, once', async () => {
		expect(await open()).toMatchObject({ code: 0 });
		expect(existsSync(file)).toBe(true);
		expect(await open()).toMatchObject({ code: 0, output: '' });
		expect(seeded()).toBe(`file:${file}\n`);
	});

	it('seeds again when the content changed', async () => {
		await open();
		writeFileSync(project.path('content/deck.md'), '# Deck, mended');
		await open();
		expect(seeded()).toBe(`file:${file}\nfile:${file}\n`);
	});

	it('seeds again when another database lies at the same path', async () => {
		await open();
		rmSync(file);
		await open();
		expect(seeded()).toBe(`file:${file}\nfile:${file}\n`);
	});
});
