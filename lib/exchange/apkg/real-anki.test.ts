import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { collectionOf } from '@/lib/exchange/collection-fixture';
import { DEFAULT_LIMITS } from '@/lib/exchange/limits';
import type { PortableCollection, PortableNote, PortableReview } from '@/lib/exchange/portable';
import { GRADES } from '@/lib/srs/grade';
import { expandMacros } from './expand-macros';
import { readApkg } from './read-apkg';
import { runIn, studiedCollection } from './studied-collection';
import { writeApkg } from './write-apkg';

const ANKI = process.env['ANKI_PYTHONPATH'] ?? '';
const here = existsSync(join(ANKI, 'anki', 'importing', 'apkg.py'));
if (!here)
	process.stdout.write(
		'real-anki.test.ts is skipped: set ANKI_PYTHONPATH to a folder with the Python packages of Anki 2.1 (such as Debian’s anki 2.1.15, usr/share/anki).\n',
	);

const folder = mkdtempSync(join(tmpdir(), 'chainrule-real-anki-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const Imported = z.object({
	runs: z.array(z.object({ added: z.number(), updated: z.number(), same: z.number(), cards: z.number() })),
	notes: z.array(
		z.object({
			id: z.number(),
			guid: z.string(),
			// a type of another shape under a known name gets a mark of Anki's own
			type: z.string().transform((name) => name.replace(/-[0-9a-f]{5}$/, '')),
			mod: z.number(),
			tags: z.array(z.string()),
			fields: z.array(z.string()),
		}),
	),
	cards: z.array(
		z.object({
			id: z.number(),
			guid: z.string(),
			ord: z.number(),
			type: z.number(),
			queue: z.number(),
			due: z.number(),
			ivl: z.number(),
			factor: z.number(),
			reps: z.number(),
			lapses: z.number(),
			left: z.number(),
			flags: z.number(),
			data: z.string(),
			deck: z.string(),
			dueInDays: z.number().optional(),
			question: z.string().optional(),
			answer: z.string().optional(),
		}),
	),
	log: z.array(z.array(z.number())),
	decks: z.array(z.string()),
	media: z.record(z.string(), z.number()),
	sound: z.boolean(),
});

function anki(...args: string[]): unknown {
	const out = execFileSync('/usr/bin/python3', [join('lib', 'exchange', 'apkg', 'real-anki.py'), ...args], {
		env: { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8', PYTHONDONTWRITEBYTECODE: '1', HOME: folder },
		maxBuffer: 2 ** 28,
		encoding: 'utf8',
	});
	return JSON.parse(out.slice(out.indexOf('\u001e') + 1));
}

const importInto = (file: string) => Imported.parse(anki('import', file));
const reading = { checkDemo: () => ({ ok: true as const }), deckTitle: null };
// real Anki reads the clock of the machine: so does what it is compared with
const run = () => runIn('UTC', Date.now());

async function listed(collection: PortableCollection) {
	const notes: PortableNote[] = [];
	const reviews: PortableReview[] = [];
	for await (const batch of collection.notes()) notes.push(...batch);
	for await (const batch of collection.reviews()) reviews.push(...batch);
	return { notes, reviews };
}

function realDeck(): PortableCollection {
	const text = readFileSync('content/neural-networks.md', 'utf8');
	const names = [...text.matchAll(/\]\((figures\/[a-z-]+\.svg)\)/g)].map(([, name = '']) => name);
	return collectionOf([
		{
			text,
			media: Object.fromEntries(names.map((name) => [name, new Uint8Array(readFileSync(join('content', name)))])),
		},
	]);
}

const html = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describe.runIf(here)('real Anki', () => {
	it('reads our package: notes, cards, tags, figures, log and due days as ours, and nothing new the second time', async () => {
		const now = run();
		const studied = await studiedCollection(
			realDeck(),
			(_, index) => ({
				grades:
					index % 4 === 0
						? []
						: Array.from(
								{ length: 1 + (index % 8) },
								(_each, at) => GRADES[at === 0 ? 3 : (index + at) % 2 === 0 ? 2 : 1] ?? 'good',
							),
				suspended: index % 7 === 3,
				flag: index % 5,
			}),
			now,
		);
		const file = join(folder, 'ours.apkg');
		const report = await writeApkg(studied, { schedule: true, history: true }, file, now);
		const { notes, reviews } = await listed(studied);
		const found = importInto(file);

		expect(found.runs).toEqual([
			expect.objectContaining({ added: 22, updated: 0, cards: 22 }),
			expect.objectContaining({ added: 0, updated: 0, same: 22, cards: 22 }),
		]);
		expect(found.sound).toBe(true);
		expect(found.decks).toContain('Neural networks');
		const byGuid = new Map(found.notes.map((note) => [note.guid, note]));
		expect([...byGuid.keys()].sort()).toEqual(notes.map(({ id }) => id).sort());
		for (const note of notes) expect([...(byGuid.get(note.id)?.tags ?? [])].sort()).toEqual([...note.tags].sort());
		const media = new Map<string, number>();
		for await (const { deckId, name, bytes } of studied.media())
			media.set(`${deckId}-${name.replaceAll('/', '-')}`, bytes.length);
		expect(found.media).toEqual(Object.fromEntries(media));

		const today = Math.floor((now.nowMs / 3_600_000 - 4) / 24);
		const ids = new Map<number, string>();
		for (const { cards } of notes)
			for (const card of cards) {
				const there = found.cards.find(({ guid }) => guid === card.id);
				expect(there, card.id).toBeDefined();
				if (!there || !card.memory) continue;
				ids.set(there.id, card.id);
				const { memory } = card;
				expect([there.flags, there.queue === -1, there.deck]).toEqual([
					memory.flag,
					memory.suspended,
					'Neural networks',
				]);
				if (memory.phase === 'new') expect([there.type, there.due]).toEqual([0, expect.any(Number)]);
				if (memory.phase !== 'review' || memory.due.kind !== 'day') continue;
				// Anki counts its today by its own collection: a day as long as no rollover lies between
				expect(there.dueInDays, card.id).toBe(memory.due.day - today);
				expect([there.type, there.ivl, there.reps, there.lapses]).toEqual([
					2,
					memory.intervalDays,
					memory.reps,
					memory.lapses,
				]);
				// 2.1.15 writes no data of cards it does not know: what we wrote is in the package, as the reader's tests show
			}
		expect(
			found.log.map(([atMs, card, ease, , , , time, type]) => [atMs, ids.get(card ?? 0), ease, time, type]),
		).toEqual(
			reviews.map((review) => [
				review.atMs,
				review.cardId,
				review.action.type === 'answer' ? GRADES.indexOf(review.action.grade) + 1 : 0,
				review.durationMs,
				['learn', 'review', 'relearn'].indexOf(review.kind),
			]),
		);
		expect(report).toMatchObject({ notes: 22, cards: 22, reviews: reviews.length, media: 9 });
		expect(reviews.length).toBeGreaterThan(40);
	});

	it('draws each question and each answer of ours with its mathematics', async () => {
		const now = run();
		const file = join(folder, 'drawn.apkg');
		const deck = realDeck();
		await writeApkg(deck, { schedule: true, history: true }, file, now);
		const found = importInto(file);
		const macros = deck.decks[0]?.macros ?? {};
		const { notes } = await listed(deck);
		let formulas = 0;
		for (const note of notes) {
			const card = found.cards.find(({ guid }) => guid === note.id);
			const [asked = '', answered = ''] = note.markdown.split(/\n---\n(.*)/s);
			for (const [side, text] of [
				[card?.question, asked],
				[card?.answer, answered],
			] as const) {
				for (const [, display, inline] of text
					.replace(/`[^`\n]+`/g, '')
					.matchAll(/\$\$\s*(.+?)\s*\$\$|\$([^$\n]+)\$/gs)) {
					const tex = html(expandMacros((display ?? inline ?? '').trim(), macros).replace(/\s*\n\s*/g, ' '))
						.replace(/\{(?=\{)/g, '{ ')
						.replace(/\}(?=\})/g, '} ');
					expect(side, note.id).toContain(display === undefined ? `\\(${tex}\\)` : `\\[${tex}\\]`);
					formulas++;
				}
				for (const line of ['{{', '}}', 'invalid', 'Unknown'])
					expect(side?.replace(/<style>.*?<\/style>/s, ''), note.id).not.toContain(line);
			}
		}
		expect(formulas).toBeGreaterThan(300);
	});

	it('shows notes of every kind as they are meant', async () => {
		const now = run();
		const body = [
			'## Word {#word}\n\n<!-- reversed -->\n\n---\n\nMot',
			'## Capital {#capital}\n\n<!-- typed -->\n\n---\n\nParis',
			"## Slope {#slope}\n\n$$\nf' = {{c1::\\frac{a}{\\sqrt{b}}::the outer}} \\cdot x^{{c2::2n}}\n$$\n\nand {{c3::a `}}` b::a hint}}.\n\n---\n\nextra",
			'## Wide {#wide}\n\n<!-- html -->\n\n<!-- card: t1 -->\n\n```html\n<p>one</p>\n```\n\n---\n\n```html\n<p>uno</p>\n```\n\n<!-- card: t2 -->\n\n```html\n<p>two</p>\n```\n\n---\n\n```html\n<p>due</p>\n```',
			'## Braces {#braces}\n\n---\n\n`{{Front}}` and [sound:no.mp3] and a < b',
		].join('\n\n');
		const file = join(folder, 'kinds.apkg');
		await writeApkg(
			collectionOf([{ text: `---\nid: kinds\ntitle: Kinds\n---\n\n${body}\n` }]),
			{ schedule: true, history: false },
			file,
			now,
		);
		const found = importInto(file);
		const card = (guid: string, ord: number) => {
			const there = found.cards.find((each) => each.guid === `kinds/${guid}` && each.ord === ord);
			return {
				question: there?.question?.replace(/<style>.*?<\/style>/s, ''),
				answer: there?.answer?.replace(/<style>.*?<\/style>/s, ''),
			};
		};
		expect(found.runs[0]).toMatchObject({ added: 5, cards: 9 });
		expect(card('word', 0).question).toContain('Word');
		expect(card('word', 1).question).toContain('Mot');
		expect(card('capital', 0).question).toContain('[[type:Back]]');
		expect(card('slope', 0).question).toContain("\\[f' = [\\text{the outer} ]");
		expect(card('slope', 0).answer).toContain('\\frac{a}{\\sqrt{b} }');
		expect(card('slope', 1).question).toContain('x^{ [...] }');
		expect(card('slope', 2).question).toContain('<span class=cloze>[a hint]</span>');
		expect(card('slope', 2).answer).toContain('<span class=cloze>a <code>&#125;&#125;</code> b</span>');
		expect(card('wide', 1)).toEqual({
			question: expect.stringContaining('<p>two</p>'),
			answer: expect.stringContaining('<p>due</p>'),
		});
		expect(card('wide', 1).answer).not.toContain('two');
		expect(card('braces', 0).answer).toContain('<code>{&#123;Front}&#125;</code> and &#91;sound:no.mp3] and a &lt; b');
	});

	it('writes a package that we read, and gets it back field by field', async () => {
		const now = run();
		const theirs = join(folder, 'theirs.apkg');
		anki('make', theirs);
		const before = importInto(theirs);
		const collection = await readApkg(theirs, DEFAULT_LIMITS, now, reading);
		const { notes } = await listed(collection);
		expect(notes.map(({ kind }) => kind).sort()).toEqual(['basic', 'basic', 'basic', 'cloze', 'html', 'reversed']);
		const ours = join(folder, 'back.apkg');
		await writeApkg(collection, { schedule: true, history: true }, ours, now);
		await collection.close?.();
		const after = importInto(ours);
		expect(after.notes).toEqual(before.notes);
		// theirs has the first scheduler, ours the second: learning then counts four buttons
		const bumped = before.log.map(([id, card, ease = 0, ivl, last, factor, time, type]) => [
			id,
			card,
			type !== 1 && (ease === 2 || ease === 3) ? ease + 1 : ease,
			ivl,
			last,
			factor,
			time,
			type,
		]);
		expect(after.log).toEqual(bumped);
		expect(after.media).toEqual(before.media);
		const kept = ({
			id,
			guid,
			ord,
			type,
			queue,
			ivl,
			factor,
			reps,
			lapses,
			flags,
			deck,
		}: (typeof before.cards)[number]) => ({ id, guid, ord, type, queue, ivl, factor, reps, lapses, flags, deck });
		expect(after.cards.map(kept)).toEqual(before.cards.map(kept));
		expect(after.cards.map(({ due, type }) => [type, due])).toEqual(before.cards.map(({ due, type }) => [type, due]));
		expect(after.cards.map(({ question, answer }) => [question, answer])).toEqual(
			before.cards.map(({ question, answer }) => [question, answer]),
		);
	});

	it('takes an edit of ours as an update of its own note', async () => {
		const now = run();
		const theirs = join(folder, 'edited-from.apkg');
		anki('make', theirs);
		const collection = await readApkg(theirs, DEFAULT_LIMITS, now, reading);
		const { notes } = await listed(collection);
		await collection.close?.();
		const edited = notes.map((note) => ({
			...note,
			modifiedMs: now.nowMs,
			markdown:
				note.title === 'capital of France' ? note.markdown.replace('Paris', 'Paris, *Île-de-France*') : note.markdown,
		}));
		const file = join(folder, 'edited.apkg');
		await writeApkg(
			{
				...collection,
				notes: async function* () {
					yield edited;
				},
				reviews: async function* () {},
				media: async function* () {},
			},
			{ schedule: true, history: true },
			file,
			now,
		);
		const found = importInto(file).notes.find(({ fields }) => fields[0] === 'capital of France');
		expect(found?.fields[1]).toBe('Paris, <em>Île-de-France</em>');
		expect(found?.type).toBe('Basic (type in the answer)');
	});
});
