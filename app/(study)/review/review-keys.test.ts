import { expect, it, vi } from 'vitest';
import type { Commands } from './commands';
import { commandOf, type KeyPress } from './review-keys';

function pressed(key: string, over: Partial<KeyPress> = {}): string[] {
	const names = ['advance', 'grade', 'undo', 'suspend', 'bury', 'flag', 'unflag', 'demo', 'closeDemo', 'keys'] as const;
	const calls: string[] = [];
	const commands = Object.fromEntries(
		names.map((name) => [name, vi.fn((with_?: string) => calls.push(with_ ? `${name} ${with_}` : name))]),
	);
	commandOf({ key, shiftKey: false, modified: false, repeat: false, on: 'page', ...over })?.(
		commands as unknown as Commands,
	);
	return calls;
}

it.each([
	[' ', 'advance'],
	['Enter', 'advance'],
	['1', 'grade again'],
	['2', 'grade hard'],
	['3', 'grade good'],
	['4', 'grade easy'],
	['u', 'undo'],
	['S', 'suspend'],
	['b', 'bury'],
	['f', 'flag'],
	['r', 'demo'],
	['Escape', 'closeDemo'],
	['?', 'keys'],
])('commandOf() takes %j for %s', (key, command) => {
	expect(pressed(key)).toEqual([command]);
});

it('commandOf() takes Shift F for removing the flag', () => {
	expect(pressed('F', { shiftKey: true })).toEqual(['unflag']);
});

it('commandOf() leaves Space and Enter to a button, and every other key to none', () => {
	expect(pressed(' ', { on: 'control' })).toEqual([]);
	expect(pressed('3', { on: 'control' })).toEqual(['grade good']);
	expect(pressed('3', { on: 'text' })).toEqual([]);
});

it('commandOf() ignores a key held down, and keys with Ctrl, Alt or Meta', () => {
	expect(pressed(' ', { repeat: true })).toEqual([]);
	expect(pressed('r', { modified: true })).toEqual([]);
	expect(pressed('5')).toEqual([]);
});
