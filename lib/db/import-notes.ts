import { createHash } from 'node:crypto';
import type { ParsedNote } from '@/lib/cards/deck-source';
import type { CheckDemo } from '@/lib/cards/demo-link';
import { renderNote } from '@/lib/cards/render-note';
import type { PortableCard, PortableNote } from '@/lib/exchange/portable';
import { newCardMemory } from '@/lib/srs/card-memory';
import { shuffleKey } from '@/lib/srs/shuffle-key';
import type { LandingDeck } from './import-decks';
import { mediaReader } from './import-media';
import type { NoteVerdict } from './import-report';
import type { OwnConnection } from './own-connection';
import { type RawRow, rawMemoryNames, rawMemoryValues } from './raw-memory';

/** What became of one incoming note. */
export interface NoteLanding {
	verdict: NoteVerdict;
	/** Its id here. */
	noteId: string;
	/** Why it was refused, or kept as it is here. */
	reason: string | null;
	newCards: number;
	/** Cards of the file that the note does not have here. */
	lostCards: string[];
}

type Prepared = ReturnType<typeof prepare>;

/** Puts notes on the stage, one by one, each with the verdict that it meets here. */
export class NoteLander {
	readonly #database: OwnConnection;
	readonly #exact: boolean;
	readonly #nowMs: number;
	readonly #checkDemo: CheckDemo;
	readonly #sql: Prepared;
	readonly #positions = new Map<string, number>();
	readonly #noteTypes = new Map<string, string>();

	constructor(
		database: OwnConnection,
		{ exact, nowMs, checkDemo }: { exact: boolean; nowMs: number; checkDemo: CheckDemo },
	) {
		this.#database = database;
		this.#exact = exact;
		this.#nowMs = nowMs;
		this.#checkDemo = checkDemo;
		this.#sql = prepare(database);
	}

	/** Lands `note` in `deck`, or in the deck where it is already; `deckIdOf` says where its cards are studied. */
	land(note: PortableNote, deck: LandingDeck, deckIdOf: (incoming: string) => string | undefined): NoteLanding {
		const old = this.#find(note, deck);
		const noteId = old ? String(old['id']) : `${deck.id}/${note.id.slice(note.id.indexOf('/') + 1)}`;
		const refused = (reason: string): NoteLanding => ({
			verdict: 'refused',
			noteId,
			reason,
			newCards: 0,
			lostCards: [],
		});
		if (this.#sql.staged.get(noteId, note.origin?.guid ?? ''))
			return refused('the file holds this note twice; the first was taken.');
		const home = old && old['deckId'] !== deck.id ? this.#deckOf(String(old['deckId'])) : deck;
		const named = withId(note.markdown, noteId.slice(noteId.indexOf('/') + 1));
		const markdown = old && !this.#exact && knowsNoDemo(note) ? withDemo(named, old) : named;
		const verdict = old ? this.#compare(note, markdown, old, home.redraw) : 'new';
		if (verdict === 'unchanged' && old) return this.#keep(note, noteId, old, null, 'unchanged');
		const reading = renderNote(
			markdown,
			{ deckId: home.id, macros: home.macros },
			{ readMedia: mediaReader(this.#database, home.id), checkDemo: this.#checkDemo },
		);
		if (!reading.ok) {
			return refused(
				reading.errors.map((e) => `line ${e.line}, column ${e.column}: ${e.message} ${e.advice}`).join(' ') ||
					'it cannot be read.',
			);
		}
		if (verdict === 'kept' && old) {
			const html = reading.note.cards.map((card) => `${card.frontHtml}<hr>${card.backHtml}`).join('<hr>');
			return this.#keep(note, noteId, old, html, 'kept');
		}
		if (old && this.#drawnSo(reading.note, markdown, old)) return this.#keep(note, noteId, old, null, 'unchanged');
		return this.#write(note, noteId, home, reading.note, old, deckIdOf);
	}

	/** True when the note is here with that text, and its cards look so already. */
	#drawnSo(parsed: ParsedNote, markdown: string, old: RawRow): boolean {
		if (old['markdown'] !== markdown || old['removedAt'] !== null) return false;
		const deckId = String(old['id']).slice(0, String(old['id']).indexOf('/'));
		return parsed.cards.every((card) => {
			const own = this.#sql.card.get(`${deckId}/${card.id}`);
			return own?.['frontHtml'] === card.frontHtml && own['backHtml'] === card.backHtml && own['removedAt'] === null;
		});
	}

	#find(note: PortableNote, deck: LandingDeck): RawRow | null {
		const { byId, byGuid } = this.#sql;
		if (this.#exact) return byId.get(note.id) ?? null;
		const local = note.id.slice(note.id.indexOf('/') + 1);
		const guid = note.origin?.guid;
		return (
			(guid === undefined ? undefined : (byGuid.get(guid) ?? byId.get(guid))) ??
			byId.get(note.id) ??
			byId.get(`${deck.id}/${local}`) ??
			null
		);
	}

	#deckOf(deckId: string): Pick<LandingDeck, 'id' | 'macros' | 'redraw'> {
		const macros = this.#sql.macros.get(deckId);
		return { id: deckId, macros: JSON.parse(macros ?? '{}'), redraw: false };
	}

	#compare(note: PortableNote, markdown: string, old: RawRow, redraw: boolean): NoteVerdict {
		const known = sha256(markdown) === old['importedSha256'] || markdown === old['seedMarkdown'];
		// gone from its file: an import brings it back, whatever its text
		if (old['removedAt'] !== null) return 'updated';
		if (markdown === old['markdown']) return redraw ? 'updated' : 'unchanged';
		// programs tell their versions of a note apart by the second
		const second = (ms: unknown) => Math.floor(Number(ms ?? 0) / 1000);
		if (!this.#exact && note.modifiedMs > 0 && second(note.modifiedMs) <= second(old['modifiedAt'])) return 'unchanged';
		if (old['editedAt'] === null || sha256(String(old['markdown'])) === old['importedSha256']) return 'updated';
		return known ? 'unchanged' : 'kept';
	}

	/** Leaves the text as it is; only what the cards remember, and the note's record elsewhere, may be news. */
	#keep(note: PortableNote, noteId: string, old: RawRow, fileHtml: string | null, verdict: NoteVerdict): NoteLanding {
		this.#sql.addNote.run({
			...blankNote,
			...this.#originOf(note),
			id: noteId,
			deckId: old['deckId'],
			verdict,
			fileHtml,
		});
		const lostCards: string[] = [];
		for (const card of note.cards) {
			const cardId = `${noteId}${card.id.slice(note.id.length)}`;
			const own = this.#sql.card.get(cardId);
			if (own?.['noteId'] !== noteId) lostCards.push(card.id);
			else this.#addCard(card, { id: cardId, noteId, deckId: String(own['deckId']), position: 0, html: null });
		}
		return { verdict, noteId, reason: verdict === 'kept' ? KEPT : null, newCards: 0, lostCards };
	}

	#write(
		note: PortableNote,
		noteId: string,
		home: Pick<LandingDeck, 'id'>,
		parsed: ParsedNote,
		old: RawRow | null,
		deckIdOf: (incoming: string) => string | undefined,
	): NoteLanding {
		const position =
			old && !this.#exact ? Number(old['position']) : this.#exact ? note.position : this.#nextPosition(home.id);
		const fromDeckId = noteId.slice(0, noteId.indexOf('/'));
		const markdown = parsed.markdown;
		this.#sql.addNote.run({
			...blankNote,
			...this.#originOf(note),
			id: noteId,
			deckId: home.id,
			verdict: old ? 'updated' : 'new',
			kind: parsed.kind,
			title: parsed.title,
			tags: JSON.stringify(parsed.tags),
			markdown,
			demoId: parsed.demo?.demoId ?? null,
			demoQuery: parsed.demo?.query ?? null,
			demoLabel: parsed.demo?.label ?? null,
			position,
			importedSha256: sha256(markdown),
			modifiedAt: note.modifiedMs > 0 ? note.modifiedMs : this.#nowMs,
		});
		const incoming = new Map(note.cards.map((card) => [`${noteId}${card.id.slice(note.id.length)}`, card]));
		let newCards = 0;
		for (const [index, card] of parsed.cards.entries()) {
			const id = `${fromDeckId}/${card.id}`;
			const own = this.#sql.card.get(id);
			if (!own) newCards++;
			const sent = incoming.get(id) ?? null;
			this.#addCard(sent, {
				id,
				noteId,
				deckId: own ? String(own['deckId']) : ((sent && deckIdOf(sent.deckId)) ?? home.id),
				position: position * 100 + index,
				html: card,
			});
			incoming.delete(id);
		}
		return {
			verdict: old ? 'updated' : 'new',
			noteId,
			reason: null,
			newCards,
			lostCards: [...incoming.values()].map((card) => card.id),
		};
	}

	#addCard(
		card: PortableCard | null,
		own: {
			id: string;
			noteId: string;
			deckId: string;
			position: number;
			html: { frontHtml: string; backHtml: string } | null;
		},
	): void {
		const memory = card?.memory ?? (own.html ? newCardMemory(own.position) : null);
		this.#sql.addCard.run(
			own.id,
			own.noteId,
			own.deckId,
			own.position,
			own.html?.frontHtml ?? null,
			own.html?.backHtml ?? null,
			own.html ? 1 : 0,
			card?.origin?.foreignId ?? null,
			card?.origin?.ordinal ?? null,
			card?.origin?.rest ?? null,
			card?.memory ? (card.memoryChangedMs ?? card.memory.lastReviewAtMs ?? 0) : null,
			memory?.due.kind === 'day' ? shuffleKey(own.id, memory.due.day) : 0,
			0,
			...(memory ? rawMemoryValues(memory) : NO_MEMORY),
		);
		if (card) this.#sql.addName.run(card.id, own.id);
	}

	#originOf({ origin }: PortableNote) {
		if (!origin) return {};
		let noteTypeId = this.#noteTypes.get(origin.noteType);
		if (noteTypeId === undefined) {
			noteTypeId = sha256(origin.noteType);
			this.#noteTypes.set(origin.noteType, noteTypeId);
			this.#sql.addType.run(noteTypeId, origin.noteType);
		}
		const { guid, foreignId, fields, tags, markdownSha256, modifiedMs } = origin;
		return {
			guid,
			foreignId,
			noteTypeId,
			fields: JSON.stringify(fields),
			originTags: JSON.stringify(tags),
			markdownSha256,
			originModifiedAt: modifiedMs,
		};
	}

	/** After all notes of the deck, here and on the stage. */
	#nextPosition(deckId: string): number {
		const next = this.#positions.get(deckId) ?? this.#sql.lastPosition.get(deckId) ?? 0;
		this.#positions.set(deckId, next + 1);
		return next;
	}
}

const KEPT = 'it was edited here since: your text was kept, and the incoming one can be seen beside it.';
const NO_MEMORY = rawMemoryNames('').map(() => null);

const blankNote = {
	...{ kind: null, title: null, tags: null, markdown: null, demoId: null, demoQuery: null, demoLabel: null },
	...{ position: null, importedSha256: null, modifiedAt: null, fileHtml: null, guid: null, foreignId: null },
	...{ noteTypeId: null, fields: null, originTags: null, markdownSha256: null, originModifiedAt: null },
};

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Files that are not wholly ours, tables above all, may say nothing of a demo: that is no wish to lose it. */
const knowsNoDemo = ({ origin, demo }: PortableNote) => demo === null && (origin === null || origin.noteType === '');

/** The Markdown with the demo that the note has here. */
function withDemo(markdown: string, { demoId, demoQuery, demoLabel }: RawRow): string {
	if (demoId === null) return markdown;
	const query = demoQuery ? `?${demoQuery}` : '';
	return `${markdown.trimEnd()}\n\n[${demoLabel}](sandbox:${demoId}${query})\n`;
}

/** The Markdown with `id` at the end of its heading. */
function withId(markdown: string, id: string): string {
	const end = markdown.indexOf('\n');
	const heading = end < 0 ? markdown : markdown.slice(0, end);
	const named = heading.replace(/\{#[^{}]*\}[ \t]*#*[ \t]*\r?$/, `{#${id}}`);
	return end < 0 ? named : named + markdown.slice(end);
}

function prepare(database: OwnConnection) {
	const names = ['id', 'deckId', 'verdict', ...Object.keys(blankNote)];
	return {
		byId: database.prepare<[string], RawRow>('SELECT * FROM "Note" WHERE "id" = ?'),
		byGuid: database.prepare<[string], RawRow>(
			`SELECT n.* FROM "NoteOrigin" o JOIN "Note" n ON n."id" = o."noteId" WHERE o."program" = 'anki' AND o."guid" = ?`,
		),
		staged: database.prepare<[string, string]>(
			'SELECT 1 FROM stage.note WHERE id = ? UNION ALL SELECT 1 FROM stage.note WHERE guid = ?',
		),
		card: database.prepare<[string], RawRow>('SELECT * FROM "Card" WHERE "id" = ?'),
		macros: database.prepare<[string], string>('SELECT "macros" FROM "Deck" WHERE "id" = ?').pluck(),
		lastPosition: database
			.prepare<[string], number>('SELECT max("position") + 1 FROM "Note" WHERE "deckId" = ?')
			.pluck(),
		addNote: database.prepare(
			`INSERT INTO stage.note (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
		),
		addCard: database.prepare(
			`INSERT INTO stage.card VALUES (${Array(13 + NO_MEMORY.length)
				.fill('?')
				.join(', ')})`,
		),
		addName: database.prepare('INSERT OR IGNORE INTO stage.card_name VALUES (?, ?)'),
		addType: database.prepare('INSERT OR IGNORE INTO stage.note_type VALUES (?, ?)'),
	};
}
