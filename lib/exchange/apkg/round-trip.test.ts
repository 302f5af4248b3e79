import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readContent } from '@/lib/cards/read-content';
import { collectionOf } from '@/lib/exchange/collection-fixture';
import { DEFAULT_LIMITS } from '@/lib/exchange/limits';
import type { PortableCollection, PortableNote, PortableReview } from '@/lib/exchange/portable';
import type { CardMemory } from '@/lib/srs/card-memory';
import { GRADES } from '@/lib/srs/grade';
import { studyDay } from '@/lib/srs/study-day';
import { readApkg } from './read-apkg';
import { runIn, studiedCollection } from './studied-collection';
import { writeApkg } from './write-apkg';

const folder = mkdtempSync(join(tmpdir(), 'chainrule-round-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reading = { checkDemo: () => ({ ok: true as const }), deckTitle: null };

let parsed: PortableCollection | null = null;

function realDeck(): PortableCollection {
	parsed ??= readRealDeck();
	return parsed;
}

function readRealDeck(): PortableCollection {
	const [deck] = readContent('content', () => ({ ok: true }));
	const media = Object.fromEntries((deck?.media ?? []).map(({ name, bytes }) => [name, bytes]));
	return collectionOf([{ text: readFileSync('content/neural-networks.md', 'utf8'), media }]);
}

async function listed(collection: PortableCollection) {
	const notes: PortableNote[] = [];
	const reviews: PortableReview[] = [];
	for await (const batch of collection.notes()) notes.push(...batch);
	for await (const batch of collection.reviews()) reviews.push(...batch);
	return { notes, reviews };
}

async function thereAndBack(collection: PortableCollection, zone = 'Europe/Berlin') {
	const run = runIn(zone);
	const file = join(folder, 'deck.apkg');
	const report = await writeApkg(collection, { schedule: true, history: true }, file, run);
	const back = await readApkg(file, DEFAULT_LIMITS, run, reading);
	const media: string[] = [];
	for await (const { deckId, name, bytes } of back.media())
		media.push(`${deckId}/${name} ${Buffer.from(bytes).toString('base64')}`);
	const result = { report, back, media, ...(await listed(back)), remarks: [...back.remarks] };
	await back.close?.();
	return result;
}

const seconds = (due: CardMemory['due']) => (due.kind === 'instant' ? Math.floor(due.atMs / 1000) : due);

/** A note as it must be again, but for the numbers that a package rounds. */
function essence(note: PortableNote) {
	const { frontHtml: _f, backHtml: _b, ...rest } = { frontHtml: '', backHtml: '', ...note };
	return {
		...rest,
		modifiedMs: Math.floor(note.modifiedMs / 1000),
		cards: note.cards.map(
			({ frontHtml: _front, backHtml: _back, position: _position, memoryChangedMs: _ms, memory, ...card }) => ({
				...card,
				memory: memory && { ...memory, due: seconds(memory.due), stability: null, difficulty: null },
			}),
		),
	};
}

describe('a package of ours', () => {
	it('brings the real deck back as it was: Markdown, tags, demos, figures, order and deck', async () => {
		const deck = realDeck();
		const { notes, back, media, remarks, report } = await thereAndBack(deck);
		const { notes: before } = await listed(deck);
		const still = (note: PortableNote) => {
			const { id, deckId, kind, title, tags, markdown, demo, position, media: shown } = note;
			return {
				id,
				deckId,
				kind,
				title,
				tags,
				markdown,
				demo,
				position,
				shown,
				cards: note.cards.map((card) => [card.id, card.deckId]),
			};
		};
		expect(notes.map(still)).toEqual(before.map(still));
		expect(back.ids).toBe('exact');
		expect(back.decks).toEqual(deck.decks);
		const figures: string[] = [];
		for await (const { deckId, name, bytes } of deck.media())
			figures.push(`${deckId}/${name} ${Buffer.from(bytes).toString('base64')}`);
		expect(media.sort()).toEqual(figures.sort());
		expect(report).toMatchObject({ notes: 22, cards: 22, media: 9, remarks: [] });
		expect(remarks).toEqual([]);
	});

	it('brings every memory and every row of the log back, in any zone', async () => {
		for (const zone of ['Pacific/Honolulu', 'Pacific/Auckland', 'Asia/Kathmandu']) {
			const run = runIn(zone);
			const studied = await studiedCollection(
				realDeck(),
				(_, index) => ({
					grades:
						index % 5 === 0
							? []
							: ([...Array(index % 9)].map(
									(_each, at) => GRADES[(index * 3 + at * 2) % 4] ?? 'good',
								) as (typeof GRADES)[number][]),
					suspended: index % 7 === 3,
					flag: index % 8,
					buriedUntilDay: index % 6 === 5 ? studyDay(run.nowMs, zone, 4) + 1 : null,
				}),
				run,
			);
			const before = await listed(studied);
			const after = await thereAndBack(studied, zone);
			const relearnt = new Set(
				before.notes
					.flatMap(({ cards }) => cards)
					.filter((card) => card.memory?.phase === 'relearning')
					.map(({ id }) => id),
			);
			const plain = (note: PortableNote) => {
				const kept = essence(note);
				return {
					...kept,
					cards: kept.cards
						.filter(({ id }) => !relearnt.has(id))
						.map((card) => ({
							...card,
							memory: card.memory?.suspended ? { ...card.memory, buriedUntilDay: null } : card.memory,
						})),
				};
			};
			expect(after.notes.map(plain)).toEqual(before.notes.map(plain));
			const numbers = (list: PortableNote[]) =>
				list.flatMap(({ cards }) => cards.flatMap(({ memory }) => [memory?.stability ?? 0, memory?.difficulty ?? 0]));
			const [found, kept] = [numbers(after.notes), numbers(before.notes)];
			for (const [at, value] of kept.entries()) expect(Math.abs((found[at] ?? -1) - value)).toBeLessThanOrEqual(0.0006);
			const row = ({ cardId, action, kind, atMs, durationMs, studyDay, zoneOffsetMinutes }: PortableReview) => ({
				cardId,
				action,
				kind,
				atMs,
				durationMs,
				studyDay,
				zoneOffsetMinutes,
			});
			expect(before.reviews.length).toBeGreaterThan(30);
			expect(after.reviews.map(row)).toEqual(before.reviews.map(row));
		}
	});

	it('leaves each card after its last row as it is in the collection', async () => {
		const run = runIn('UTC');
		const studied = await studiedCollection(
			realDeck(),
			(_, index) => ({ grades: GRADES.slice(index % 4), flag: index % 3 }),
			run,
		);
		const { notes, reviews } = await thereAndBack(studied, 'UTC');
		const last = new Map(reviews.map((review) => [review.cardId, review.after]));
		for (const card of notes.flatMap(({ cards }) => cards))
			if (last.has(card.id)) expect(last.get(card.id)).toEqual(card.memory);
		expect(last.size).toBeGreaterThan(15);
	});

	it('without schedule and history brings new cards alone', async () => {
		const run = runIn('UTC');
		const studied = await studiedCollection(
			realDeck(),
			() => ({ grades: ['good', 'good'], suspended: true, flag: 3 }),
			run,
		);
		const file = join(folder, 'new.apkg');
		await writeApkg(studied, { schedule: false, history: false }, file, run);
		const back = await readApkg(file, DEFAULT_LIMITS, run, reading);
		const { notes, reviews } = await listed(back);
		await back.close?.();
		expect(reviews).toEqual([]);
		expect(
			notes.flatMap(({ cards }) => cards.map(({ memory }) => [memory?.phase, memory?.suspended, memory?.flag])),
		).toEqual(notes.map(() => ['new', false, 0]));
	});

	it('keeps notes of every kind, two decks with pictures of one name, and texts full of traps', async () => {
		const svg = (color: string) =>
			new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg"><circle fill="${color}" r="1"/></svg>`);
		const deck = (id: string, parent: string, body: string) =>
			`---\nid: ${id}\ntitle: ${id}\n${parent}macros:\n  '\\dd': '\\frac{d #1}{d #2}'\n---\n\n${body}\n`;
		const kinds = [
			'## Word {#word}\n\n<!-- reversed -->\n\n---\n\nMot',
			'## Capital? {#capital}\n\n<!-- typed -->\n\n---\n\nParis',
			"## Rule {#rule}\n\n$$\n\\dd{f}{x} = {{c1::f'{}::outer::more}} \\cdot x^{{c2::2n}} {{c10::\\frac{a}{b}}}\n$$\n\nand {{c3::*words* with $x^{2}$}}.\n\n---\n\nextra",
			'## Traps {{x}} [sound:a.mp3] {#traps}\n\nRaw `{{c1::no}}` and \\{{c2::neither}} \\(nor\\) [\\$] a < b & c\n\n---\n\n| a | b |\n| --- | --- |\n| `x}}` | 1 |\n\n```py\nif a < b: {{}}\n```',
			'## Wide {#wide}\n\n<!-- html -->\n\n<!-- card: t1 -->\n\n```html\n<table><tr><td colspan="2">q</td></tr></table>\n```\n\n---\n\n```html\n<img src="figures/a.svg"> <u>a</u>\n```\n\n<!-- card: t3 -->\n\n```html\n<p>third</p>\n```\n\n---\n\n```html\n<p>3</p>\n```',
			'## See {#see}\n\n![dot](figures/a.svg)\n\n---\n\nFirst\n\n<!-- step -->\n\nSecond',
		].join('\n\n');
		const collection = collectionOf([
			{ text: deck('one', '', kinds), media: { 'figures/a.svg': svg('red') } },
			{
				text: deck('one-figures', 'parent: one\n', '## See {#see}\n\n![dot](a.svg)\n\n---\n\nyes'),
				media: { 'a.svg': svg('blue') },
			},
		]);
		const { notes, media, remarks } = await thereAndBack(collection);
		const { notes: before } = await listed(collection);
		expect(
			notes.map(({ id, kind, title, markdown, cards }) => ({
				id,
				kind,
				title,
				markdown,
				cards: cards.map((card) => card.id),
			})),
		).toEqual(
			before.map(({ id, kind, title, markdown, cards }) => ({
				id,
				kind,
				title,
				markdown,
				cards: cards.map((card) => card.id),
			})),
		);
		expect(media).toHaveLength(2);
		expect(remarks).toEqual([]);
	});

	it('holds any collection of words', async () => {
		const word = fc.stringMatching(/^[A-Za-zäöß0-9*_$<>&{}[\]`#~|:.!?"' \\-]{1,30}$/);
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(word, word), { minLength: 1, maxLength: 6 }), async (pairs) => {
				const body = pairs
					.map(
						([front, back], index) =>
							`## Q ${front.replace(/[{}$`\\<>[\]|_*~]/g, '').trim()} {#n-${index}}\n\n---\n\nA \`\`\` ${back.replaceAll('`', '').trim() || 'x'} \`\`\``,
					)
					.join('\n\n');
				const collection = collectionOf([{ text: `---\nid: any\ntitle: Any\n---\n\n${body}\n` }]);
				const { notes } = await thereAndBack(collection);
				const { notes: before } = await listed(collection);
				expect(notes.map(({ id, markdown }) => ({ id, markdown }))).toEqual(
					before.map(({ id, markdown }) => ({ id, markdown })),
				);
			}),
			{ numRuns: 15 },
		);
	});
});
