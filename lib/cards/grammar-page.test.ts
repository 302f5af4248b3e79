import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatDeckError } from './deck-error';
import { parseDeck } from './parse-deck';

test('parseDeck() reads the deck that content/README.md shows as its example', () => {
	const text = /^````markdown\n(.*?)^````$/ms.exec(readFileSync('content/README.md', 'utf8'))?.[1] ?? '';
	const svg = new TextEncoder().encode('<svg/>');
	const deck = parseDeck(
		{ file: 'example.md', text },
		{ readMedia: (name) => (name === 'figures/tangent.svg' ? svg : null), checkDemo: () => ({ ok: true }) },
	);
	expect(deck.errors.map(formatDeckError)).toEqual([]);
	expect(deck.notes.flatMap(({ cards }) => cards.map(({ id }) => id))).toEqual([
		'derivative-meaning',
		'chain-rule:c1',
		'chain-rule:c2',
	]);
	expect(deck.notes[0]).toMatchObject({
		tags: ['derivative', 'definition'],
		demo: { demoId: 'tangent', query: 'f=square&x=1', label: 'Run it' },
	});
});

test('parseDeck() reads the note in HTML that content/README.md shows', () => {
	const examples = [...readFileSync('content/README.md', 'utf8').matchAll(/^````markdown\n(.*?)^````$/gms)];
	const deck = parseDeck(
		{ file: 'example.md', text: `---\nid: d\ntitle: D\n---\n\n${examples[1]?.[1]}` },
		{ readMedia: () => null, checkDemo: () => ({ ok: true }) },
	);
	expect(deck.errors.map(formatDeckError)).toEqual([]);
	expect(deck.notes[0]).toMatchObject({ kind: 'html', cards: [{ id: 'spanning-cells:t1' }] });
	expect(deck.notes[0]?.cards[0]?.frontHtml).toContain('class="katex"');
});
