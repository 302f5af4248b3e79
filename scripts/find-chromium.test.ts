import { describe, expect, it } from 'vitest';
import { findChromium } from './find-chromium.mjs';

// any program and any absence of one will do: nothing is started
const PROGRAM = process.execPath;
const NOTHING = '/nowhere/chromium';
const env = (path?: string) => (path ? { CHROMIUM_PATH: path } : {}) as unknown as NodeJS.ProcessEnv;

describe('findChromium()', () => {
	it('takes CHROMIUM_PATH before the system, and says so', () => {
		expect(findChromium(PROGRAM, env(PROGRAM), ['/bin/sh'])).toEqual({ path: PROGRAM, source: 'CHROMIUM_PATH' });
	});

	it("takes the system's before Playwright's", () => {
		expect(findChromium('/bin/sh', env(), [NOTHING, PROGRAM])).toEqual({ path: PROGRAM, source: 'the system' });
	});

	it("takes Playwright's when there is no other", () => {
		expect(findChromium(PROGRAM, env(), [NOTHING])).toEqual({ path: PROGRAM, source: 'Playwright' });
	});

	it('finds none', () => {
		expect(findChromium(NOTHING, env(), [NOTHING])).toBeNull();
	});

	it('does not pass over a CHROMIUM_PATH that is wrong', () => {
		expect(() => findChromium(PROGRAM, env(NOTHING), [PROGRAM])).toThrow('there is no program at that path');
	});
});
