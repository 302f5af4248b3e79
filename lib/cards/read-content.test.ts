import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readContent } from './read-content';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'decks-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string | Uint8Array) => {
	mkdirSync(dirname(join(folder, name)), { recursive: true });
	writeFileSync(join(folder, name), content);
};
const deck = (id: string, more = '', body = 'A') =>
	`---\nid: ${id}\ntitle: T\n${more}---\n\n## Q {#q}\n\n---\n\n${body}\n`;
const read = () => readContent(folder, () => ({ ok: true }));
const mistakes = () =>
	read().flatMap(({ errors }) =>
		errors.map(({ file, line, message }) => `${relative(folder, file)}:${line} ${message}`),
	);

test('readContent() reads decks of all folders in order, with the media beside each, and leaves README.md alone', () => {
	write('b.md', deck('b', 'parent: c\n', '![x](f/x.svg)'));
	write('f/x.svg', '<svg/>');
	write('a/c.md', deck('c', '', '![x](x.svg)'));
	write('a/x.svg', '<svg viewBox="0 0 1 1"/>');
	write('README.md', '# Not a deck');
	write('a/README.md', '# Not a deck');
	write('a/notes.txt', 'Not a deck');
	const decks = read();
	expect(decks.map(({ id, parentId }) => [id, parentId])).toEqual([
		['c', null],
		['b', 'c'],
	]);
	expect(decks.map(({ media }) => media.map(({ name, bytes }) => [name, bytes.length]))).toEqual([
		[['x.svg', 24]],
		[['f/x.svg', 6]],
	]);
	expect(decks.flatMap(({ errors }) => errors)).toEqual([]);
});

test('readContent() reports an id taken by another file, and keeps the first', () => {
	write('a.md', deck('x'));
	write('b.md', deck('x'));
	expect(mistakes().map((text) => text.replace(/^.*?([ab]\.md)/, '$1'))).toEqual([
		'b.md:2 The id "x" is taken by another deck.',
	]);
	expect(read().map(({ id, notes }) => [id, notes.length])).toEqual([
		['x', 1],
		['', 0],
	]);
});

test('readContent() reports parents that are not there or go in a circle, and leaves them out', () => {
	write('a.md', deck('a', 'parent: b\n'));
	write('b.md', deck('b', 'parent: a\n'));
	write('c.md', deck('c', 'parent: a\n'));
	write('d.md', deck('d', 'parent: nope\n'));
	expect(mistakes().map((text) => text.replace(/^.*?([a-d]\.md)/, '$1'))).toEqual([
		'a.md:4 The deck "a" hangs under itself.',
		'b.md:4 The deck "b" hangs under itself.',
		'd.md:4 There is no deck "nope".',
	]);
	expect(read().map(({ parentId }) => parentId)).toEqual([null, null, 'a', null]);
});

test('readContent() places the first byte that is not UTF-8 and reads the other files', () => {
	write('a.md', Uint8Array.from([0x61, 0x0a, 0x62, 0xff]));
	write('b.md', deck('b'));
	expect(read()).toMatchObject([
		{ id: '', notes: [], errors: [{ line: 2, column: 2, message: 'The file is not UTF-8 from here on.' }] },
		{ id: 'b', errors: [] },
	]);
});

test('readContent() follows no link out of the folder and takes no folder for a picture', () => {
	write('decks/a.md', deck('a', '', '![x](out.svg) ![x](dir.svg)'));
	write('out.svg', '<svg/>');
	write('decks/dir.svg/x', '');
	symlinkSync(join(folder, 'out.svg'), join(folder, 'decks/out.svg'));
	expect(mistakes().map((text) => text.replace(/^.*?a\.md/, 'a.md'))).toEqual([
		'a.md:10 There is no file "out.svg".',
		'a.md:10 There is no file "dir.svg".',
	]);
});

test('readContent() throws when there is no folder', () => {
	expect(() => readContent(join(folder, 'nope'), () => ({ ok: true }))).toThrow(/ENOENT/);
});

test('readContent() reads the decks of the product without a mistake', () => {
	const decks = readContent('content', () => ({ ok: true }));
	expect(decks.flatMap(({ errors }) => errors)).toEqual([]);
	expect(decks.find(({ id }) => id === 'neural-networks')?.notes).toHaveLength(22);
}, 30_000);
