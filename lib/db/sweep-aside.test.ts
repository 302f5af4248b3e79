import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sweepAside } from './sweep-aside';

it('sweepAside() removes what dead processes left, and nothing else', () => {
	const folder = mkdtempSync(join(tmpdir(), 'aside-'));
	const { pid: dead } = spawnSync(process.execPath, ['--version']);
	const kept = ['a.db', 'a.db-wal', `a.db.import-${process.pid}`, 'a.db.import-then', `b.db.import-${dead}`].sort();
	for (const name of [...kept, `a.db.import-${dead}`, `a.db.restore-${dead}`, `a.db.restore-${dead}-wal`]) {
		writeFileSync(join(folder, name), '');
	}
	sweepAside(join(folder, 'a.db'));
	expect(readdirSync(folder).sort()).toEqual(kept);
	rmSync(folder, { recursive: true });
});
