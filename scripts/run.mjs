// node scripts/run.mjs <file.ts> [arguments]: a TypeScript command of ours, after whatever a fresh clone still needs.
import { runNode } from './child.mjs';
import { databaseUrl } from './database-url.mjs';
import { AlreadyExplained, runMain } from './failure.mjs';
import { prepare } from './prepare.mjs';
import { environment, programs } from './project.mjs';

const [file, ...args] = process.argv.slice(2);

await runMain(`run ${file ?? 'nothing'}`, async () => {
	if (!file) throw new Error('usage: node scripts/run.mjs <file.ts> [arguments]');
	await prepare();
	const env = { ...environment, DATABASE_URL: databaseUrl() };
	const { code } = await runNode([programs.tsx, '--conditions=react-server', file, ...args], { env, inherit: true });
	// the command has said what was wrong itself
	if (code !== 0) throw new AlreadyExplained(code);
});
