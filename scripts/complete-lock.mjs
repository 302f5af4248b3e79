// node scripts/complete-lock.mjs [package-lock.json], after every change of the lock.
// A registry mirror that serves one platform only makes npm leave the optional packages of the others out of the lock,
// and `npm ci` then refuses it ("Missing: … from lock file"). This adds them by name and version, and takes out the
// addresses of whatever registry they came from.
import { readFileSync, writeFileSync } from 'node:fs';

const SYSTEMS = 'aix android darwin freebsd linux netbsd openbsd openharmony sunos wasi win32'.split(' ');
const PROCESSORS = 'arm arm64 ia32 loong64 mips64el ppc64 riscv64 s390x wasm32 x64'.split(' ');

const file = process.argv[2] ?? 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8'));

for (const [path, entry] of Object.entries(lock.packages)) {
	delete entry.resolved;
	for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
		if (resolves(path, name)) continue;
		const added = platformEntry(name, range, entry.dev);
		if (!added) {
			console.error(`✗ ${name} (of ${path}) names no platform: add it with npm install on a full registry`);
			process.exitCode = 1;
			continue;
		}
		lock.packages[`node_modules/${name}`] = added;
		console.log(`added ${name}`);
	}
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, null, '\t')}\n`);

/** Whether a package finds a dependency from where it lies, as Node does: in its own folder, then in each one above. */
function resolves(path, name) {
	for (let folder = path; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
		if (lock.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
		if (folder === '') return false;
	}
}

/** The entry of a package for another platform, read from its name; undefined when it names none. */
function platformEntry(name, range, dev) {
	const words = name.split(/[-/]/);
	const os = SYSTEMS.filter((system) => words.includes(system) || (system === 'linux' && words.includes('linuxmusl')));
	const cpu = PROCESSORS.filter((processor) => words.includes(processor));
	if (os.length + cpu.length === 0) return undefined;
	const musl = words.includes('musl') || words.includes('linuxmusl');
	const libc = musl ? 'musl' : words.includes('gnu') ? 'glibc' : undefined;
	return {
		version: range.replace(/^[\^~]/, ''),
		...(cpu.length > 0 && { cpu }),
		...(dev && { dev }),
		...(libc && { libc: [libc] }),
		optional: true,
		...(os.length > 0 && { os }),
	};
}
