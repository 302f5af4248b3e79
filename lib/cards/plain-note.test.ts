import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDeck } from './parse-deck';
import { plainNote } from './plain-note';

const world = { readMedia: () => null, checkDemo: () => ({ ok: true as const }) };

/** The same note by the whole grammar, its line counted from its heading. */
function parsed(markdown: string) {
	const deck = parseDeck({ file: 'test.md', text: `---\nid: d\ntitle: d\n---\n\n${markdown}` }, world);
	expect(deck.errors).toEqual([]);
	return deck.notes.map((note) => ({ ...note, line: 1 }));
}

const anyLine = fc
	.array(
		fc.constantFrom(...'abwWxé漢2 ,;.?\'"()=%-–—:*_&<>$\\`[]{}#!~|+/@'.split(''), 'www.a.b', 'http', '  ', '- ', '1. '),
		{
			maxLength: 12,
		},
	)
	.map((parts) => parts.join(''));

describe('plainNote()', () => {
	it('reads a note of plain words', () => {
		const markdown = '## What is 2 plus 2? {#sum}\n\n---\n\nFour, of course.\nIt is "even" (so is 100%).';
		expect(parsed(markdown)).toEqual([plainNote(markdown)]);
	});

	it('gives what the whole grammar gives, or leaves the note to it', () => {
		let plain = 0;
		const anyNote = fc.tuple(anyLine, fc.array(anyLine, { minLength: 1, maxLength: 3 }));
		fc.assert(
			fc.property(anyNote, ([title, lines]) => {
				const markdown = `## A${title} {#n}\n\n---\n\n${lines.map((line) => `B${line}`).join('\n')}`;
				const note = plainNote(markdown);
				if (!note) return;
				plain++;
				expect(parsed(markdown)).toEqual([note]);
			}),
			{ numRuns: 3_000, seed: 4 },
		);
		expect(plain).toBeGreaterThan(20);
	});

	it.each(['*', '_', '`', '$', '<', '>', '&', '[', ']', '{', '}', '\\', '|', '~', '#', '!', '@', '+', '/', ':'])(
		'leaves a note with %s to the whole grammar',
		(sign) => {
			expect(plainNote(`## Word {#n}\n\n---\n\nWord ${sign} word.`)).toBeNull();
		},
	);
});
