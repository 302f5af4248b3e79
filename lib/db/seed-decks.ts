import { createHash } from 'node:crypto';
import { Prisma } from '@/generated/prisma/client';
import type { ParsedDeck, ParsedNote } from '@/lib/cards/deck-source';
import { newCardMemory } from '@/lib/srs/card-memory';
import { DEFAULT_DECK_OPTIONS } from '@/lib/srs/deck-options';
import type { Db } from './client';
import { keepOptions } from './deck-settings';
import { readLearner } from './learner';
import { memoryColumns } from './memory-columns';

/** What seeding did, in cards and notes. */
export interface SeedReport {
	decks: number;
	added: number;
	updated: number;
	unchanged: number;
	/** Notes no longer in their file: resting, with memory and log kept. */
	removed: number;
	/** Notes edited in the app whose file has changed: both texts are kept. */
	conflicts: number;
	/** Mistakes that keep notes out. */
	errors: number;
}

/**
 * Brings the content tables up to `decks`, in the transaction of `db`. Matches notes and cards by id, updates text in
 * place, adds a new memory for each new card, and touches no memory and no log row that is there already.
 */
export async function seedDecks(db: Db, decks: readonly ParsedDeck[], nowMs: number): Promise<SeedReport> {
	const report: SeedReport = {
		decks: decks.length,
		added: 0,
		updated: 0,
		unchanged: 0,
		removed: 0,
		conflicts: 0,
		errors: 0,
	};
	// a deck without an id of its own has no place to be kept: its mistakes are all there is of it
	const named = decks.filter((deck) => deck.id !== '');
	const nameless = decks.filter((deck) => deck.id === '');
	const learner = await readLearner(db);
	await keepOptions(db, DEFAULT_DECK_OPTIONS);
	report.errors += nameless.reduce((sum, deck) => sum + deck.errors.length, 0);
	for (const [position, deck] of parentsFirst(named).entries()) {
		await writeDeck(db, deck, position);
		await writeMedia(db, deck);
		await writeNotes(db, deck, nowMs, report);
		await addMemories(db, learner.id, deck.id);
		await restRemoved(db, deck.id);
		report.errors += deck.errors.length;
	}
	return report;
}

function parentsFirst(decks: readonly ParsedDeck[]): ParsedDeck[] {
	const depth = (deck: ParsedDeck): number => {
		const parent = decks.find((other) => other.id === deck.parentId);
		return parent ? depth(parent) + 1 : 0;
	};
	return [...decks].sort((a, b) => depth(a) - depth(b));
}

async function writeDeck(db: Db, deck: ParsedDeck, position: number): Promise<void> {
	const data = {
		parentId: deck.parentId,
		title: deck.title,
		description: deck.description,
		tags: JSON.stringify(deck.tags),
		macros: JSON.stringify(deck.macros),
		position,
	};
	await db.deck.upsert({ where: { id: deck.id }, create: { id: deck.id, ...data }, update: data });
	await db.contentError.deleteMany({ where: { deckId: deck.id } });
	await db.contentError.createMany({ data: deck.errors.map((error) => ({ deckId: deck.id, ...error })) });
}

async function writeMedia(db: Db, deck: ParsedDeck): Promise<void> {
	const kept = new Map(
		(await db.media.findMany({ where: { deckId: deck.id }, select: { name: true, sha256: true } })).map((m) => [
			m.name,
			m.sha256,
		]),
	);
	for (const { name, mimeType, bytes } of deck.media) {
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		if (kept.get(name) === sha256) continue;
		const data = { mimeType, sha256, bytes: new Uint8Array(bytes) };
		await db.media.upsert({
			where: { deckId_name: { deckId: deck.id, name } },
			create: { deckId: deck.id, name, ...data },
			update: data,
		});
	}
}

async function writeNotes(db: Db, deck: ParsedDeck, nowMs: number, report: SeedReport): Promise<void> {
	const stored = await db.note.findMany({ where: { deckId: deck.id }, include: { cards: true } });
	const before = new Map(stored.map((note) => [note.id, note]));
	const broken = new Set(deck.errors.flatMap((error) => (error.noteId === null ? [] : [`${deck.id}/${error.noteId}`])));
	const present = new Set<string>();

	for (const [position, note] of deck.notes.entries()) {
		const id = `${deck.id}/${note.id}`;
		present.add(id);
		const old = before.get(id);
		if (old?.editedAt && old.seedMarkdown !== note.markdown) {
			report.conflicts++;
			await db.note.update({
				where: { id },
				data: { fileHtml: fileHtml(note), position, line: note.line, removedAt: null },
			});
			continue;
		}
		if (old?.editedAt) {
			report.unchanged++;
			await db.note.update({ where: { id }, data: { fileHtml: null, position, line: note.line, removedAt: null } });
			continue;
		}
		const changed = await writeNote(db, deck.id, note, { position, nowMs }, old);
		report[old ? (changed ? 'updated' : 'unchanged') : 'added']++;
	}

	for (const old of stored) {
		// a note that no file ever held came by an import, and is none of the file's
		if (present.has(old.id) || broken.has(old.id) || old.seedMarkdown === '') continue;
		report.removed++;
		if (old.removedAt) continue;
		await db.note.update({ where: { id: old.id }, data: { removedAt: new Date(nowMs) } });
		await db.card.updateMany({ where: { noteId: old.id, removedAt: null }, data: { removedAt: new Date(nowMs) } });
	}
}

type StoredNote = Awaited<ReturnType<typeof storedNotes>>[number];
const storedNotes = (db: Db) => db.note.findMany({ include: { cards: true } });

async function writeNote(
	db: Db,
	deckId: string,
	note: ParsedNote,
	{ position, nowMs }: { position: number; nowMs: number },
	old: StoredNote | undefined,
): Promise<boolean> {
	const id = `${deckId}/${note.id}`;
	const data = {
		kind: note.kind,
		title: note.title,
		tags: JSON.stringify(note.tags),
		markdown: note.markdown,
		demoId: note.demo?.demoId ?? null,
		demoQuery: note.demo?.query ?? null,
		demoLabel: note.demo?.label ?? null,
		position,
		line: note.line,
		seedMarkdown: note.markdown,
		fileHtml: null,
		removedAt: null,
	};
	const cards = note.cards.map((card, index) => ({
		id: `${deckId}/${card.id}`,
		position: position * 100 + index,
		frontHtml: card.frontHtml,
		backHtml: card.backHtml,
		removedAt: null,
	}));
	if (!old) {
		await db.note.create({ data: { id, deckId, ...data, modifiedAt: new Date(nowMs) } });
		await db.card.createMany({ data: cards.map((card) => ({ ...card, noteId: id, deckId })) });
		return true;
	}
	let changed = differs(old, data);
	const modified = old.markdown === note.markdown ? {} : { modifiedAt: new Date(nowMs) };
	if (changed) await db.note.update({ where: { id }, data: { ...data, ...modified } });
	for (const card of cards) {
		const oldCard = old.cards.find((c) => c.id === card.id);
		if (oldCard && !differs(oldCard, card)) continue;
		changed = true;
		await db.card.upsert({ where: { id: card.id }, create: { ...card, noteId: id, deckId }, update: card });
	}
	const gone = old.cards.filter((c) => c.removedAt === null && !cards.some((card) => card.id === c.id));
	if (gone.length > 0) {
		changed = true;
		await db.card.updateMany({ where: { id: { in: gone.map((c) => c.id) } }, data: { removedAt: new Date(nowMs) } });
	}
	return changed;
}

function differs<T extends object>(stored: T, wanted: Partial<T>): boolean {
	return Object.entries(wanted).some(([name, value]) => stored[name as keyof T] !== value);
}

const fileHtml = (note: ParsedNote) => note.cards.map((card) => `${card.frontHtml}<hr>${card.backHtml}`).join('<hr>');

async function addMemories(db: Db, learnerId: string, deckId: string): Promise<void> {
	const cards = await db.card.findMany({ where: { deckId }, select: { id: true, noteId: true, position: true } });
	const known = new Set(
		(await db.cardMemory.findMany({ where: { learnerId, deckId }, select: { cardId: true } })).map((m) => m.cardId),
	);
	const missing = cards.filter((card) => !known.has(card.id));
	await db.cardMemory.createMany({
		data: missing.map((card) => ({
			learnerId,
			cardId: card.id,
			noteId: card.noteId,
			deckId,
			version: 0,
			shuffle: 0,
			resting: false,
			...memoryColumns(newCardMemory(card.position)),
		})),
	});
}

/** Keeps `resting` in step with the cards; changes no row that agrees already. */
async function restRemoved(db: Db, deckId: string): Promise<void> {
	for (const resting of [true, false]) {
		const cards = await db.card.findMany({
			where: { deckId, removedAt: resting ? { not: null } : null },
			select: { id: true },
		});
		const ids = JSON.stringify(cards.map((card) => card.id));
		await db.$executeRaw(
			Prisma.sql`UPDATE "CardMemory" SET "resting" = ${resting}
				WHERE "deckId" = ${deckId} AND "resting" <> ${resting} AND "cardId" IN (SELECT "value" FROM json_each(${ids}))`,
		);
	}
}
