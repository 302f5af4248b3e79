import { describe, expect, it } from 'vitest';
import { AlreadyExplained, explain, Failure } from './failure.mjs';

describe('explain()', () => {
	it.each([
		['ENOSPC', 'the disk is full', 'free some space'],
		['SQLITE_FULL', 'the disk is full', 'free some space'],
		['EROFS', 'read but not written', 'make the folder writable'],
		['SQLITE_READONLY', 'read but not written', 'make the folder writable'],
		['EACCES', 'may not write there', 'change its permissions'],
		['ENOTDIR', 'not a folder', 'check the path'],
		['SQLITE_BUSY', 'another program is writing', 'close other programs'],
		['SQLITE_CORRUPT', 'damaged', 'put a copy back'],
		['ECONNREFUSED', 'registry could not be reached', 'connect to the network'],
		['EAI_AGAIN', 'registry could not be reached', 'connect to the network'],
	])('words %s: what was attempted, what happened, what to do', (code, happened, advice) => {
		const { message } = explain('open the shop', Object.assign(new Error('no luck'), { code }));
		const [attempted, second, third] = message.split('\n');
		expect(attempted).toBe('✗ Could not open the shop.');
		expect(second).toContain(happened);
		expect(second).toContain(code);
		expect(third).toContain(advice);
	});

	it('finds a cause in the output of a program too', () => {
		const output = 'npm error code ENOTFOUND\nnpm error network request to https://registry failed';
		expect(explain('install the packages', output).message).toContain('registry could not be reached');
	});

	it('trusts the code of an error over words in its message', () => {
		const error = Object.assign(new Error('ENOTFOUND is what I saw'), { code: 'ENOSPC' });
		expect(explain('write', error).message).toContain('the disk is full');
	});

	it('tells an unknown cause as it came', () => {
		expect(explain('think', new Error('a tyre burst')).message).toContain('What happened: a tyre burst');
	});

	it('leaves alone what is explained already', () => {
		const failure = new Failure({ attempted: 'a', happened: 'ENOSPC', advice: 'c' });
		const passed = new AlreadyExplained(3);
		expect(explain('b', failure)).toBe(failure);
		expect(explain('b', passed)).toBe(passed);
	});
});
