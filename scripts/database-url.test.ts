import { describe, expect, it } from 'vitest';
import { databasePath, databaseUrl } from './database-url.mjs';

describe('databaseUrl()', () => {
	it.each([
		['linux', {}, 'file:/home/ada/.local/share/chainrule/chainrule.db'],
		['linux', { XDG_DATA_HOME: '/data' }, 'file:/data/chainrule/chainrule.db'],
		['darwin', {}, 'file:/home/ada/Library/Application Support/Chainrule/chainrule.db'],
		['win32', { LOCALAPPDATA: '/local' }, 'file:/local/Chainrule/chainrule.db'],
		['win32', {}, 'file:/home/ada/AppData/Local/Chainrule/chainrule.db'],
	] as const)('is in the data folder of %s given %j', (platform, env, expected) => {
		expect(databaseUrl(env as unknown as NodeJS.ProcessEnv, platform, '/home/ada')).toBe(expected);
	});

	it('ignores a relative XDG_DATA_HOME, as its specification asks', () => {
		const env = { XDG_DATA_HOME: 'data' } as unknown as NodeJS.ProcessEnv;
		expect(databaseUrl(env, 'linux', '/home/ada')).toBe('file:/home/ada/.local/share/chainrule/chainrule.db');
	});

	it('is DATABASE_URL made absolute, when that is set', () => {
		const env = { DATABASE_URL: 'file:./mine.db', XDG_DATA_HOME: '/data' } as unknown as NodeJS.ProcessEnv;
		expect(databaseUrl(env, 'linux', '/home/ada')).toBe(`file:${process.cwd()}/mine.db`);
	});
});

describe('databasePath()', () => {
	it.each([
		['file:/a/b.db', '/a/b.db'],
		['file:///a/b.db', '/a/b.db'],
		['file:b.db', `${process.cwd()}/b.db`],
	])('reads %s', (url, path) => {
		expect(databasePath(url)).toBe(path);
	});

	it.each(['postgres://host/db', '/a/b.db', 'file:', 'file:/a/b.db?busy_timeout=5'])('refuses %s', (url) => {
		expect(() => databasePath(url)).toThrow('DATABASE_URL must be file: followed by a path, without parameters');
	});
});
