import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { explain, Failure } from './failure.mjs';
import { environment, programs, root } from './project.mjs';

const READY_WITHIN_MS = 60_000;
const KILL_AFTER_MS = 2000;
const ORPHAN_CHECK_MS = 300;

/**
 * Runs the pages on 127.0.0.1 and ends them with this process, however it ends.
 * @param {'start' | 'dev'} mode
 * @param {number} port
 * @returns {Promise<string>} the address, once it answers
 * @throws {Failure} when the server ends before it answers, or never does
 */
export async function serve(mode, port) {
	const url = `http://127.0.0.1:${port}`;
	const child = spawn(process.execPath, [programs.next, mode, '-H', '127.0.0.1', '-p', String(port)], {
		cwd: root,
		env: { ...environment, NODE_ENV: mode === 'start' ? 'production' : 'development' },
		stdio: ['ignore', mode === 'start' ? 'ignore' : 'inherit', 'pipe'],
	});
	let complaints = '';
	child.stderr.setEncoding('utf8').on('data', (text) => {
		complaints = (complaints + text).slice(-10_000);
		process.stderr.write(text);
	});
	const state = { ready: false, stopping: false };
	stopTogether(child, state);
	const deadlineMs = performance.now() + READY_WITHIN_MS;
	while (performance.now() < deadlineMs && child.exitCode === null && child.signalCode === null) {
		if (await answers(url)) {
			state.ready = true;
			return url;
		}
		await sleep(25);
	}
	if (state.stopping) return new Promise(() => {});
	child.kill('SIGKILL');
	if (complaints) throw explain(`serve the pages at ${url}`, complaints);
	throw new Failure({
		attempted: `serve the pages at ${url}`,
		happened: `the server did not answer ${url}/api/health within ${READY_WITHIN_MS / 1000} s.`,
		advice: 'run the command again; when that does not help, remove the folder .next and run it once more.',
	});
}

async function answers(url) {
	try {
		return (await fetch(`${url}/api/health`)).ok;
	} catch {
		return false;
	}
}

function stopTogether(child, state) {
	const stop = () => {
		if (state.stopping) return;
		state.stopping = true;
		child.kill('SIGTERM');
		// the server waits for browsers that keep their connections open
		setTimeout(() => child.kill('SIGKILL'), KILL_AFTER_MS).unref();
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
	// a SIGTERM sent to npm ends npm and its shell but never reaches us: notice having become an orphan
	const parent = process.ppid;
	setInterval(() => process.ppid !== parent && stop(), ORPHAN_CHECK_MS).unref();
	process.on('exit', () => child.kill('SIGKILL'));
	child.on('exit', (code) => {
		if (state.stopping) process.exit(0);
		if (!state.ready) return;
		console.error(`\n✗ The server ended by itself (code ${code}). Run the command again.\n`);
		process.exit(code || 1);
	});
}
