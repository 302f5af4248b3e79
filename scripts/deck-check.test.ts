import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { deckCheck } from './deck-check';

let folder = '';
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'decks-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function check(deck: string): Promise<{ code: number; lines: string[] }> {
	writeFileSync(join(folder, 'a.md'), deck);
	const lines: string[] = [];
	const code = await deckCheck([folder], {
		checkDemo: (demoId) =>
			demoId === 'nope' ? { ok: false, problem: 'No such demo.', advice: 'Name another.' } : { ok: true },
		print: (line) => lines.push(line.replace(/^.*a\.md/, 'a.md')),
	});
	return { code, lines };
}

const FRONT = '---\nid: a\ntitle: A\n---\n\n';

test('deckCheck() resolves to 0 and counts what it read', async () => {
	const note = (id: string, demo: string) => `## Q {#${id}}\n\n---\n\nA [Run it](sandbox:${demo})\n\n`;
	expect(await check(FRONT + note('q', 'one') + note('r', 'two') + note('s', 'two'))).toEqual({
		code: 0,
		lines: ['1 deck, 3 notes, 3 cards, 2 demos named: 0 mistakes.'],
	});
});

test('deckCheck() prints every mistake with its place and resolves to 1', async () => {
	expect(await check(`${FRONT}## Q\n\n---\n\nA [Run it](sandbox:nope)\n`)).toEqual({
		code: 1,
		lines: [
			'a.md:6:1: This note has no id. End the heading with an id in kebab-case: ## What is ...? {#what-is-it}',
			'a.md:10:3: No such demo. Name another.',
			'1 deck, 0 notes, 0 cards, 0 demos named: 2 mistakes.',
		],
	});
});

test('deckCheck() says so when there is no folder to read', async () => {
	const lines: string[] = [];
	const world = {
		checkDemo: () => ({ ok: true as const }),
		print: (line: string) => lines.push(line),
	};
	expect(await deckCheck([join(folder, 'nope')], world)).toBe(1);
	expect(lines).toHaveLength(1);
	expect(lines[0]).toMatch(/cannot be read: ENOENT/);
});
