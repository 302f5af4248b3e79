import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { tallyCheck, tallyPlaywright, tallyVitest, total } from './tally.mjs';

const folder = mkdtempSync(join(tmpdir(), 'chainrule-tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
	const file = join(folder, 'report.json');
	writeFileSync(file, JSON.stringify(content));
	return file;
}

describe('tallyVitest()', () => {
	it('counts tests', () => {
		const file = report({ numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 3 });
		expect(tallyVitest(file, 1)).toEqual({ passed: 7, failed: 2, skipped: 4 });
	});

	it('counts a failure when the run failed without a failed test', () => {
		expect(tallyVitest(report({ numPassedTests: 7, numFailedTests: 0 }), 1)).toMatchObject({ passed: 7, failed: 1 });
		expect(tallyVitest(join(folder, 'absent.json'), 1)).toMatchObject({ passed: 0, failed: 1 });
	});

	it('does not take a run of no tests for a good one', () => {
		expect(tallyVitest(report({ numPassedTests: 0, numFailedTests: 0 }), 0)).toMatchObject({ failed: 1 });
	});
});

describe('tallyPlaywright()', () => {
	it('counts a flaky journey as a failed one', () => {
		const file = report({ stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 1 } });
		expect(tallyPlaywright(file, 1)).toEqual({ passed: 5, failed: 3, skipped: 1 });
	});

	it('counts a failure when the browser never ran', () => {
		expect(tallyPlaywright(report({ stats: { expected: 0, unexpected: 0 } }), 1)).toMatchObject({ failed: 1 });
	});
});

describe('total()', () => {
	it('adds suites and single checks', () => {
		const tallies = [tallyCheck(0), tallyCheck(2), { passed: 5, failed: 3, skipped: 1 }];
		expect(total(tallies)).toEqual({ passed: 6, failed: 4, skipped: 1 });
	});
});
