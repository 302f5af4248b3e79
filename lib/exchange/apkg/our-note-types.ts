import { type AnkiNoteType, ankiField, ankiTemplate } from './anki-note-type';
import { CARD_CSS } from './card-css';

/** The last field of every note type of ours: the note as we wrote it. */
export const SOURCE_FIELD = 'Chainrule';

/** The field with the demo that mounts under the answer. */
export const DEMO_FIELD = 'Demo';

// The numbers hold for ever: changed names of fields or templates need a new one, or readers refuse the update.
const IDS = {
	basic: 1_480_000_000_101,
	reversed: 1_480_000_000_201,
	typed: 1_480_000_000_301,
	cloze: 1_480_000_000_401,
};
const HTML_ID = 1_480_000_010_000;

const answer = (front: string, back: string) =>
	`${front}<hr id="answer">\n<div class="answer">${back}</div>\n{{${DEMO_FIELD}}}`;
const question = (front: string) => `<div class="question">${front}</div>`;

/** The note type of ours that a note of some kind goes out with; an `html` one has as many templates as it is asked for. */
export function ourNoteType(kind: keyof typeof IDS | 'html', templates = 1): AnkiNoteType {
	const key = `${kind} ${templates}`;
	const known = made.get(key) ?? makeNoteType(kind, templates);
	made.set(key, known);
	return known;
}

const made = new Map<string, AnkiNoteType>();

function makeNoteType(kind: keyof typeof IDS | 'html', templates: number): AnkiNoteType {
	if (kind === 'html') {
		const numbers = Array.from({ length: templates }, (_, index) => index + 1);
		return build(
			HTML_ID + templates,
			`Chainrule HTML${templates === 1 ? '' : ` ${templates}`}`,
			0,
			['Title', ...numbers.flatMap((number) => [`Front ${number}`, `Back ${number}`])],
			numbers.map((number) => [`Card ${number}`, `{{Front ${number}}}`, `{{Back ${number}}}\n{{${DEMO_FIELD}}}`]),
		);
	}
	if (kind === 'cloze') {
		const text = question('{{cloze:Text}}');
		return build(IDS.cloze, 'Chainrule cloze', 1, ['Text', 'Extra'], [['Cloze', text, answer(text, '{{Extra}}')]]);
	}
	const forward: Template = ['Card 1', question('{{Front}}'), answer('{{FrontSide}}', '{{Back}}')];
	if (kind === 'basic') return build(IDS.basic, 'Chainrule', 0, ['Front', 'Back'], [forward]);
	if (kind === 'reversed') {
		const backward: Template = ['Card 2', question('{{Back}}'), answer('{{FrontSide}}', '{{Front}}')];
		return build(IDS.reversed, 'Chainrule, both ways', 0, ['Front', 'Back'], [forward, backward]);
	}
	const typed = question('{{Front}}\n\n{{type:Back}}');
	return build(
		IDS.typed,
		'Chainrule, typed',
		0,
		['Front', 'Back'],
		[['Card 1', typed, answer(question('{{Front}}'), '{{type:Back}}')]],
	);
}

type Template = [name: string, front: string, back: string];

function build(id: number, name: string, type: 0 | 1, fields: string[], templates: Template[]): AnkiNoteType {
	return {
		id,
		name,
		type,
		sortf: 0,
		css: CARD_CSS,
		flds: [...fields, DEMO_FIELD, SOURCE_FIELD].map(ankiField),
		tmpls: templates.map(([title, front, back], ord) => ankiTemplate(title, ord, front, back)),
	};
}

/** True for a note type that `ourNoteType` makes, whatever name or look it was given since. */
export function isOurNoteType(type: AnkiNoteType): boolean {
	return type.flds.at(-1)?.name === SOURCE_FIELD && type.flds.at(-2)?.name === DEMO_FIELD;
}
