import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { mediaType } from '@/lib/cards/media-type';
import type { ExchangeNote, ExchangeRun, PortableCollection, PortableNote } from '@/lib/exchange/portable';
import { frontMatter, notesText } from './deck-file';
import { lostFrom, lostWords } from './lost-in-markdown';

/** What came into a folder. */
export interface WrittenFolder {
	/** Relative paths with forward slashes, in the order they were made. */
	files: string[];
	notes: number;
	cards: number;
	media: number;
	remarks: ExchangeNote[];
}

/**
 * Writes a collection as deck files with their media into a folder that is there and empty. A deck with media has a folder of
 * its own; numbers before the names keep the order of several decks.
 */
export async function writeFolder(
	collection: PortableCollection,
	folder: string,
	run: ExchangeRun,
): Promise<WrittenFolder> {
	const written: WrittenFolder = { files: [], notes: 0, cards: 0, media: 0, remarks: [] };
	const illustrated = new Map<string, PortableNote['media']>();
	for await (const { deckId, name } of collection.media()) {
		run.signal.throwIfAborted();
		if (isMediaName(name)) illustrated.set(deckId, [...(illustrated.get(deckId) ?? []), name]);
	}
	const width = String(collection.decks.length).length;
	const places = new Map(
		collection.decks.map((deck, index) => {
			const number = collection.decks.length > 1 ? `${String(index + 1).padStart(width, '0')}-` : '';
			const stem = `${number}${deck.id}`;
			const beside = illustrated.has(deck.id) && collection.decks.length > 1;
			return [deck.id, { deck, folder: beside ? stem : '.', file: beside ? `${stem}/${deck.id}.md` : `${stem}.md` }];
		}),
	);
	for (const { deck, file } of places.values()) {
		await put(folder, file, frontMatter(deck));
		written.files.push(file);
	}
	const lost = lostFrom(collection);
	for await (const batch of collection.notes()) {
		run.signal.throwIfAborted();
		for (const [deckId, notes] of groupByDeck(batch)) {
			const place = places.get(deckId);
			if (!place)
				throw new RangeError(`the note ${notes[0]?.id} is in the deck ${deckId}, which is not in the collection`);
			await appendFile(join(folder, place.file), notesText(notes));
			lost.see(notes);
			written.notes += notes.length;
			written.cards += notes.reduce((sum, note) => sum + note.cards.length, 0);
		}
		run.onProgress({ stage: 'notes', done: written.notes, total: collection.counts.notes });
	}
	for await (const { deckId, name, bytes } of collection.media()) {
		run.signal.throwIfAborted();
		const place = places.get(deckId);
		if (!place || !isMediaName(name)) {
			lost.leaveOut(`${deckId}: ${name}`);
			continue;
		}
		const file = place.folder === '.' ? name : `${place.folder}/${name}`;
		await put(folder, file, bytes);
		written.files.push(file);
		written.media++;
		run.onProgress({ stage: 'media', done: written.media, total: collection.counts.media });
	}
	written.remarks.push(...lostWords(lost));
	return written;
}

/** True for the names that a deck's file can give to a picture. */
export function isMediaName(name: string): boolean {
	return (
		/^[A-Za-z0-9._/-]+$/.test(name) &&
		!name.split('/').some((part) => part === '' || /^\.+$/.test(part)) &&
		mediaType(name) !== null
	);
}

function groupByDeck(notes: readonly PortableNote[]): Map<string, PortableNote[]> {
	const groups = new Map<string, PortableNote[]>();
	for (const note of notes) {
		const group = groups.get(note.deckId);
		if (group) group.push(note);
		else groups.set(note.deckId, [note]);
	}
	return groups;
}

async function put(folder: string, file: string, content: string | Uint8Array): Promise<void> {
	const path = join(folder, file);
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, content, { flag: 'wx' });
}
