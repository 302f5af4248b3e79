import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { TemporaryProject } from './temporary-project';

const project = new TemporaryProject({ packages: false });
const { fingerprint, onceFor }: typeof import('./stamp.mjs') = await import(
	pathToFileURL(project.path('scripts/stamp.mjs')).href
);
const step = { name: 'a step', stamp: 'out/.stamp', inputs: ['in.txt', 'prisma'], outputs: ['out.txt'] };

beforeEach(() => {
	vi.spyOn(console, 'log').mockImplementation(() => {});
	for (const path of ['out/.stamp', 'out.txt']) rmSync(project.path(path), { force: true });
	writeFileSync(project.path('in.txt'), 'one');
});
afterAll(() => project.remove());

async function work() {
	writeFileSync(project.path('out.txt'), 'done');
}

describe('onceFor()', () => {
	it('does a step once', async () => {
		expect(await onceFor(step, work)).toBe(true);
		expect(await onceFor(step, work)).toBe(false);
	});

	it('does it again when an input changed, or its output is gone', async () => {
		await onceFor(step, work);
		writeFileSync(project.path('in.txt'), 'two');
		expect(await onceFor(step, work)).toBe(true);
		rmSync(project.path('out.txt'));
		expect(await onceFor(step, work)).toBe(true);
	});

	it('does it again after a failure', async () => {
		await expect(onceFor(step, () => Promise.reject(new Error('burst')))).rejects.toThrow('burst');
		expect(await onceFor(step, work)).toBe(true);
	});

	it('does it again when what else it depends on changed', async () => {
		await onceFor({ ...step, extra: 'this database' }, work);
		expect(await onceFor({ ...step, extra: 'another database' }, work)).toBe(true);
	});
});

describe('fingerprint()', () => {
	it('sees a file renamed and a file added in a folder', () => {
		const before = fingerprint(['prisma']);
		writeFileSync(join(project.folder, 'prisma/added.sql'), '');
		const added = fingerprint(['prisma']);
		rmSync(join(project.folder, 'prisma/added.sql'));
		writeFileSync(join(project.folder, 'prisma/renamed.sql'), '');
		expect(new Set([before, added, fingerprint(['prisma'])]).size).toBe(3);
	});
});
