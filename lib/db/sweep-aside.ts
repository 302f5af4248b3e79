import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const LEFT_BEHIND = /^\.(?:import|restore)-(\d+)(?:-journal|-wal|-shm)?$/;

/** Removes the databases beside `path` that an import or a restoration left when its process was killed. */
export function sweepAside(path: string): void {
	const [folder, name] = [dirname(path), basename(path)];
	for (const file of readdirSync(folder)) {
		const pid = file.startsWith(name) ? LEFT_BEHIND.exec(file.slice(name.length))?.[1] : undefined;
		if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(folder, file), { force: true });
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// a process of somebody else is alive too
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
