import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runNode, runProgram } from './child.mjs';
import { AlreadyExplained, explain, Failure } from './failure.mjs';
import { environment, root } from './project.mjs';
import { timed } from './stamp.mjs';

const STAMP = join(root, 'node_modules/.chainrule');
// compiled packages are bound to the platform and to Node's binary interface
const MACHINE = `${process.platform}-${process.arch}-${process.versions.modules}`;

/** Installs the packages of package-lock.json with `npm ci`, unless node_modules holds exactly those already. */
export async function installPackages() {
	if (await isInstalled()) return;
	await timed('install packages', npmCi);
	writeFileSync(STAMP, MACHINE);
}

async function isInstalled() {
	const lock = readPackages(join(root, 'package-lock.json'));
	const found = readPackages(join(root, 'node_modules/.package-lock.json'));
	if (!lock || !found) return false;
	for (const [path, entry] of Object.entries(lock)) {
		if (path === '' || entry.optional || entry.devOptional || entry.peer) continue;
		if (found[path]?.version !== entry.version) return false;
	}
	if (existsSync(STAMP)) return readFileSync(STAMP, 'utf8') === MACHINE;
	// installed by hand: take it over when its compiled package loads
	const probe = "new (require('better-sqlite3'))(':memory:').close()";
	if ((await runNode(['-e', probe], { quiet: true })).code !== 0) return false;
	writeFileSync(STAMP, MACHINE);
	return true;
}

function readPackages(file) {
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

async function npmCi() {
	rmSync(STAMP, { force: true });
	const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retry-mintimeout=1000'];
	// `npm start` names the npm that runs us; without it, npm is on the PATH (a .cmd file on Windows)
	const npm = environment.npm_execpath;
	const options = { env: { ...environment, NODE_ENV: 'development' } };
	const { code, output } = await (npm?.endsWith('.js')
		? runNode([npm, ...args], options)
		: runProgram('npm', args, { ...options, shell: process.platform === 'win32' }));
	if (code === 0) return;
	// ended by a signal: someone wanted it to stop
	if (code === 143) throw new AlreadyExplained(code);
	if (/gyp ERR|node-gyp|prebuild-install/.test(output) && !/ENOSPC/.test(output)) {
		throw new Failure({
			attempted: 'install the packages',
			happened: 'no ready-made better-sqlite3 fits this machine, and compiling it failed (see above).',
			advice:
				'install a C++ compiler and Python (Debian: apt-get install -y build-essential python3; macOS: xcode-select --install), then run the same command again.',
		});
	}
	throw explain('install the packages', output || `npm ci ended with code ${code}`);
}
