import { existsSync } from 'node:fs';
import { runProgram } from './child.mjs';
import { Failure } from './failure.mjs';
import { findChromium } from './find-chromium.mjs';
import { environment } from './project.mjs';
import { timed } from './stamp.mjs';

/**
 * Finds a Chromium, installs Debian's when there is none and we may, and says which one it is.
 * Its path is CHROMIUM_PATH in the environment of every later child.
 * @throws {Failure} naming the command to run, when there is none and it cannot be installed
 */
export async function provideChromium() {
	const { chromium } = await import('@playwright/test');
	const find = () => findChromium(chromium.executablePath());
	let found = find();
	if (!found && mayInstall()) {
		await timed("install Debian's chromium", installDebian);
		found = find();
	}
	if (!found) {
		throw new Failure({
			attempted: 'find a Chromium for the journeys',
			happened: 'CHROMIUM_PATH is not set, and neither the system nor Playwright has one.',
			advice: 'npx playwright install chromium   (Debian: sudo apt-get install -y chromium)',
		});
	}
	environment.CHROMIUM_PATH = found.path;
	console.log(`Chromium for the journeys: ${found.path} (from ${found.source})`);
}

function mayInstall() {
	return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

async function installDebian() {
	const env = { ...environment, DEBIAN_FRONTEND: 'noninteractive' };
	await runProgram('apt-get', ['update', '-qq'], { env });
	await runProgram('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
}
