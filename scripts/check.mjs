// npm run check: lint, format, types and schema, the quick part of npm test.
import { runNode } from './child.mjs';
import { AlreadyExplained, runMain } from './failure.mjs';
import { prepare } from './prepare.mjs';
import { quickChecks } from './quick-checks.mjs';

await runMain('check the project', async () => {
	await prepare();
	let failed = 0;
	for (const { name, commands } of quickChecks) {
		for (const command of commands) {
			const { code } = await runNode(command, { inherit: true });
			if (code === 0) continue;
			console.error(`✗ ${name}`);
			failed++;
			break;
		}
	}
	if (failed > 0) throw new AlreadyExplained(1);
	console.log(`✓ ${quickChecks.map(({ name }) => name).join(', ')}`);
});
