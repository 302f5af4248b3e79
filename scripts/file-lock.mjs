import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from './failure.mjs';

const PAUSE_MS = 50;

/**
 * Does some work while holding a lock file, so that two processes never do it at once.
 * A lock left behind by a process that is gone is taken over.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {number} [patienceMs]
 * @returns {Promise<T>}
 * @throws {Failure} when another process holds it for longer than that
 */
export async function withFileLock(file, work, patienceMs = 60_000) {
	const deadlineMs = performance.now() + patienceMs;
	while (!take(file)) {
		if (performance.now() > deadlineMs) {
			throw new Failure({
				attempted: `take the lock ${file}`,
				happened: `process ${holder(file)} has held it for ${patienceMs / 1000} s.`,
				advice: 'wait for it to end, or end it and remove the file.',
			});
		}
		await sleep(PAUSE_MS);
	}
	try {
		return await work();
	} finally {
		rmSync(file, { force: true });
	}
}

function take(file) {
	try {
		const handle = openSync(file, 'wx');
		writeSync(handle, String(process.pid));
		closeSync(handle);
		return true;
	} catch (error) {
		if (error.code !== 'EEXIST') throw error;
		const pid = holder(file);
		if (pid !== null && !isRunning(pid)) rmSync(file, { force: true });
		return false;
	}
}

function holder(file) {
	try {
		return Number(readFileSync(file, 'utf8')) || null;
	} catch {
		return null;
	}
}

function isRunning(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
}
