import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const IMPORTS = 'lint/style/noRestrictedImports';
const CLOCK = 'No clock and no global randomness here';
const TYPES = 'lib/srs takes types only from lib/cards';

/** What one file must be told: a rule and words of its message, or nothing at all. */
interface Sample {
	file: string;
	source: string;
	rule?: string;
	says?: string;
}

const uses = (specifier: string) => `import { thing } from '${specifier}';\nexport const used = thing;\n`;
const breaksImports = (file: string, specifier: string, says: string): Sample => ({
	file,
	source: uses(specifier),
	rule: IMPORTS,
	says,
});
const breaksClock = (file: string, expression: string): Sample => ({
	file,
	source: `export const value = ${expression};\n`,
	rule: 'plugin',
	says: CLOCK,
});

const ENGINE = 'lib/engine imports nothing outside itself';
const DEMOS = 'lib/demos imports lib/engine';
const CARDS = 'lib/cards imports no other folder of ours';
const SRS = 'lib/srs imports types of lib/cards';
const STATS = 'lib/stats imports lib/srs';
const EXCHANGE = 'lib/exchange knows the domain';
const STORE = 'lib/db imports lib/cards, lib/srs and the contract';
const DATABASE = 'Only lib/db talks to the database';
const REGISTRY = 'Study pages reach demos through @/lib/demos/registry alone';

const violations: Sample[] = [
	breaksImports('lib/engine/takes-demo.ts', '@/lib/demos/registry', ENGINE),
	breaksImports('lib/engine/takes-node.ts', 'node:fs', ENGINE),
	breaksImports('lib/engine/takes-package.ts', 'zod', ENGINE),
	breaksImports('lib/engine/climbs.ts', './../demos/registry', ENGINE),
	breaksImports('lib/demos/neuron/takes-card.ts', '@/lib/cards/note', DEMOS),
	breaksImports('lib/demos/neuron/takes-react.ts', 'react', DEMOS),
	breaksImports('lib/cards/takes-demo.ts', '@/lib/demos/registry', CARDS),
	breaksImports('lib/cards/takes-db.ts', '@/lib/db/client', CARDS),
	breaksImports('lib/cards/takes-page.ts', '@/app/layout', CARDS),
	breaksImports('lib/cards/reads.ts', 'node:fs', 'only read-content.ts reads files'),
	breaksImports('lib/srs/takes-db.ts', '@/lib/db/client', SRS),
	breaksImports('lib/srs/takes-fsrs.ts', 'ts-fsrs', SRS),
	breaksImports('lib/srs/takes-node.ts', 'node:crypto', SRS),
	{ file: 'lib/srs/runs-card.ts', source: uses('@/lib/cards/note'), rule: 'plugin', says: TYPES },
	{
		file: 'lib/srs/re-exports-card.ts',
		source: "export { thing } from '@/lib/cards/note';\n",
		rule: 'plugin',
		says: TYPES,
	},
	breaksImports('lib/stats/takes-db.ts', '@/lib/db/client', STATS),
	breaksImports('lib/exchange/csv/takes-db.ts', '@/lib/db/client', EXCHANGE),
	breaksImports('lib/exchange/csv/takes-demo.ts', '@/lib/demos/neuron/spec', EXCHANGE),
	breaksImports('lib/exchange/csv/takes-sqlite.ts', 'better-sqlite3', DATABASE),
	breaksImports('lib/exchange/apkg/takes-prisma.ts', '@prisma/client', 'only lib/db talks to ours'),
	breaksImports('lib/exchange/apkg/takes-db.ts', '@/lib/db/client', EXCHANGE),
	breaksImports('lib/db/takes-demo.ts', '@/lib/demos/registry', STORE),
	breaksImports('lib/db/takes-format.ts', '@/lib/exchange/csv/read-csv', STORE),
	breaksImports('lib/db/takes-page.ts', '@/app/layout', STORE),
	breaksImports('lib/db/takes-fsrs.ts', 'ts-fsrs', 'Only lib/srs/fsrs-model.ts knows ts-fsrs'),
	breaksImports('lib/elsewhere/takes-page.ts', '@/app/layout', 'app reads lib, never back'),
	breaksImports('lib/elsewhere/takes-prisma.ts', '@prisma/client', DATABASE),
	breaksImports('app/(study)/takes-prisma.ts', '@/generated/prisma/client', DATABASE),
	breaksImports('app/takes-sqlite.ts', 'better-sqlite3', DATABASE),
	breaksImports('app/(study)/takes-demo.ts', '@/lib/demos/neuron/spec', REGISTRY),
	breaksImports('app/(study)/review/takes-engine.ts', '@/lib/engine/network', REGISTRY),
	breaksImports('app/(study)/review/takes-view.ts', '@/app/sandbox/views/neuron-view', REGISTRY),
	breaksImports('app/sandbox/takes-db.ts', '@/lib/db/client', 'A demo runs without the database'),
	breaksImports('scripts/climbs.ts', '../lib/srs/grade', 'Write @/'),
	breaksImports('lib/srs/climbs.test.ts', '../cards/note', 'Write @/'),
	...['engine', 'demos', 'cards', 'srs', 'stats', 'exchange'].flatMap((folder) => [
		breaksClock(`lib/${folder}/random.ts`, 'Math.random()'),
		breaksClock(`lib/${folder}/now.ts`, 'Date.now()'),
		breaksClock(`lib/${folder}/date.ts`, 'new Date()'),
	]),
	breaksClock('lib/srs/passed-on.ts', 'Date.now'),
	breaksClock('lib/srs/elapsed.ts', 'performance.now()'),
	{
		file: 'lib/srs/circle-one.ts',
		source: "import { two } from './circle-two';\nexport const one = () => two;\n",
		rule: 'lint/suspicious/noImportCycles',
	},
	{
		file: 'lib/srs/circle-two.ts',
		source: "import { one } from './circle-one';\nexport const two = () => one;\n",
		rule: 'lint/suspicious/noImportCycles',
	},
	{
		file: 'lib/srs/type-circle-one.ts',
		source: "import type { Two } from './type-circle-two';\nexport type One = Two | null;\n",
		rule: 'lint/suspicious/noImportCycles',
	},
	{
		file: 'lib/srs/type-circle-two.ts',
		source: "import type { One } from './type-circle-one';\nexport type Two = { one: One };\n",
		rule: 'lint/suspicious/noImportCycles',
	},
	{
		file: 'lib/engine/index.ts',
		source: "export { thing } from './grows';\nexport { other } from './rests';\n",
		rule: 'lint/performance/noBarrelFile',
	},
	{
		file: 'app/api/floats.ts',
		source: 'const save = async () => 1;\nexport function answer() {\n\tsave();\n}\n',
		rule: 'lint/nursery/noFloatingPromises',
	},
	{
		file: 'app/api/misuses.ts',
		source: 'const save = async () => true;\nexport function answer() {\n\tif (save()) return 1;\n\treturn 2;\n}\n',
		rule: 'lint/nursery/noMisusedPromises',
	},
	{
		file: 'app/(study)/raw.tsx',
		source: 'export const Raw = ({ text }: { text: string }) => <p dangerouslySetInnerHTML={{ __html: text }} />;\n',
		rule: 'lint/security/noDangerouslySetInnerHtml',
	},
	{ file: 'lib/srs/loose.ts', source: 'export type Loose = any;\n', rule: 'lint/suspicious/noExplicitAny' },
	{
		file: 'lib/srs/sure.ts',
		source: 'export const first = (list: number[]) => list[0]!;\n',
		rule: 'lint/style/noNonNullAssertion',
	},
	{ file: 'lib/srs/studyDay.ts', source: 'export const day = 1;\n', rule: 'lint/style/useFilenamingConvention' },
];

/** The few files that may do what their neighbours may not, and are told of their second line alone. */
const exempt: Sample[] = [
	{
		file: 'lib/cards/read-content.ts',
		source: `import { readFileSync } from 'node:fs';\n${uses('@/lib/srs/grade')}export { readFileSync };\n`,
		rule: IMPORTS,
		says: CARDS,
	},
	{
		file: 'lib/srs/fsrs-model.ts',
		source: `import { fsrs } from 'ts-fsrs';\n${uses('@/lib/stats/retention')}export { fsrs };\n`,
		rule: IMPORTS,
		says: 'lib/srs imports types of lib/cards, zod and ts-fsrs only',
	},
];

const clean: Sample[] = [
	{ file: 'lib/engine/inside.ts', source: uses('@/lib/engine/network') },
	{ file: 'lib/engine/beside.ts', source: uses('./network') },
	{ file: 'lib/demos/neuron/spec.ts', source: uses('@/lib/engine/network') },
	{ file: 'lib/demos/neuron/params.ts', source: uses('zod') },
	{ file: 'lib/cards/parses.ts', source: uses('remark-math') },
	{ file: 'lib/cards/nested/read-content.ts', source: uses('./grammar') },
	{
		file: 'lib/srs/knows-card.ts',
		source: "import type { Note } from '@/lib/cards/note';\nexport type Known = Note;\n",
	},
	{ file: 'lib/srs/from-instant.ts', source: 'export const day = (nowMs: number) => new Date(nowMs).getUTCDay();\n' },
	{ file: 'lib/srs/reads-vectors.test.ts', source: uses('node:fs') },
	{ file: 'lib/stats/counts.ts', source: uses('@/lib/srs/review') },
	{ file: 'lib/exchange/apkg/opens.ts', source: uses('better-sqlite3') },
	{ file: 'lib/exchange/csv/writes.ts', source: uses('@/lib/cards/note') },
	{ file: 'lib/exchange/csv/labels.ts', source: uses('@/lib/demos/registry') },
	{ file: 'lib/db/stores.ts', source: uses('@/lib/srs/grade') },
	{ file: 'lib/db/takes-contract.ts', source: uses('@/lib/exchange/portable') },
	{ file: 'lib/db/opens.ts', source: uses('better-sqlite3') },
	{ file: 'lib/db/clock.ts', source: 'export const nowMs = () => Date.now();\n' },
	{ file: 'app/(study)/lists.ts', source: uses('@/lib/demos/registry') },
	{ file: 'app/(study)/today.ts', source: uses('@/lib/db/study-view') },
	{ file: 'app/sandbox/shows.ts', source: uses('@/lib/demos/neuron/spec') },
	{ file: 'scripts/reads.ts', source: uses('@/lib/db/client') },
	{
		file: 'app/(study)/html.tsx',
		source: 'export const Html = ({ text }: { text: string }) => <p dangerouslySetInnerHTML={{ __html: text }} />;\n',
	},
	{
		file: 'app/sandbox/equation.tsx',
		source: 'export const Tex = ({ html }: { html: string }) => <p dangerouslySetInnerHTML={{ __html: html }} />;\n',
	},
];

interface Diagnostic {
	category: string;
	message: string;
	location: { path: string };
}

const tree = mkdtempSync(join(tmpdir(), 'chainrule-lint-'));
let diagnostics: Diagnostic[] = [];

beforeAll(async () => {
	const root = process.cwd();
	for (const path of ['biome.json', 'package.json', 'tsconfig.json', 'scripts/lint']) {
		cpSync(join(root, path), join(tree, path), { recursive: true });
	}
	for (const { file, source } of [...violations, ...exempt, ...clean]) {
		mkdirSync(dirname(join(tree, file)), { recursive: true });
		writeFileSync(join(tree, file), source);
	}
	const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
	const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
	const options = { cwd: tree, maxBuffer: 50_000_000 };
	// lint ends with 1, as it should: what it printed is on the error
	const { stdout } = await promisify(execFile)(process.execPath, args, options).catch((error) => error);
	diagnostics = JSON.parse(stdout).diagnostics;
}, 60_000);

afterAll(() => rmSync(tree, { recursive: true, force: true }));

const told = (file: string) => diagnostics.filter(({ location }) => location.path === file);

describe('biome.json', () => {
	it.each(violations)('refuses $file ($rule)', ({ file, rule, says = '' }) => {
		const rules = told(file).map(({ category, message }) => ({ category, message }));
		expect(rules).toContainEqual({ category: rule, message: expect.stringContaining(says) });
	});

	it.each(exempt)('lets $file do what its neighbours may not, and no more', ({ file, rule, says = '' }) => {
		expect(told(file)).toMatchObject([{ category: rule, message: expect.stringContaining(says) }]);
	});

	it.each(clean)('has nothing to say about $file', ({ file }) => {
		expect(told(file)).toEqual([]);
	});
});
