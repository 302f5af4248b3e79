import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { withFileLock } from './file-lock.mjs';

const folder = mkdtempSync(join(tmpdir(), 'chainrule-lock-'));
const file = join(folder, 'lock');
// no Linux, macOS or Windows gives out a process id as high
const GONE = '99999999';
afterAll(() => rmSync(folder, { recursive: true }));

describe('withFileLock()', () => {
	it('lets one in at a time', async () => {
		let inside = 0;
		let most = 0;
		const enter = () =>
			withFileLock(file, async () => {
				most = Math.max(most, ++inside);
				await sleep(20);
				inside--;
			});
		await Promise.all([enter(), enter(), enter()]);
		expect(most).toBe(1);
		expect(existsSync(file)).toBe(false);
	});

	it('opens again after work that throws', async () => {
		const broken = withFileLock(file, () => Promise.reject(new Error('burst')));
		await expect(broken).rejects.toThrow('burst');
		expect(await withFileLock(file, async () => 'in')).toBe('in');
	});

	it('takes over from a process that is gone', async () => {
		writeFileSync(file, GONE);
		expect(await withFileLock(file, async () => readFileSync(file, 'utf8'))).toBe(String(process.pid));
	});

	it('names the process it waited for in vain', async () => {
		writeFileSync(file, String(process.pid));
		await expect(withFileLock(file, async () => 'in', 100)).rejects.toThrow(`process ${process.pid} has held it`);
		rmSync(file);
	});
});
