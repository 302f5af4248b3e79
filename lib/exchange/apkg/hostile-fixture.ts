import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { parseDeck } from '@/lib/cards/parse-deck';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import { DEFAULT_LIMITS, type ExchangeLimits } from '@/lib/exchange/limits';
import type { ExchangeNote, PortableMedia, PortableNote, PortableReview } from '@/lib/exchange/portable';
import { type PackageOfTest, writePackage } from './package-fixture';
import { readApkg } from './read-apkg';
import { runIn } from './studied-collection';

export const folder = mkdtempSync(join(tmpdir(), 'chainrule-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = runIn('UTC');
let made = 0;

export async function readFile(file: string, limits: Partial<ExchangeLimits> = {}) {
	const collection = await readApkg(file, { ...DEFAULT_LIMITS, ...limits }, run, {
		checkDemo: () => ({ ok: true }),
		deckTitle: null,
	});
	const notes: PortableNote[] = [];
	const reviews: PortableReview[] = [];
	const media: PortableMedia[] = [];
	try {
		for await (const batch of collection.notes()) notes.push(...batch);
		for await (const batch of collection.reviews()) reviews.push(...batch);
		for await (const each of collection.media()) media.push(each);
	} finally {
		await collection.close?.();
	}
	return { collection, notes, reviews, media, remarks: [...collection.remarks] as ExchangeNote[] };
}

export async function read(content: PackageOfTest, limits: Partial<ExchangeLimits> = {}) {
	return readFile(await writePackage(folder, content, `hostile${made++}.apkg`), limits);
}

export async function refusal(content: PackageOfTest, limits: Partial<ExchangeLimits> = {}): Promise<string> {
	const error = await read(content, limits).then(
		() => null,
		(thrown: unknown) => thrown,
	);
	expect(error).toBeInstanceOf(ExchangeError);
	return (error as Error).message;
}

export const one = (front: string, back = 'Answer') => ({ notes: [{ flds: `${front}\u001f${back}` }], cards: [{}] });
export const told = (remarks: readonly ExchangeNote[]) =>
	remarks.map(({ severity, message }) => `${severity}: ${message}`).join('\n');

/** The note's cards as the app draws them; fails where the grammar refuses the Markdown. */
export function drawn(note: PortableNote | undefined): string {
	const picture = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
	const text = `---\nid: a\ntitle: A\n---\n\n${note?.markdown}\n`;
	const deck = parseDeck({ file: 'a.md', text }, { readMedia: () => picture, checkDemo: () => ({ ok: true }) });
	expect(deck.errors).toEqual([]);
	return deck.notes.flatMap(({ cards }) => cards.map(({ frontHtml, backHtml }) => frontHtml + backHtml)).join('\n');
}
