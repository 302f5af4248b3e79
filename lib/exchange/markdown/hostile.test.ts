import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { contentOf, runOfTest } from '@/lib/exchange/collection-fixture';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import { DEFAULT_LIMITS, type ExchangeLimits } from '@/lib/exchange/limits';
import { readMarkdown } from './read-markdown';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'hostile-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string | Uint8Array) => {
	mkdirSync(dirname(join(folder, name)), { recursive: true });
	writeFileSync(join(folder, name), content);
};
const options = { checkDemo: () => ({ ok: true as const }), columns: null, deckTitle: null };
const read = (name: string, limits: Partial<ExchangeLimits> = {}) =>
	readMarkdown(join(folder, name), { ...DEFAULT_LIMITS, ...limits }, runOfTest(), options);
const deck = (id: string, body = 'A') => `---\nid: ${id}\ntitle: T\n---\n\n## Q {#q}\n\n---\n\n${body}\n`;

async function zip(name: string, members: Record<string, string>, mode = 0o100644) {
	const file = new ZipFile();
	for (const [member, text] of Object.entries(members)) file.addBuffer(Buffer.from(text), member, { mode });
	file.end();
	await pipeline(file.outputStream, createWriteStream(join(folder, name)));
}

test('links in a folder and in a ZIP are left out, and said to be', async () => {
	put('secret.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>');
	put('d/a.md', deck('a', '![x](s.svg)'));
	put('d/b.md', deck('b'));
	symlinkSync(join(folder, 'secret.svg'), join(folder, 'd/s.svg'));
	symlinkSync(folder, join(folder, 'd/up'));
	const { notes, media } = await contentOf(await read('d'));
	expect(notes.map(({ id }) => id)).toEqual(['b/q']);
	expect(media).toEqual([]);
	expect((await read('d')).remarks.map(({ where }) => where)).toEqual(['s.svg', 'up', 'a.md:10:1']);
	await zip('l.zip', { 'a.md': '/etc/passwd' }, 0o120777);
	await expect(read('l.zip')).rejects.toThrow('none of its 0 texts');
	symlinkSync(join(folder, 'd'), join(folder, 'link'));
	await expect(read('link')).rejects.toThrow('it is a link or a device');
});

test.each(['../a.md', '/a.md', 'x/../../a.md', 'x\\..\\a.md', 'C:/a.md'])(
	'a ZIP with a member %s is refused',
	async (name) => {
		// The name is put in place of a harmless one of its length, since no writer lets it through.
		const harmless = 'b'.repeat(name.length);
		await zip('z.zip', { [harmless]: deck('a') });
		const bytes = readFileSync(join(folder, 'z.zip')).toString('latin1').replaceAll(harmless, name);
		put('z.zip', Buffer.from(bytes, 'latin1'));
		await expect(read('z.zip')).rejects.toThrow(/is no sound ZIP/);
	},
);

test('a ZIP that is cut off, lies about sizes, is too large or holds too much is refused', async () => {
	await zip('z.zip', { 'a.md': deck('a', 'x'.repeat(5000)), 'b.md': deck('b') });
	const whole = readFileSync(join(folder, 'z.zip'));
	put('cut.zip', whole.subarray(0, whole.length - 30));
	await expect(read('cut.zip')).rejects.toThrow(/is no sound ZIP/);
	// The central directory says 10 bytes where there are 5050.
	const lying = Buffer.from(whole);
	const at = lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
	lying.writeUInt32LE(10, at + 24);
	put('lying.zip', lying);
	await expect(read('lying.zip')).rejects.toThrow(/is no sound ZIP/);
	await expect(read('z.zip', { fileBytes: 100 })).rejects.toThrow('100 bytes are allowed');
	await expect(read('z.zip', { unpackedBytes: 1000 })).rejects.toThrow('1000 are allowed');
	await expect(read('z.zip', { files: 1 })).rejects.toThrow('1 are allowed');
	await expect(read('z.zip', { decks: 1 })).rejects.toThrow('more than 1 decks');
});

test('texts that are not UTF-8, hold NUL bytes or are far too long are left out or refused', async () => {
	put('d/a.md', Uint8Array.from([0x61, 0xff]));
	put('d/b.md', `${deck('b')}\0`);
	put('d/c.md', deck('c', 'x'.repeat(2000)));
	put('d/e.md', deck('e'));
	const collection = await read('d', { noteCharacters: 1000 });
	expect((await contentOf(collection)).notes.map(({ id }) => id)).toEqual(['e/q']);
	expect(collection.remarks.map(({ severity, where }) => `${severity} ${where}`)).toEqual([
		'refused a.md:1:2',
		'refused b.md',
		'refused c.md:6',
	]);
	put('f/a.md', `Q: a\nA: ${'x'.repeat(2000)}\nQ: b\nA: c\n`);
	expect((await contentOf(await read('f', { noteCharacters: 1000 }))).notes).toHaveLength(1);
	put('h/a.md', `Q: a\nA: b\nC: ${'[x] '.repeat(100)}\n`);
	put('h/b.md', `Q: a\nA: ${'x'.repeat(100_001)}\n`);
	const { remarks } = await read('h');
	expect(remarks.map(({ severity, where }) => `${severity} ${where}`)).toEqual([
		'changed h',
		'refused b.md:2',
		'refused a.md:3',
	]);
	put('g.md', 'Q: a\nA: b\nQ: c\nA: d\n');
	await expect(read('g.md', { notes: 1 })).rejects.toThrow('more than 1 notes');
	await expect(read('nope.md')).rejects.toThrow('there is no such file or folder');
});

test('front matter that multiplies, keys that mean something to JavaScript and ids twice keep their deck out', async () => {
	const bomb = [...'bcdefghij'].map((c, i) => `${c}: &${c} [${`*${'abcdefghi'[i]},`.repeat(9)}]`).join('\n');
	put('d/a.md', `---\nid: a\ntitle: T\na: &a [x]\n${bomb}\n---\n\n## Q {#q}\n\n---\n\nA\n`);
	put('d/b.md', '---\nid: constructor\ntitle: T\n__proto__: {x: 1}\n---\n\n## Q {#q}\n\n---\n\nA\n');
	put('d/c.md', deck('constructor'));
	put('d/d.md', deck('toString'));
	put('d/e.md', `---\nid: e\ntitle: T\nparent: f\n---\n`);
	put('d/f.md', `---\nid: f\ntitle: T\nparent: e\n---\n`);
	const collection = await read('d');
	const { decks, notes } = await contentOf(collection);
	expect(decks.map(({ id, parentId }) => [id, parentId])).toEqual([
		['constructor', null],
		['e', null],
		['f', null],
	]);
	expect(notes.map(({ id }) => id)).toEqual(['constructor/q']);
	expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
	expect(collection.remarks.map(({ where }) => where)).toEqual(
		expect.arrayContaining(['a.md:1:1', 'b.md:4:1', 'c.md', 'd.md:2:1', 'e.md', 'f.md']),
	);
});

const scrap = fc.oneof(
	fc.constantFrom(
		...[
			'Q: a',
			'A: b',
			'C: [x] y',
			'[',
			']',
			'::',
			':::',
			'?',
			'??',
			'==',
			'==x==',
			'<!--SR:!2024-01-01,3,250-->',
			'<!--',
			'-->',
		],
		...[
			'#flashcards/a',
			'#flashcards',
			'```',
			'~~~',
			'`',
			'$',
			'$$',
			'{{c1::',
			'}}',
			'![[a.png]]',
			'[[b|c]]',
			'![](../a.png)',
			'---',
		],
		...[
			'\n',
			'\n\n',
			'\n',
			'# h',
			'- [ ] x',
			'<b>',
			'[a]: b',
			'[a]',
			'| a |\n|---|',
			'\u2E28',
			'\u2E29',
			'\uE001',
			'\\',
			'> ',
			'\t',
			'&#0;',
		],
	),
	fc.string({ unit: 'binary', maxLength: 4 }),
);

test('whatever a text holds, it is read or refused, and every note is one that our grammar takes', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(scrap, { maxLength: 40 }), async (scraps) => {
			put('f.md', scraps.join(''));
			try {
				const { notes } = await contentOf(await read('f.md'));
				for (const { id, cards, markdown } of notes) {
					expect(id).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+$/);
					expect(cards.length).toBeGreaterThan(0);
					expect(markdown).toContain(`{#${id.split('/')[1]}}`);
				}
			} catch (error) {
				if (!(error instanceof ExchangeError)) throw error;
			}
		}),
		{ numRuns: 400, seed: 22 },
	);
});
