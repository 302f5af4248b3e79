import { type AnkiNoteType, ankiField, ankiTemplate } from '@/lib/exchange/apkg/anki-note-type';

/** The kinds of note that a row can be. */
export type RowKind = 'basic' | 'reversed' | 'typed' | 'cloze';

/** The kind that a note type's name tells, in any of a few languages; null for one that tells none. */
export function kindOfName(name: string): RowKind | null {
	if (/cloze|lückentext|texte à trous|respuesta anidada/i.test(name)) return 'cloze';
	if (/type in|typed|tippen|saisir|escribir/i.test(name)) return 'typed';
	if (/revers|both ways|umgekehrt|inversée|invertida/i.test(name)) return 'reversed';
	return /^(?:chainrule|basic|einfach|basique|básico)\b/i.test(name) ? 'basic' : null;
}

/** A note type for rows of a kind: two fields, of which the first is asked. */
export function rowNoteType(kind: RowKind): AnkiNoteType {
	const [asked, answer] = ['{{Front}}', '{{Back}}'];
	const named = { id: 1, name: kind, css: '', sortf: 0, flds: ['Front', 'Back'].map(ankiField) };
	if (kind === 'cloze') {
		const text = '{{cloze:Front}}';
		return { ...named, type: 1, tmpls: [ankiTemplate('Cloze', 0, text, `${text}<br>${answer}`)] };
	}
	const typing = kind === 'typed' ? '{{type:Back}}' : '';
	const back = (shown: string) => `{{FrontSide}}<hr id=answer>${shown}`;
	const forward = ankiTemplate('Card 1', 0, `${asked}${typing}`, back(typing || answer));
	const backward = ankiTemplate('Card 2', 1, answer, back(asked));
	return { ...named, type: 0, tmpls: kind === 'reversed' ? [forward, backward] : [forward] };
}
