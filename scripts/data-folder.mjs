import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { explain } from './failure.mjs';

/**
 * Makes the folder of a database, and finds out whether it and the database can be written.
 * @param {string} path of the database
 * @throws {Failure} when they cannot
 */
export function openDataFolder(path) {
	const folder = dirname(path);
	try {
		makeFolder(folder);
		// SQLite keeps its log beside the database
		accessSync(folder, constants.W_OK);
		if (existsSync(path)) accessSync(path, constants.W_OK);
	} catch (error) {
		throw explain(`write to the data folder ${folder}`, error);
	}
}

function makeFolder(folder) {
	try {
		mkdirSync(folder, { recursive: true });
	} catch (error) {
		// Node reports a read-only parent so; making one level alone names the cause
		if (error.code === 'ENOENT') mkdirSync(folder);
		throw error;
	}
}
