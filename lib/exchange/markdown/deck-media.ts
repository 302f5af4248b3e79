import type { ParsedDeck } from '@/lib/cards/deck-source';
import { mediaType } from '@/lib/cards/media-type';
import type { ExchangeLimits } from '@/lib/exchange/limits';
import type { FileTree } from './file-tree';

/** Where a file stands that a deck names: from the folder of the deck's file, never above the tree; null when it is not there. */
export function mediaPath(tree: FileTree, deckFile: string, name: string): string | null {
	const path = deckFile.includes('/') ? `${deckFile.slice(0, deckFile.lastIndexOf('/'))}/${name}` : name;
	return tree.files.has(path) ? path : null;
}

/**
 * Reads a deck whose pictures lie in a tree: those whose names stand in its text are fetched before, any that are named in
 * another way afterwards, and the deck is then read again.
 */
export async function parseWithMedia(
	tree: FileTree,
	deckFile: string,
	text: string,
	limits: ExchangeLimits,
	parse: (readMedia: (name: string) => Uint8Array | null) => ParsedDeck,
): Promise<ParsedDeck> {
	const loaded = new Map<string, Uint8Array>();
	const fetch = async (path: string) => {
		const file = tree.files.get(path);
		if (file) loaded.set(path, await file.read(limits.mediaBytes));
	};
	const folder = deckFile.includes('/') ? deckFile.slice(0, deckFile.lastIndexOf('/') + 1) : '';
	for (const path of tree.files.keys()) {
		if (mediaType(path) !== null && path.startsWith(folder) && text.includes(path.slice(folder.length)))
			await fetch(path);
	}
	const missing = new Set<string>();
	const readMedia = (name: string) => {
		const path = mediaPath(tree, deckFile, name);
		if (path === null) return null;
		const bytes = loaded.get(path);
		if (!bytes) missing.add(path);
		return bytes ?? null;
	};
	const deck = parse(readMedia);
	if (missing.size === 0) return deck;
	for (const path of missing) await fetch(path);
	return parse(readMedia);
}
