import { describe, expect, it } from 'vitest';
import { ourNoteType } from './our-note-types';
import { BASIC, noteType } from './package-fixture';
import { recogniseNoteType } from './recognise-note-type';
import { renderCloze, renderTemplate } from './render-template';

const back = (front: string, answer: string) => `${front}\n\n<hr id=answer>\n\n${answer}`;

describe('recogniseNoteType()', () => {
	it('knows the types that Anki makes, whatever only places their fields', () => {
		expect(recogniseNoteType(BASIC)).toEqual({ kind: 'basic', question: 0, answer: [1] });
		const framed = noteType(
			1,
			['A', 'B', 'C'],
			[['<div class="q">{{A}}</div>', '{{A}}<hr id="answer"><p>{{B}}</p><br>{{C}}']],
		);
		expect(recogniseNoteType(framed)).toEqual({ kind: 'basic', question: 0, answer: [1, 2] });
		const reversed = noteType(
			1,
			['F', 'B'],
			[
				['{{F}}', back('{{FrontSide}}', '{{B}}')],
				['{{B}}', back('{{FrontSide}}', '{{F}}')],
			],
		);
		expect(recogniseNoteType(reversed)).toEqual({ kind: 'reversed', question: 0, answer: [1] });
		const optional = noteType(
			1,
			['F', 'B', 'Add'],
			[
				['{{F}}', back('{{FrontSide}}', '{{B}}')],
				['{{#Add}}{{B}}{{/Add}}', back('{{FrontSide}}', '{{F}}')],
			],
		);
		expect(recogniseNoteType(optional)).toEqual({ kind: 'optional', question: 0, answer: [1], optional: 2 });
		const typed = noteType(1, ['F', 'B'], [['{{F}}\n\n{{type:B}}', back('{{F}}', '{{type:B}}')]]);
		expect(recogniseNoteType(typed)).toEqual({ kind: 'typed', question: 0, answer: [1] });
		const cloze = noteType(1, ['T', 'E'], [['{{cloze:T}}', '{{cloze:T}}<br>\n{{E}}']], 1);
		expect(recogniseNoteType(cloze)).toEqual({ kind: 'cloze', question: 0, answer: [1] });
	});

	it.each([
		['words of its own', [['Say {{F}}', '{{FrontSide}}{{B}}']]],
		['a picture of its own', [['{{F}}<img src="_x.png">', '{{FrontSide}}{{B}}']]],
		['a condition', [['{{#B}}{{F}}{{/B}}', '{{FrontSide}}{{B}}']]],
		['a filter', [['{{hint:F}}', '{{FrontSide}}{{B}}']]],
		['no question on the answer', [['{{F}}', '{{B}}']]],
		['a field it has not', [['{{X}}', '{{FrontSide}}{{B}}']]],
		[
			'three templates',
			[
				['{{F}}', '{{FrontSide}}{{B}}'],
				['{{B}}', '{{FrontSide}}{{F}}'],
				['{{F}}', '{{FrontSide}}{{B}}'],
			],
		],
	] as [string, [string, string][]][])('leaves a type with %s to its templates', (_, templates) => {
		expect(recogniseNoteType(noteType(1, ['F', 'B'], templates))).toBeNull();
	});

	it('never takes ours for one of these with the demo left out', () => {
		for (const kind of ['basic', 'cloze'] as const)
			expect(recogniseNoteType(ourNoteType(kind))?.answer ?? [1, 2]).toEqual([1, 2]);
	});
});

describe('renderTemplate()', () => {
	const draw = (template: string, fields: Record<string, string>, side: 'front' | 'back' = 'front') =>
		renderTemplate(template, {
			fields: new Map(Object.entries(fields)),
			special: new Map([['Deck', 'A::B']]),
			clozeNumber: null,
			side,
		});

	it('fills fields, conditions and what Anki knows of the card', () => {
		expect(draw('{{F}} {{ Deck }} {{None}}!', { F: '<b>x</b>' })).toBe('<b>x</b> A::B !');
		expect(draw('{{#F}}a{{/F}}{{^F}}b{{/F}}', { F: ' <br>&nbsp;' })).toBe('b');
		expect(draw('{{#F}}a{{#G}}b{{/G}}{{/F}}{{^G}}c{{/G}}', { F: '1', G: '' })).toBe('ac');
		expect(draw('{{#F}}{{F}}', { F: 'x' })).toBe('x');
		expect(draw('{{F', { F: 'x' })).toBe('{{F');
	});

	it('applies filters', () => {
		expect(draw('{{text:F}}', { F: '<b>x</b> y' })).toBe('x y');
		expect(draw('{{hint:F}}', { F: 'x' })).toBe('<details><summary>F</summary>x</details>');
		expect(draw('{{type:F}}', { F: 'x' })).toBe('');
		expect(draw('{{type:F}}', { F: 'x' }, 'back')).toBe('x');
		expect(draw('{{furigana:F}}', { F: '日本[にほん]' })).toBe('<ruby>日本<rt>にほん</rt></ruby>');
	});

	it('draws deletions, nested ones too, and leaves those in formulas without markup', () => {
		const text = '{{c1::a {{c2::b::hint}}}} \\({{c2::x}}\\)';
		expect(renderCloze(text, 1, 'front')).toBe('<span class="cloze-blank">[...]</span> \\(x\\)');
		expect(renderCloze(text, 2, 'front')).toBe('a <span class="cloze-blank">[hint]</span> \\([...]\\)');
		expect(renderCloze(text, 2, 'back')).toBe('a <mark class="cloze-answer">b</mark> \\(x\\)');
		expect(renderCloze('{{c1::open', 1, 'back')).toBe('{{c1::open');
	});
});
