import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { collectionOf } from '@/lib/exchange/collection-fixture';
import { DEFAULT_LIMITS } from '@/lib/exchange/limits';
import type { PortableNote } from '@/lib/exchange/portable';
import { noteFaces } from './note-faces';
import { encodeSource, fieldsHash } from './note-source';
import { ourNoteType } from './our-note-types';
import { writePackage } from './package-fixture';
import { readApkg } from './read-apkg';
import { runIn } from './studied-collection';
import { writeApkg } from './write-apkg';

const folder = mkdtempSync(join(tmpdir(), 'chainrule-own-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = runIn('UTC');
const MARKDOWN =
	'## What is $\\va$? {#a}\n\n<!-- tags: one -->\n\n---\n\nAn *activation*.\n\n[Run it](sandbox:neuron?x=1)';
const macros = { '\\va': '\\pmb{a}' };

async function readBack(change: (fields: string[]) => string[], tags = ' one ') {
	const faces = noteFaces(MARKDOWN, { macros, mediaName: () => null });
	if (faces?.kind !== 'basic') throw new Error('the note is a basic one');
	const fields = [faces.question, faces.answer, '<div class="chainrule-demo"></div>'];
	const source = encodeSource({
		v: 1,
		id: 'deck/a',
		position: 7,
		macros,
		markdown: MARKDOWN,
		fields: fieldsHash(fields),
	});
	const type = ourNoteType('basic');
	const file = await writePackage(folder, {
		models: [type],
		decks: { 1: { name: 'Default' }, 5: { name: 'A deck' } },
		notes: [{ guid: 'deck/a', mid: type.id, tags, flds: [...change(fields), source].join('\u001f') }],
		cards: [{ did: 5 }],
	});
	const collection = await readApkg(file, DEFAULT_LIMITS, run, { checkDemo: () => ({ ok: true }), deckTitle: null });
	const notes: PortableNote[] = [];
	for await (const batch of collection.notes()) notes.push(...batch);
	await collection.close?.();
	return { note: notes[0], decks: collection.decks };
}

describe('a note of ours that was in Anki', () => {
	it('comes back as it was while nobody edited it there, though its deck says nothing of us', async () => {
		const { note, decks } = await readBack((fields) => fields);
		expect(note).toMatchObject({
			id: 'deck/a',
			deckId: 'deck',
			markdown: MARKDOWN,
			position: 7,
			origin: null,
			demo: { demoId: 'neuron', query: 'x=1', label: 'Run it' },
		});
		expect(decks.map(({ id, title }) => [id, title])).toEqual([['deck', 'A deck']]);
	});

	it('takes the tags that it was given there, and comes back with fields in another form of Unicode', async () => {
		const { note } = await readBack(
			(fields) => fields.map((field) => field.normalize('NFD')),
			' one two::three leech ',
		);
		expect(note?.markdown).toBe(MARKDOWN.replace('tags: one', 'tags: one, two-three'));
		expect(note?.tags).toEqual(['one', 'two-three']);
		expect(note?.cards[0]?.memory?.leech).toBe(true);
	});

	it('comes back with what was edited there, under its id and with its demo', async () => {
		const { note } = await readBack(([question = '', , demo = '']) => [question, 'A <b>number</b> \\(a^2\\).', demo]);
		expect(note).toMatchObject({ id: 'deck/a', kind: 'basic', origin: null, demo: { demoId: 'neuron' } });
		expect(note?.markdown).toBe(
			'## What is $\\pmb{a}$? {#a}\n\n<!-- tags: one -->\n\n---\n\nA **number** $a^2$.\n\n[Run it](sandbox:neuron?x=1)',
		);
	});
});

describe('the demo in a package', () => {
	const file = (name: string) => ({ name, bytes: new TextEncoder().encode(name) });
	const sandbox = {
		script: file('_chainrule-3.js'),
		style: file('_chainrule-3.css'),
		fallback: () => ({
			picture: { ...file('_neuron-3.png'), alt: 'A <neuron>' },
			words: 'a = 0.438 & more',
			table: { caption: 'The neuron', columns: ['term', 'value'], rows: [['a', '0.852']] },
		}),
	};

	it('travels as one script and one style, with a picture and numbers where they do not run', async () => {
		const collection = collectionOf([
			{
				text: `---\nid: deck\ntitle: Deck\nmacros:\n  '\\va': '\\pmb{a}'\n---\n\n${MARKDOWN}\n\n## Plain {#plain}\n\n---\n\nwords\n`,
			},
		]);
		const path = join(folder, 'demo.apkg');
		const report = await writeApkg(collection, { schedule: true, history: true, sandbox }, path, run);
		expect(report).toMatchObject({ notes: 2, media: 3, remarks: [] });
		const { PackageZip } = await import('./package-zip');
		const zip = await PackageZip.open(path, DEFAULT_LIMITS);
		const list = JSON.parse((await zip.read('media', 10_000)).toString()) as Record<string, string>;
		expect(Object.values(list).sort()).toEqual(['_chainrule-3.css', '_chainrule-3.js', '_neuron-3.png']);
		await zip.extract('collection.anki2', join(folder, 'demo.db'), 10_000_000, run.signal);
		zip.close();
		const { default: Database } = await import('better-sqlite3');
		const db = new Database(join(folder, 'demo.db'), { readonly: true });
		const [demo, plain] = (db.prepare('SELECT flds FROM notes ORDER BY id').pluck().all() as string[]).map(
			(flds) => flds.split('\u001f')[2],
		);
		db.close();
		expect(demo).toContain(
			'<div class="chainrule-config" hidden>{"noteId":"deck/a","demoId":"neuron","query":"x=1","label":"Run it"}</div>',
		);
		expect(demo).toContain(
			'<img src="_neuron-3.png" alt="A &lt;neuron&gt;"><p>The run measures: a = 0.438 &amp; more</p>',
		);
		expect(demo).toContain('<caption>The neuron</caption><tr><th>term</th><th>value</th></tr><tr><td>a</td>');
		expect(demo).toContain('<link rel="stylesheet" href="_chainrule-3.css"><script src="_chainrule-3.js"></script>');
		expect(plain).toBe('');
	});

	it('is refused under the name that Anki takes for a whole collection', async () => {
		await expect(
			writeApkg(
				collectionOf([{ text: `---\nid: d\ntitle: D\n---\n\n${MARKDOWN.replace('\\va', 'a')}` }]),
				{ schedule: true, history: true },
				join(folder, 'collection.apkg'),
				run,
			),
		).rejects.toThrow(/whole collection/);
	});
});
