import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readNote, readNoteFully } from './incoming-note';
import { parsedFaces } from './note-faces';
import { BASIC, noteType } from './package-fixture';
import { isPlainLine, plainFaces } from './plain-faces';

// mostly what the short way takes, and just what it must not
const line = fc.oneof(
	fc.stringMatching(/^[A-Za-zäß][A-Za-z0-9ä ,;.?'"()=%-]{0,20}$/),
	fc.stringMatching(/^[A-Za-z0-9*_`$#>|~&<\\{}[\]()+.:!@/ -]{1,16}$/),
	fc.constantFrom(
		'www.a.b',
		'see www.a.b',
		'a  b',
		'a ',
		'http://a.b',
		'a@b.c',
		'Setext\n===',
		'x\n---',
		'1. a',
		'- a',
		'a\\',
	),
);
const context = { mediaName: () => null, macros: {}, checkDemo: () => ({ ok: true as const }) };

describe('the short way for plain words', () => {
	it('writes every note as the whole grammar does', () => {
		let taken = 0;
		fc.assert(
			fc.property(line, fc.array(line, { minLength: 1, maxLength: 3 }), fc.boolean(), (title, answer, tagged) => {
				const markdown = `## ${title} {#a-1}\n\n${tagged ? '<!-- tags: a, b -->\n\n' : ''}---\n\n${answer.join('\n')}`;
				const plain = plainFaces(markdown);
				if (!plain) return;
				taken++;
				expect(plain).toEqual(parsedFaces(markdown, context));
			}),
			{ numRuns: 1500 },
		);
		expect(taken).toBeGreaterThan(40);
	});

	it('reads every note as HTML and Markdown would', () => {
		let taken = 0;
		fc.assert(
			fc.property(line, line, fc.subarray(['x', 'y']), fc.boolean(), (front, back, tags, reversed) => {
				if (!isPlainLine(front) || !isPlainLine(back)) return;
				taken++;
				const both = noteType(
					2,
					['Front', 'Back'],
					[
						['{{Front}}', '{{FrontSide}}<hr id=answer>{{Back}}'],
						['{{Back}}', '{{FrontSide}}<hr id=answer>{{Front}}'],
					],
				);
				const note = {
					guid: 'g',
					type: reversed ? both : BASIC,
					fields: [front, back],
					tags,
					ordinals: reversed ? [0, 1] : [0],
					deckPath: ['A'],
				};
				expect(readNote(note, context)).toEqual(readNoteFully(note, context));
			}),
			{ numRuns: 1000 },
		);
		expect(taken).toBeGreaterThan(20);
	});
});
