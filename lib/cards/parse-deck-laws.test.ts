import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDeck } from './parse-deck';

const world = { readMedia: () => null, checkDemo: () => ({ ok: true as const }) };
const FRONT = '---\nid: d\ntitle: D\n---\n\n';
const parse = (text: string) => parseDeck({ file: 'd.md', text }, world);

const scrap = fc.oneof(
	fc.constantFrom(
		...[
			'\n',
			'\n\n',
			'## Q {#q}\n',
			'## R $x$ {#r}\n',
			'---\n',
			'\n---\n',
			'***',
			'{{c1::',
			'{{c2::',
			'}}',
			'::',
			'{',
			'}',
			'\\',
		],
		...[
			'$',
			'$$',
			'\n$$\n',
			'\\frac',
			'\\foo',
			'^',
			'_',
			'&',
			'<!-- step -->',
			'<!-- tags: a -->',
			'<!-- reversed -->',
			'<!--',
			'-->',
		],
		...[
			'[Run](sandbox:x?a=1)',
			'[a](',
			'https://x.org',
			'www.x.org',
			'a@b.co',
			'![a](b.svg)',
			'<b>',
			'*',
			'**',
			'`',
			'```\n',
			'> ',
			'- ',
			'1. ',
		],
		...[
			'| a | b |\n|---|---|\n| ',
			' | ',
			'[^1]',
			'[a]: b\n',
			'- [ ] ',
			'\t',
			'    ',
			'&amp;',
			'\u0000',
			'\ufeff',
			'\r\n',
			'~~',
			'# H\n',
			'===',
		],
	),
	fc.string({ unit: 'binary', maxLength: 6 }),
);
const body = fc.array(scrap, { maxLength: 30 }).map((scraps) => scraps.join(''));
const file = fc
	.tuple(fc.constantFrom('', FRONT, '---\n', '---\nid: "', `${FRONT}## Q {#q}\n\n`), body)
	.map((parts) => parts.join(''));

test('parseDeck() never throws, places every mistake inside the file, and lets no note with a mistake through', () => {
	fc.assert(
		fc.property(file, (text) => {
			const deck = parse(text);
			const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/);
			for (const { line, column, message, advice } of deck.errors) {
				expect(line).toBeGreaterThanOrEqual(1);
				expect(column).toBeGreaterThanOrEqual(1);
				expect(column).toBeLessThanOrEqual(
					(lines[line - 1] ?? expect.fail(`line ${line} of ${lines.length}`)).length + 1,
				);
				expect(message).not.toBe('');
				expect(advice).not.toBe('');
			}
			const ids = deck.notes.map(({ id }) => id);
			expect(new Set(ids).size).toBe(ids.length);
			for (const { cards } of deck.notes) {
				expect(cards.length).toBeGreaterThan(0);
				for (const { frontHtml, backHtml } of cards) {
					expect(frontHtml).not.toBe('');
					expect(frontHtml + backHtml).not.toMatch(/<(?:script|iframe|b|style)\b|katex-error|sandbox:/);
				}
			}
		}),
		{ numRuns: 400, seed: 11 },
	);
}, 60_000);

test('parseDeck() gives the same deck for the same file, whatever its line ends and with or without a byte-order mark', () => {
	fc.assert(
		fc.property(body, (text) => {
			const unix = (FRONT + text).replace(/\r\n?/g, '\n');
			const deck = parse(unix);
			expect(parse(unix)).toEqual(deck);
			expect(parse(`\ufeff${unix.replaceAll('\n', '\r\n')}`)).toEqual(deck);
		}),
		{ numRuns: 100, seed: 12 },
	);
}, 60_000);

test('parseDeck() shows a deletion on the back and on no front of its number', () => {
	const word = fc.stringMatching(/^[a-z]{8}$/);
	fc.assert(
		fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 4 }), fc.boolean(), (words, mathematics) => {
			const deletions = words.map((text, index) => `{{c${index + 1}::${text}}}`).join(' , ');
			const deck = parse(`${FRONT}## Q {#q}\n\n${mathematics ? `$${deletions}$` : deletions}\n`);
			expect(deck.errors).toEqual([]);
			const cards = deck.notes[0]?.cards ?? [];
			expect(cards).toHaveLength(words.length);
			for (const [index, { frontHtml, backHtml }] of cards.entries()) {
				for (const [other, text] of words.entries()) {
					expect(frontHtml.includes(text)).toBe(other !== index);
					expect(backHtml).toContain(text);
				}
			}
		}),
		{ numRuns: 40, seed: 13 },
	);
}, 60_000);
