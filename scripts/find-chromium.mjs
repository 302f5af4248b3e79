import { accessSync, constants, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure.mjs';

const SYSTEM_PATHS = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/snap/bin/chromium',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	join(process.env.PROGRAMFILES ?? 'C:\\Program Files', 'Google\\Chrome\\Application\\chrome.exe'),
];

/**
 * The Chromium for the journeys: CHROMIUM_PATH, else the system's, else the one Playwright downloaded; null when there is none.
 * @param {string} playwrightPath where Playwright would keep its own
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string[]} [systemPaths]
 * @returns {{ path: string, source: string } | null}
 * @throws {Failure} when CHROMIUM_PATH names no program
 */
export function findChromium(playwrightPath, env = process.env, systemPaths = SYSTEM_PATHS) {
	const named = env.CHROMIUM_PATH;
	if (named) {
		if (isProgram(named)) return { path: named, source: 'CHROMIUM_PATH' };
		throw new Failure({
			attempted: `use the Chromium CHROMIUM_PATH=${named}`,
			happened: 'there is no program at that path.',
			advice: 'correct CHROMIUM_PATH, or leave it out to have one found.',
		});
	}
	const path = systemPaths.find(isProgram);
	if (path) return { path, source: 'the system' };
	return existsSync(playwrightPath) ? { path: playwrightPath, source: 'Playwright' } : null;
}

function isProgram(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
