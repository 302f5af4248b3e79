import { forbiddenTex } from '@/lib/cards/forbidden-tex';
import { mediaType } from '@/lib/cards/media-type';
import { parseDeck } from '@/lib/cards/parse-deck';
import { DeckTree } from '@/lib/exchange/deck-tree';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import type { ReadOptions } from '@/lib/exchange/file-format';
import { heldCollection, type MediaPlace } from '@/lib/exchange/held-collection';
import type { ExchangeLimits } from '@/lib/exchange/limits';
import type {
	ExchangeNote,
	ExchangeRun,
	PortableCollection,
	PortableDeck,
	PortableNote,
} from '@/lib/exchange/portable';
import { frontMatter } from './deck-file';
import { DeckPictures } from './deck-pictures';
import type { FileTree } from './file-tree';
import { DELETION, type ForeignCard } from './foreign-card';
import { foreignMemory } from './foreign-memory';
import { type ForeignNote, foreignNote } from './foreign-note';
import { portableNote } from './portable-note';

// Markdown made to be hard to read takes time that grows with the square of its length.
const CARD_CHARACTERS = 20_000;

/** Cards of another program's Markdown with what belongs to all of them. */
export interface ForeignCards {
	cards: readonly ForeignCard[];
	macros: Readonly<Record<string, string>>;
	/** Where a picture stands in the tree, by its path as a file names it; null when it is not there. */
	findPicture(file: string, path: string): string | null;
}

/** Brings cards of another program into our grammar: Markdown where that can say them, else notes in HTML; the rest is refused with its line. */
export async function readForeign(
	tree: FileTree,
	{ cards, macros, findPicture }: ForeignCards,
	limits: ExchangeLimits,
	run: ExchangeRun,
	options: ReadOptions,
	remarks: ExchangeNote[],
): Promise<PortableCollection> {
	if (cards.length > limits.notes)
		throw new ExchangeError(`cannot read more than ${limits.notes} notes. Nothing was changed.`);
	const deckTree = new DeckTree(usableMacros(macros, remarks));
	const byDeck = new Map<PortableDeck, ForeignCard[]>();
	for (const card of cards) {
		const deck = deckTree.at(card.deckPath);
		const among = byDeck.get(deck);
		if (among) among.push(card);
		else byDeck.set(deck, [card]);
	}
	const { decks } = deckTree;
	if (decks.length > limits.decks)
		throw new ExchangeError(`cannot read more than ${limits.decks} decks. Nothing was changed.`);
	const notes: PortableNote[] = [];
	const media: MediaPlace[] = [];
	for (const [index, deck] of decks.entries()) {
		run.signal.throwIfAborted();
		run.onProgress({ stage: 'decks', done: index, total: decks.length });
		const shelf = new DeckPictures(tree, limits);
		const made = await deckNotes(byDeck.get(deck) ?? [], shelf, findPicture, limits, remarks, run);
		const parsed = parseBoth(deck, made, shelf, options, remarks);
		for (const [position, { source, note }] of parsed.entries())
			notes.push(withSchedules(portableNote(deck.id, note, position, source.modifiedMs), source.card));
		const shown = new Set(parsed.flatMap(({ note }) => note.media));
		for (const { name, file } of shelf.placed.values())
			if (shown.has(name))
				media.push({
					deckId: deck.id,
					name,
					mimeType: mediaType(name) ?? '',
					read: () => file.read(limits.mediaBytes),
				});
	}
	const scheduled = notes.flatMap((note) => note.cards).filter((card) => card.memory !== null).length;
	if (scheduled > 0)
		remarks.push({
			severity: 'changed',
			where: 'schedule',
			message: `${scheduled} cards keep their due days and intervals; their stability is taken from the interval and their difficulty from the ease. The answers given there are not in the files.`,
		});
	return heldCollection({ ids: 'proposed', decks, notes, media, remarks, close: tree.close }, run.signal);
}

interface MadeNote {
	card: ForeignCard;
	note: ForeignNote;
	modifiedMs: number;
}

async function deckNotes(
	cards: readonly ForeignCard[],
	shelf: DeckPictures,
	findPicture: ForeignCards['findPicture'],
	limits: ExchangeLimits,
	remarks: ExchangeNote[],
	run: ExchangeRun,
): Promise<MadeNote[]> {
	const made: MadeNote[] = [];
	const asked = new Map<string, Set<string>>();
	for (const card of cards) {
		const where = `${card.file}:${card.line}`;
		const length = card.question.length + card.answer.length;
		const allowed = Math.min(limits.noteCharacters, CARD_CHARACTERS);
		if (length > allowed) {
			remarks.push({
				severity: 'refused',
				where,
				message: `The card has ${length} characters; ${allowed} are allowed.`,
			});
			continue;
		}
		if (card.question.split(DELETION.open).length > 100) {
			remarks.push({
				severity: 'refused',
				where,
				message: 'The card has more than the 99 deletions that are allowed.',
			});
			continue;
		}
		const answers = asked.get(`${card.kind} ${card.question}`) ?? new Set();
		asked.set(`${card.kind} ${card.question}`, answers);
		if (answers.has(card.answer)) {
			remarks.push({ severity: 'changed', where, message: 'The same card stands above; it was taken once.' });
			continue;
		}
		answers.add(card.answer);
		const changed = (message: string) =>
			void remarks.push({ severity: 'changed', where, message: `Of this card, ${message}.` });
		// Pictures are named while the text is read, and then fetched before it is drawn.
		const picture = (path: string) => {
			const found = findPicture(card.file, path);
			return found === null ? null : shelf.place(found);
		};
		await unlessTooDeep(where, remarks, () => {
			made.push({ card, note: foreignNote(card, answers.size - 1, { picture, changed }), modifiedMs: run.nowMs });
		});
	}
	await shelf.fetch(remarks);
	return made;
}

async function unlessTooDeep(where: string, remarks: ExchangeNote[], work: () => void): Promise<void> {
	try {
		work();
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		remarks.push({ severity: 'refused', where, message: 'The card is nested too deeply to be read.' });
	}
}

function parseBoth(
	deck: PortableDeck,
	made: readonly MadeNote[],
	shelf: DeckPictures,
	options: ReadOptions,
	remarks: ExchangeNote[],
) {
	const parse = (texts: readonly string[]) =>
		parseDeck(
			{ file: deck.id, text: frontMatter(deck) + texts.map((text) => `\n${text}\n`).join('') },
			{ readMedia: (name) => shelf.bytes(name), checkDemo: options.checkDemo },
		);
	const first = parse(made.flatMap(({ note }) => note.markdown ?? []));
	const reasons = new Map(first.errors.map((error) => [error.noteId, `${error.message}`]));
	const sound = new Map(first.notes.map((note) => [note.id, note]));
	const again = made.filter(({ note }) => !sound.has(note.id));
	const second = parse(again.map(({ note }) => note.html));
	const inHtml = new Map(second.notes.map((note) => [note.id, note]));
	const failures = new Map(second.errors.map((error) => [error.noteId, `${error.message}`]));
	return made.flatMap((source) => {
		const where = `${source.card.file}:${source.card.line}`;
		const { id } = source.note;
		const markdown = sound.get(id);
		if (markdown) return [{ source, note: markdown }];
		const html = inHtml.get(id);
		const reason = reasons.get(id) ?? 'It holds HTML, or a deletion that our Markdown cannot mark.';
		if (html) {
			remarks.push({ severity: 'changed', where, message: `The card became a note in HTML. ${reason}` });
			return [{ source, note: html }];
		}
		remarks.push({ severity: 'refused', where, message: `The card was left out. ${failures.get(id) ?? reason}` });
		return [];
	});
}

function withSchedules(note: PortableNote, card: ForeignCard): PortableNote {
	const cards = note.cards.map((one, index) => {
		const schedule = card.schedules[index] ?? null;
		if (!schedule) return one;
		const memory = foreignMemory(schedule, one.position);
		return { ...one, memory, memoryChangedMs: memory.lastReviewAtMs };
	});
	return { ...note, cards };
}

function usableMacros(macros: Readonly<Record<string, string>>, remarks: ExchangeNote[]): Record<string, string> {
	const usable = Object.entries(macros).filter(([name, body]) => {
		let depth = 0;
		let sound = body.length <= 1000 && forbiddenTex(body).length === 0;
		for (const [token] of body.matchAll(/\\.|[{}]/gs)) {
			depth += token === '{' ? 1 : token === '}' ? -1 : 0;
			if (depth < 0) sound = false;
		}
		if (sound && depth === 0) return true;
		remarks.push({
			severity: 'refused',
			where: name,
			message: 'The macro has no balanced braces, is too long or leads elsewhere; it was left out.',
		});
		return false;
	});
	return Object.fromEntries(usable);
}
