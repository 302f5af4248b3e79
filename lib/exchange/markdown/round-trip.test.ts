import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { collectionOf, contentOf, type DeckOfTest, runOfTest } from '@/lib/exchange/collection-fixture';
import { DEFAULT_LIMITS } from '@/lib/exchange/limits';
import type { PortableCollection } from '@/lib/exchange/portable';
import { newCardMemory } from '@/lib/srs/card-memory';
import { frontMatter } from './deck-file';
import { readMarkdown } from './read-markdown';
import { writeMarkdown } from './write-markdown';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'markdown-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const options = { title: 'T', schedule: true, history: true, answers: true };
const reading = { checkDemo: () => ({ ok: true as const }), columns: null, deckTitle: null };
const write = (collection: PortableCollection, name: string) =>
	writeMarkdown(collection, options, join(folder, name), runOfTest());
const read = (name: string) => readMarkdown(join(folder, name), DEFAULT_LIMITS, runOfTest(), reading);

const SVG = new TextEncoder().encode(
	'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>',
);
const MATHS: DeckOfTest = {
	text: "---\nid: maths\ntitle: 'Maths: \"all\" of it'\ndescription: |\n  Two\n  ---\n  lines\ntags: [a, b-c]\nmacros: {'\\R': '\\mathbb R', '\\v': '\\mathbf{#1}'}\n---\n\n## What is $\\R$? {#what-r}\n\n<!-- tags: set -->\n\n---\n\n$$\n\\v x\n$$\n\n<!-- step -->\n\n![A line](figures/a.svg)\n\n[Run](sandbox:x?y=1)\n",
	media: { 'figures/a.svg': SVG },
};
const CALCULUS: DeckOfTest = {
	text: '---\nid: calculus\ntitle: Calculus\nparent: maths\n---\n\n## Rule {#rule}\n\n{{c1::a::h}} $x^{{c2::2}}$\n\n## B {#b}\n\n<!-- typed -->\n\n---\n\nC\n\n---\n\nD\n\n## H {#h}\n\n<!-- html -->\n\n<!-- card: t2 -->\n\n````html\n<pre>\n```\n</pre>\n````\n\n---\n\n```html\n<img src="figures/a.svg">\n```\n',
	media: { 'figures/a.svg': Uint8Array.from([...SVG, 10]) },
};
const EMPTY: DeckOfTest = { text: '---\nid: a-empty\ntitle: Empty\nparent: maths\n---\n' };

test.each(['decks.zip', 'decks'])(
	'decks written to %s come back as they were, pictures of one name apart',
	async (name) => {
		const collection = collectionOf([MATHS, EMPTY, CALCULUS]);
		const report = await write(collection, name);
		expect(report).toMatchObject({ notes: 4, cards: 5, reviews: 0, media: 2, remarks: [] });
		const back = await read(name);
		expect(await contentOf(back)).toEqual(await contentOf(collection));
		expect(back).toMatchObject({ ids: 'exact', remarks: [] });
		await back.close?.();
		expect(readdirSync(folder)).toEqual([name]);
	},
);

test('a deck without pictures is one file, which is written the same each time', async () => {
	const collection = collectionOf([{ text: '---\nid: d\ntitle: D\n---\n\n## Q {#q}\n\n---\n\nA\n' }]);
	const { bytes } = await write(collection, 'd.md');
	expect(readFileSync(join(folder, 'd.md'), 'utf8')).toBe('---\nid: d\ntitle: D\n---\n\n## Q {#q}\n\n---\n\nA\n');
	expect(bytes).toBe(42);
	expect(await contentOf(await read('d.md'))).toEqual(await contentOf(collection));
	await write(await read('d.md'), 'e.md');
	expect(readFileSync(join(folder, 'e.md'))).toEqual(readFileSync(join(folder, 'd.md')));
});

test('writeMarkdown() tells what Markdown has no place for', async () => {
	const collection = collectionOf([MATHS]);
	const remembering: PortableCollection = {
		...collection,
		counts: { ...collection.counts, reviews: 7 },
		decks: collection.decks.map((deck) => ({ ...deck, options: {} as never })),
		async *notes() {
			for await (const batch of collection.notes())
				yield batch.map((note) => ({
					...note,
					cards: note.cards.map((card) => ({ ...card, memory: { ...newCardMemory(0), flag: 3 } })),
				}));
		},
		async *media() {
			yield* collection.media();
			yield { deckId: 'maths', name: '../x.svg', mimeType: 'image/svg+xml', bytes: SVG };
			yield { deckId: 'maths', name: 'a.mp3', mimeType: 'audio/mpeg', bytes: SVG };
		},
	};
	const { remarks } = await write(remembering, 'd');
	expect(remarks.map(({ severity, where }) => [severity, where])).toEqual([
		['changed', 'schedule'],
		['changed', 'history'],
		['changed', 'options'],
		['refused', 'maths: ../x.svg'],
		['refused', 'maths: a.mp3'],
	]);
	expect(readdirSync(folder)).toEqual(['d']);
	expect(readdirSync(join(folder, 'd')).sort()).toEqual(['figures', 'maths.md']);
});

test('writeMarkdown() writes nothing where a single file cannot hold it, something is in the way, or it is stopped', async () => {
	await expect(write(collectionOf([MATHS]), 'd.md')).rejects.toThrow('a .md file holds one deck without pictures');
	mkdirSync(join(folder, 'full'));
	writeFileSync(join(folder, 'full/x'), 'x');
	await expect(write(collectionOf([MATHS]), 'full')).rejects.toThrow('something else is there');
	expect(readdirSync(join(folder, 'full'))).toEqual(['x']);
	const stop = new AbortController();
	stop.abort(new Error('stopped'));
	const stopped = writeMarkdown(collectionOf([MATHS]), options, join(folder, 's.zip'), runOfTest(stop.signal));
	await expect(stopped).rejects.toThrow('stopped');
	expect(existsSync(join(folder, 's.zip'))).toBe(false);
	expect(readdirSync(folder)).toEqual(['full']);
});

const words = fc.stringMatching(/^[\p{L}\p{N} ?,.;'"!#*_[\]()<>&{}|~`+=:-]{1,30}$/u);
const safe = words.map(
	(text) =>
		text
			.replace(/[*_[\]()<>&{}|~`#$\\:=+-]|https?|www/g, (found) => (found.length === 1 ? `\\${found}` : 'x'))
			.replace(/[.!]/g, ',')
			.trim() || 'x',
);
const formula = fc.constantFrom('$x^2$', '$$\\R$$', '\n\n$$\n\\frac{a}{b}\n$$\n\n');
const body = fc
	.array(
		fc.oneof(
			safe,
			formula,
			fc.constantFrom('- a\n- b', '```py\n## no {#no}\n```', '> q', '| a | b |\n|---|---|\n| 1 | 2 |'),
		),
		{ minLength: 1, maxLength: 4 },
	)
	.map((parts) => parts.map((part) => part.trim()).join('\n\n'));
const note = fc.record({
	heading: safe,
	body,
	answer: body,
	tags: fc.array(fc.constantFrom('a', 'b-c', 'ä'), { maxLength: 2 }),
	kind: fc.constantFrom('basic', 'reversed', 'typed', 'cloze', 'html', 'steps'),
});
const titles = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((text) => text.trim() || 'T');

test('any decks come back as they were', async () => {
	let turn = 0;
	await fc.assert(
		fc.asyncProperty(
			fc.array(
				fc.record({
					title: titles,
					description: fc.string({ unit: 'grapheme' }).map((text) => text.trim()),
					notes: fc.array(note, { maxLength: 4 }),
				}),
				{ minLength: 1, maxLength: 4 },
			),
			fc.boolean(),
			async (decks, packed) => {
				const collection = collectionOf(
					decks.map(({ title, description, notes }, index) => ({
						text:
							frontMatter({
								id: `d${(index * 7) % 4}`,
								parentId: index > 1 ? `d${((index - 1) * 7) % 4}` : null,
								title,
								description,
								tags: [],
								macros: { '\\R': '\\mathbb R' },
								options: null,
							}) + notes.map((one, at) => `\n${markdownOf(one, `n${at}`)}\n`).join(''),
					})),
				);
				const name = packed ? `${turn++}.zip` : `${turn++}`;
				await write(collection, name);
				const back = await read(name);
				expect(back.remarks).toEqual([]);
				expect(await contentOf(back)).toEqual(await contentOf(collection));
				await back.close?.();
			},
		),
		{ numRuns: 60, seed: 21 },
	);
});

function markdownOf(
	one: { heading: string; body: string; answer: string; tags: string[]; kind: string },
	id: string,
): string {
	const head = `## ${one.heading} {#${id}}\n\n${one.tags.length > 0 ? `<!-- tags: ${one.tags.join(', ')} -->\n\n` : ''}`;
	if (one.kind === 'html')
		return `${head}<!-- html -->\n\n<!-- card: t1 -->\n\n~~~~html\n<p>${one.body}\n~~~~\n\n---\n\n~~~~html\nx\n~~~~`;
	if (one.kind === 'cloze') return `${head}a {{c2::b}} {{c1::$x$::h}}\n\n${one.body}`;
	const answer = one.kind === 'steps' ? `${one.answer}\n\n<!-- step -->\n\nx` : one.answer;
	const directive = one.kind === 'reversed' || one.kind === 'typed' ? `<!-- ${one.kind} -->\n\n` : '';
	return `${head}${directive}${one.body}\n\n---\n\n${answer}`;
}
