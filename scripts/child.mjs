import { spawn } from 'node:child_process';
import { environment, root } from './project.mjs';

const KEPT_CHARACTERS = 20_000;

/**
 * Runs a program to its end, showing its output, and resolves to its exit code and the end of that output.
 * A signal to us is passed on; a child ended by a signal counts as code 143.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, quiet?: boolean, shell?: boolean, inherit?: boolean }} [options]
 *   quiet: keep the output to oneself; inherit: give the child our terminal and keep nothing
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runProgram(command, args, { env = environment, quiet = false, shell = false, inherit = false } = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, {
			cwd: root,
			env,
			shell,
			stdio: inherit ? 'inherit' : ['inherit', 'pipe', 'pipe'],
		});
		let output = '';
		for (const [stream, screen] of [
			[child.stdout, process.stdout],
			[child.stderr, process.stderr],
		]) {
			stream?.setEncoding('utf8').on('data', (text) => {
				output = (output + text).slice(-KEPT_CHARACTERS);
				if (!quiet) screen.write(text);
			});
		}
		const passOn = (signal) => child.kill(signal);
		process.once('SIGINT', passOn).once('SIGTERM', passOn);
		const release = () => process.off('SIGINT', passOn).off('SIGTERM', passOn);
		child.on('error', (error) => {
			release();
			reject(error);
		});
		child.on('close', (code, signal) => {
			release();
			resolve({ code: signal ? 143 : (code ?? 1), output });
		});
	});
}

/**
 * Runs a file with this Node.
 * @param {string[]} args
 * @param {Parameters<typeof runProgram>[2]} [options]
 */
export const runNode = (args, options) => runProgram(process.execPath, args, options);
