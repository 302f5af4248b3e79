import { readNote } from '@/lib/exchange/apkg/incoming-note';
import { incomingTags } from '@/lib/exchange/apkg/incoming-tags';
import type { RemarkLog } from '@/lib/exchange/apkg/remark-log';
import { DeckTree } from '@/lib/exchange/deck-tree';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import type { ColumnMapping, ReadOptions } from '@/lib/exchange/file-format';
import type { ExchangeLimits } from '@/lib/exchange/limits';
import type { ExchangeRun, NoteOrigin, PortableNote } from '@/lib/exchange/portable';
import type { AnkiHeaders } from './anki-headers';
import { kindOfName, rowNoteType } from './table-note-types';
import type { TableRow } from './table-rows';

const OWN_ID = /^([a-z0-9]+(?:-[a-z0-9]+)*)\/[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** What rows are read with. */
export interface TableContext {
	mapping: ColumnMapping;
	headers: AnkiHeaders;
	options: ReadOptions;
	limits: ExchangeLimits;
	run: ExchangeRun;
	remarks: RemarkLog;
	/** Of rows that name no deck. */
	deckTitle: string;
}

/** Makes notes of a table's rows, one after another; rows with mistakes are refused in the remarks. */
export class TableNotes {
	readonly notes: PortableNote[] = [];
	readonly decks = new DeckTree();
	readonly #context: TableContext;
	readonly #guids = new Set<string>();
	readonly #ids = new Set<string>();
	readonly #positions = new Map<string, number>();

	constructor(context: TableContext) {
		this.#context = context;
	}

	/** The notes deck by deck, in the order of their rows. */
	sorted(): PortableNote[] {
		const order = new Map(this.decks.decks.map(({ id }, index) => [id, index]));
		return [...this.notes].sort((a, b) => (order.get(a.deckId) ?? 0) - (order.get(b.deckId) ?? 0));
	}

	/** Takes one row: a note more, or a refusal with the row's line. */
	take(row: TableRow): void {
		const { limits, remarks } = this.#context;
		if (this.notes.length >= limits.notes)
			throw new ExchangeError(`cannot read more than ${limits.notes} rows. Nothing was changed.`);
		const problem = this.#problem(row) ?? this.#add(row);
		if (problem !== null) remarks.add('refused', `line ${row.line}`, `${problem} The row was left out.`);
	}

	#problem({ cells, mistake }: TableRow): string | null {
		const { limits } = this.#context;
		if (mistake !== null) return `The quotes of the row do not match (${mistake})`;
		const long = cells.find((cell) => cell.length > limits.noteCharacters);
		if (long !== undefined) return `A cell has ${long.length} characters; ${limits.noteCharacters} are allowed.`;
		if ((this.#fields(cells)[0] ?? '').trim() === '') return 'The front is empty.';
		const guid = this.#cell(cells, 'guid');
		if (/:t\d+$/.test(guid) && OWN_ID.test(guid.replace(/:t\d+$/, '')))
			return 'It is one card of a note of ours in HTML, which a table cannot bring back.';
		if (guid !== '' && this.#guids.has(guid)) return `Another row has the guid “${guid.slice(0, 60)}”.`;
		if (guid !== '') this.#guids.add(guid);
		return null;
	}

	#add({ cells, line }: TableRow): string | null {
		const { headers, options, remarks, run, deckTitle } = this.#context;
		const fields = this.#fields(cells);
		const front = fields[0] ?? '';
		const deletions = [...front.matchAll(/\{\{c([1-9]\d{0,2})::/g)].map((match) => Number(match[1]) - 1);
		const kind =
			kindOfName(this.#cell(cells, 'notetype') || (headers.noteType ?? '')) ??
			(deletions.length > 0 ? 'cloze' : 'basic');
		if (kind === 'cloze' && deletions.length === 0) return 'Its type is cloze, and its front has no {{c1::deletion}}.';
		const answers = fields.slice(1).filter((field) => field.trim() !== '');
		if (kind !== 'cloze' && answers.length === 0) return 'The back is empty.';
		const path = deckPath(this.#cell(cells, 'deck') || (headers.deck ?? deckTitle));
		const tags = [...headers.tags, ...this.#cell(cells, 'tags').split(/\s+/)].filter((tag) => tag !== '');
		const guid = this.#cell(cells, 'guid');
		const read = readNote(
			{
				guid: guid !== '' ? guid : [...path, kind, front].join('\u001f'),
				type: rowNoteType(kind),
				fields: [
					front,
					answers.length === 1 ? (answers[0] ?? '') : answers.map((field) => `<div>${field}</div>`).join(''),
				],
				tags: incomingTags(tags),
				ordinals: kind === 'cloze' ? [...new Set(deletions)] : kind === 'reversed' ? [0, 1] : [0],
				deckPath: path,
			},
			{ mediaName: () => null, macros: {}, checkDemo: options.checkDemo },
		);
		if (!read) return 'No card of it can be shown.';
		const deck = this.decks.at(path);
		const own = OWN_ID.test(guid);
		const noteId = own ? guid.slice(guid.indexOf('/') + 1) : read.noteId;
		const id = own ? guid : `${deck.id}/${noteId}`;
		if (this.#ids.has(id)) return 'The same front stands in a row above.';
		this.#ids.add(id);
		for (const message of read.changed) remarks.add('changed', `line ${line}`, message);
		const position = this.#positions.get(deck.id) ?? 0;
		this.#positions.set(deck.id, position + 1);
		this.notes.push({
			id,
			deckId: deck.id,
			kind: read.kind,
			title: read.title,
			tags: incomingTags(tags),
			markdown: own ? read.markdown.replace(`{#${read.noteId}}`, `{#${noteId}}`) : read.markdown,
			demo: read.demo,
			position,
			cards: [...read.cardSuffixes.values()].map((suffix, index) => ({
				id: `${id}${suffix}`,
				deckId: deck.id,
				position: position * 100 + index,
				frontHtml: '',
				backHtml: '',
				memory: null,
				memoryChangedMs: null,
				origin: null,
			})),
			media: read.media,
			modifiedMs: run.nowMs,
			origin: guid === '' || own ? null : guidOnly(guid, tags, run.nowMs),
		});
		return null;
	}

	#cell(cells: readonly string[], role: 'deck' | 'guid' | 'tags' | 'notetype'): string {
		const index = this.#context.mapping.columns.indexOf(role);
		return index < 0 ? '' : (cells[index] ?? '').trim();
	}

	#fields(cells: readonly string[]): string[] {
		const html = this.#context.mapping.html;
		const at = (role: 'front' | 'back') => cells.filter((_, index) => this.#context.mapping.columns[index] === role);
		return [...at('front'), ...at('back')].map((cell) => (html ? cell : plainHtml(cell)));
	}
}

// The guid alone is known: with no note type, the note goes back to Anki in one of ours.
function guidOnly(guid: string, tags: string[], modifiedMs: number): NoteOrigin {
	return { program: 'anki', guid, foreignId: 0, noteType: '', fields: [], tags, markdownSha256: '', modifiedMs };
}

function deckPath(name: string): string[] {
	const path = name
		.split('::')
		.map((title) => title.replace(/\s+/g, ' ').trim().slice(0, 200))
		.filter((title) => title !== '');
	return path.length > 0 ? path.slice(0, 20) : ['Table'];
}

function plainHtml(text: string): string {
	return text.trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');
}
