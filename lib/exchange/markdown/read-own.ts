import { familyMistakes } from '@/lib/cards/deck-family';
import type { ParsedDeck } from '@/lib/cards/deck-source';
import { NO_NOTES, parseDeck } from '@/lib/cards/parse-deck';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import type { ReadOptions } from '@/lib/exchange/file-format';
import { heldCollection, type MediaPlace, parentsFirst } from '@/lib/exchange/held-collection';
import type { ExchangeLimits } from '@/lib/exchange/limits';
import type {
	ExchangeNote,
	ExchangeRun,
	PortableCollection,
	PortableDeck,
	PortableNote,
} from '@/lib/exchange/portable';
import { mediaPath, parseWithMedia } from './deck-media';
import type { FileTree } from './file-tree';
import { portableNote } from './portable-note';

/** A text of the tree with where it stands. */
export interface TextFile {
	path: string;
	text: string;
	modifiedMs: number;
}

/** Reads decks in our own grammar; notes with mistakes are refused with their line, the rest comes in under its own ids. */
export async function readOwn(
	tree: FileTree,
	texts: readonly TextFile[],
	limits: ExchangeLimits,
	run: ExchangeRun,
	options: ReadOptions,
	remarks: ExchangeNote[],
): Promise<PortableCollection> {
	const read: { file: TextFile; deck: ParsedDeck }[] = [];
	const notes: PortableNote[] = [];
	const media: MediaPlace[] = [];
	for (const [index, file] of texts.entries()) {
		run.signal.throwIfAborted();
		run.onProgress({ stage: 'decks', done: index, total: texts.length });
		const deck = await parseWithMedia(tree, file.path, file.text, limits, (readMedia) =>
			parseDeck({ file: file.path, text: file.text }, { readMedia, checkDemo: options.checkDemo }),
		);
		// An empty deck is sound here: it may hold others.
		for (const { line, column, message, advice } of deck.errors)
			if (message !== NO_NOTES)
				remarks.push({ severity: 'refused', where: `${file.path}:${line}:${column}`, message: `${message} ${advice}` });
		read.push({ file, deck: { ...deck, media: [] } });
		if (deck.id === '' || read.some((other) => other.deck.id === deck.id && other.file !== file)) continue;
		for (const [position, note] of deck.notes.entries()) {
			if (note.markdown.length > limits.noteCharacters) {
				const found = `${note.markdown.length} characters; ${limits.noteCharacters} are allowed`;
				remarks.push({ severity: 'refused', where: `${file.path}:${note.line}`, message: `The note has ${found}.` });
			} else notes.push(portableNote(deck.id, note, position, file.modifiedMs));
		}
		if (notes.length > limits.notes)
			throw new ExchangeError(`cannot read more than ${limits.notes} notes. Nothing was changed.`);
		for (const { name, mimeType } of deck.media) {
			const place = tree.files.get(mediaPath(tree, file.path, name) ?? '');
			if (place) media.push({ deckId: deck.id, name, mimeType, read: () => place.read(limits.mediaBytes) });
		}
	}
	const decks = family(read, remarks);
	return heldCollection({ ids: 'exact', decks, notes, media, remarks, close: tree.close }, run.signal);
}

function family(read: readonly { file: TextFile; deck: ParsedDeck }[], remarks: ExchangeNote[]): PortableDeck[] {
	const lost = new Map<ParsedDeck, 'id' | 'parent'>();
	const known = new Set(read.map(({ deck }) => deck.id));
	for (const { deck, key, message, advice } of familyMistakes(read.map((one) => one.deck))) {
		const file = read.find((one) => one.deck === deck)?.file.path ?? '';
		// The parent of a deck that travelled alone may be here already: that is for the import to find.
		if (key === 'parent' && deck.parentId !== null && !known.has(deck.parentId)) continue;
		lost.set(deck, key);
		remarks.push({ severity: key === 'id' ? 'refused' : 'changed', where: file, message: `${message} ${advice}` });
	}
	const usable = read.filter(({ deck }) => deck.id !== '' && lost.get(deck) !== 'id');
	return parentsFirst(
		usable.map(({ deck }) => ({
			id: deck.id,
			parentId: lost.get(deck) === 'parent' ? null : deck.parentId,
			title: deck.title,
			description: deck.description,
			tags: deck.tags,
			macros: deck.macros,
			options: null,
		})),
	);
}
