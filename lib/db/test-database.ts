import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { ParsedDeck, ParsedNote } from '@/lib/cards/deck-source';
import { closeDatabase, transaction } from './client';
import { seedDecks } from './seed-decks';

/** Where the global setup of the unit tests puts a migrated, empty database. */
const TEMPLATE_DATABASE = '.tmp/unit-template.db';

/** Gives each test of the file its own migrated, empty database, and the path of it. */
export function useTestDatabase(): { path: string } {
	const database = { path: '' };
	let folder = '';
	beforeEach(() => {
		folder = mkdtempSync(join(tmpdir(), 'chainrule-db-'));
		database.path = join(folder, 'test.db');
		copyFileSync(TEMPLATE_DATABASE, database.path);
		process.env['DATABASE_URL'] = `file:${database.path}`;
	});
	afterEach(async () => {
		await closeDatabase();
		rmSync(folder, { recursive: true, force: true });
	});
	return database;
}

/** A note of one card, with text that says which. */
export function sampleNote(id: string, changes: Partial<ParsedNote> = {}): ParsedNote {
	return {
		id,
		kind: 'basic',
		title: `What is ${id}?`,
		tags: [],
		markdown: `## What is ${id}? {#${id}}\n\n---\n\nIt is ${id}.\n`,
		cards: [{ id, frontHtml: `<p>What is ${id}?</p>`, backHtml: `<p>It is ${id}.</p>` }],
		demo: null,
		media: [],
		line: 1,
		...changes,
	};
}

/** A deck of such notes. */
export function sampleDeck(id: string, notes: ParsedNote[], changes: Partial<ParsedDeck> = {}): ParsedDeck {
	return {
		id,
		title: `Deck ${id}`,
		parentId: null,
		description: '',
		tags: [],
		macros: {},
		notes,
		media: [],
		errors: [],
		...changes,
	};
}

/** Seeds a deck of `count` one-card notes: n1, n2, … */
export async function seedSample(count: number, deckId = 'deck'): Promise<void> {
	const notes = Array.from({ length: count }, (_, index) => sampleNote(`n${index + 1}`, { line: index + 1 }));
	await transaction((db) => seedDecks(db, [sampleDeck(deckId, notes)], 0));
}
