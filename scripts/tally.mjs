import { existsSync, readFileSync } from 'node:fs';

/**
 * @typedef {{ passed: number, failed: number, skipped?: number }} Tally how many tests of one suite went which way
 */

/**
 * A suite that is one check: it passed or it did not.
 * @param {number} code exit code
 * @returns {Tally}
 */
export function tallyCheck(code) {
	return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Counts from Vitest's JSON report. A run that failed without a failed test (a file that does not load) counts one.
 * @param {string} file
 * @param {number} code exit code
 * @returns {Tally}
 */
export function tallyVitest(file, code) {
	const report = readReport(file);
	return atLeastOneFailure(code, {
		passed: report?.numPassedTests ?? 0,
		failed: report?.numFailedTests ?? 0,
		skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
	});
}

/**
 * Counts from Playwright's JSON report. A flaky test is a failed one.
 * @param {string} file
 * @param {number} code exit code
 * @returns {Tally}
 */
export function tallyPlaywright(file, code) {
	const stats = readReport(file)?.stats;
	return atLeastOneFailure(code, {
		passed: stats?.expected ?? 0,
		failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
		skipped: stats?.skipped ?? 0,
	});
}

/**
 * The sum over all suites.
 * @param {Tally[]} tallies
 * @returns {Required<Tally>}
 */
export function total(tallies) {
	const sum = { passed: 0, failed: 0, skipped: 0 };
	for (const { passed, failed, skipped = 0 } of tallies) {
		sum.passed += passed;
		sum.failed += failed;
		sum.skipped += skipped;
	}
	return sum;
}

function readReport(file) {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function atLeastOneFailure(code, tally) {
	const silent = code !== 0 && tally.failed === 0;
	const nothing = code === 0 && tally.passed === 0 && tally.failed === 0;
	return silent || nothing ? { ...tally, failed: 1 } : tally;
}
