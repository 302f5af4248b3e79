import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'chainrule-lock-'));
const file = join(folder, 'package-lock.json');
afterAll(() => rmSync(folder, { recursive: true }));

function complete(): Record<string, unknown> {
	execFileSync(process.execPath, ['scripts/complete-lock.mjs', file], { stdio: 'pipe' });
	return JSON.parse(readFileSync(file, 'utf8')).packages;
}

describe('complete-lock', () => {
	it('adds the optional packages of other platforms, and says what each is for', () => {
		const optionalDependencies = {
			'@x/cli-linux-x64-musl': '1.2.3',
			'@x/cli-darwin-arm64': '^1.2.3',
			'@x/cli-linux-x64': '1.2.3',
		};
		const packages = {
			'': { name: 'mine' },
			'node_modules/x': { version: '1.2.3', dev: true, optionalDependencies },
			'node_modules/@x/cli-linux-x64': { version: '1.2.3', resolved: 'https://mirror.example/x.tgz' },
		};
		writeFileSync(file, JSON.stringify({ packages }));
		expect(complete()).toEqual({
			...packages,
			'node_modules/@x/cli-darwin-arm64': {
				version: '1.2.3',
				cpu: ['arm64'],
				dev: true,
				optional: true,
				os: ['darwin'],
			},
			'node_modules/@x/cli-linux-x64': { version: '1.2.3' },
			'node_modules/@x/cli-linux-x64-musl': {
				version: '1.2.3',
				cpu: ['x64'],
				dev: true,
				libc: ['musl'],
				optional: true,
				os: ['linux'],
			},
		});
	});

	it('adds nothing that lies in a nested folder already', () => {
		const packages = {
			'node_modules/x': { version: '1.0.0', optionalDependencies: { 'y-win32-x64': '1.0.0' } },
			'node_modules/x/node_modules/y-win32-x64': { version: '1.0.0' },
		};
		writeFileSync(file, JSON.stringify({ packages }));
		expect(complete()).toEqual(packages);
	});

	it('finds nothing to do in the lock that is checked in', () => {
		copyFileSync('package-lock.json', file);
		complete();
		expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(readFileSync('package-lock.json', 'utf8')));
	});
});
