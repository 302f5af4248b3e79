import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './project.mjs';

/**
 * SHA-256 over the names and bytes of files (folders are walked), the Node version and the platform.
 * @param {string[]} paths from the project's root; those that do not exist count as absent
 * @param {string} [extra] anything else the result depends on
 */
export function fingerprint(paths, extra = '') {
	const hash = createHash('sha256').update([process.version, process.platform, process.arch, extra].join('\0'));
	const visit = (path) => {
		const full = join(root, path);
		if (!existsSync(full)) return;
		if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) visit(join(path, name));
		else hash.update(`\0${path}\0`).update(readFileSync(full));
	};
	for (const path of paths) visit(path);
	return hash.digest('hex');
}

/**
 * Does a step unless its stamp says that the same inputs have been through it, and says which it was.
 * @param {{ name: string, stamp: string, inputs: string[], extra?: string, outputs?: string[] }} step
 *   stamp: file that holds the fingerprint; outputs: files that must be there for the stamp to count
 * @param {() => Promise<unknown>} work
 * @returns {Promise<boolean>} whether the work was done
 */
export async function onceFor({ name, stamp, inputs, extra = '', outputs = [] }, work) {
	const file = join(root, stamp);
	const wanted = fingerprint(inputs, extra);
	const fresh = existsSync(file) && readFileSync(file, 'utf8') === wanted;
	if (fresh && outputs.every((output) => existsSync(join(root, output)))) return false;
	await timed(name, work);
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, wanted);
	return true;
}

/**
 * Does some work, naming it before and its seconds after.
 * @param {string} name
 * @param {() => Promise<unknown>} work
 */
export async function timed(name, work) {
	const startedMs = performance.now();
	console.log(`• ${name} …`);
	await work();
	console.log(`  ${name}: ${((performance.now() - startedMs) / 1000).toFixed(1)} s`);
}
