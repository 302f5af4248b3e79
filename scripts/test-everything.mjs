// npm test, once Node is known to be new enough: every suite, whatever became of the one before, and one count over all.
import { mkdirSync, rmSync } from 'node:fs';
import { runNode } from './child.mjs';
import { runMain } from './failure.mjs';
import { build, prepare } from './prepare.mjs';
import { environment, programs } from './project.mjs';
import { provideChromium } from './provide-chromium.mjs';
import { quickChecks } from './quick-checks.mjs';
import { tallyCheck, tallyPlaywright, tallyVitest, total } from './tally.mjs';

const UNIT_REPORT = '.tmp/unit-report.json';
const JOURNEY_REPORT = '.tmp/journey-report.json';
const SCRATCH_DATABASE = '.tmp/test-run.db';

await runMain('prepare the tests', async () => {
	await prepare();
	mkdirSync('.tmp', { recursive: true });
	// no test may touch the database of the person who runs it
	environment.DATABASE_URL = `file:${SCRATCH_DATABASE}`;
	const results = [];
	const suite = async (name, work) => {
		const result = await runSuite(name, work);
		results.push(result);
		return result.failed === 0;
	};

	const browser = await suite('a Chromium is there', () => succeeds(provideChromium));
	for (const { name, commands } of quickChecks) await suite(name, async () => tallyCheck(await runAll(commands)));
	await suite('unit tests', runUnitTests);
	await suite('claims of the demos', () => runScript('scripts/claims.ts'));
	await suite('decks', () => runScript('scripts/deck.ts', 'check'));
	const built = await suite('build', () => succeeds(build));
	await suite('journeys', browser && built ? runJourneys : notRun);
	report(results);
});

async function runSuite(name, work) {
	console.log(`\n━━ ${name}`);
	const startedMs = performance.now();
	const tally = await work();
	return { name, ...tally, seconds: (performance.now() - startedMs) / 1000 };
}

async function succeeds(work) {
	try {
		await work();
		return tallyCheck(0);
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		return tallyCheck(1);
	}
}

async function runAll(commands) {
	for (const command of commands) {
		const { code } = await runNode(command, { inherit: true });
		if (code !== 0) return code;
	}
	return 0;
}

async function runScript(...args) {
	return tallyCheck(await runAll([[programs.tsx, '--conditions=react-server', ...args]]));
}

async function runUnitTests() {
	rmSync(UNIT_REPORT, { force: true });
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${UNIT_REPORT}`];
	return tallyVitest(UNIT_REPORT, await runAll([[programs.vitest, 'run', '--allowOnly=false', ...reporters]]));
}

async function runJourneys() {
	rmSync(JOURNEY_REPORT, { force: true });
	environment.PLAYWRIGHT_JSON_OUTPUT_NAME = JOURNEY_REPORT;
	return tallyPlaywright(
		JOURNEY_REPORT,
		await runAll([[programs.playwright, 'test', '--forbid-only', '--reporter=list,json']]),
	);
}

async function notRun() {
	console.error('Not run: they need a Chromium and the build.');
	return tallyCheck(1);
}

function report(results) {
	console.log('\n━━ all suites');
	for (const { name, passed, failed, skipped, seconds } of results) {
		const rest = skipped ? `, ${skipped} skipped` : '';
		console.log(
			`${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed${rest} (${seconds.toFixed(1)} s)`,
		);
	}
	const sum = total(results);
	if (sum.failed > 0) process.exitCode = 1;
	console.log(`${sum.passed} passed, ${sum.failed} failed`);
}
