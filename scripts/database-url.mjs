import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { Failure } from './failure.mjs';

/**
 * The database of this person, as `file:<absolute path>`: DATABASE_URL when set, else the data folder of the system.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @param {string} [home]
 * @throws {Failure} when DATABASE_URL is not a file: address or carries parameters
 */
export function databaseUrl(env = process.env, platform = process.platform, home = homedir()) {
	if (env.DATABASE_URL) return `file:${databasePath(env.DATABASE_URL)}`;
	return `file:${join(dataFolder(env, platform, home), 'chainrule.db')}`;
}

/**
 * The absolute path of a `file:` address.
 * @param {string} url
 * @throws {Failure} when it is not one, or carries parameters
 */
export function databasePath(url) {
	const path = url.startsWith('file:') ? url.slice('file:'.length).replace(/^\/\/(?=\/)/, '') : '';
	// a `?` would become part of the file's name without a word
	if (path === '' || path.includes('?')) {
		throw new Failure({
			attempted: `use the database ${url}`,
			happened: 'DATABASE_URL must be file: followed by a path, without parameters.',
			advice: 'write DATABASE_URL=file:/path/to/chainrule.db, or leave it out for the default.',
		});
	}
	return resolve(path);
}

function dataFolder(env, platform, home) {
	if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'Chainrule');
	if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Chainrule');
	// the XDG specification has relative values ignored
	const xdg = env.XDG_DATA_HOME && isAbsolute(env.XDG_DATA_HOME) ? env.XDG_DATA_HOME : join(home, '.local', 'share');
	return join(xdg, 'chainrule');
}
