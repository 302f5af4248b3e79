import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { type FamilyMistake, familyMistakes } from './deck-family';
import type { ParsedDeck } from './deck-source';
import { decodeDeck } from './decode-deck';
import type { CheckDemo } from './demo-link';
import { parseDeck } from './parse-deck';

/**
 * Reads every deck in a folder and the folders below it (`*.md` but `README.md`, in the order of their paths) with the media
 * beside it. Mistakes in how the decks hang together are among the errors; a deck whose id is taken loses its id and notes,
 * one with an impossible parent its parent. Throws when the folder itself cannot be read.
 */
export function readContent(folder: string, checkDemo: CheckDemo): ParsedDeck[] {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.md') && !/(?:^|[\\/])(?:README\.md|\.|node_modules[\\/])/.test(name))
		.map((name) => join(folder, name))
		.filter((path) => statSync(path).isFile())
		.sort();
	const read = files.map((path) => ({ path, deck: readDeck(path, checkDemo) }));
	const mistakes = familyMistakes(read.map(({ deck }) => deck));
	return read.map(({ path, deck }) =>
		withMistakes(
			path,
			deck,
			mistakes.filter((mistake) => mistake.deck === deck),
		),
	);
}

function readDeck(path: string, checkDemo: CheckDemo): ParsedDeck {
	const file = shownPath(path);
	const reading = decodeDeck(readFileSync(path));
	if (reading.ok)
		return parseDeck({ file, text: reading.text }, { checkDemo, readMedia: (name) => readMedia(dirname(path), name) });
	const { line, column } = reading;
	const error = {
		file,
		line,
		column,
		message: 'The file is not UTF-8 from here on.',
		advice: 'Save it as UTF-8.',
		noteId: null,
	};
	return {
		id: '',
		title: '',
		parentId: null,
		description: '',
		tags: [],
		macros: {},
		notes: [],
		media: [],
		errors: [error],
	};
}

// A link in the file system must not lead out of the deck's folder either.
function readMedia(folder: string, name: string): Uint8Array | null {
	const path = resolve(folder, name);
	if (!existsSync(path)) return null;
	const inside = realpathSync(path).startsWith(realpathSync(folder) + sep);
	return inside && statSync(path).isFile() ? new Uint8Array(readFileSync(path)) : null;
}

function withMistakes(path: string, deck: ParsedDeck, mistakes: readonly FamilyMistake[]): ParsedDeck {
	if (mistakes.length === 0) return deck;
	const lines = readFileSync(path, 'utf8')
		.replace(/^\uFEFF/, '')
		.split(/\r\n?|\n/);
	const errors = mistakes.map(({ key, message, advice }) => {
		const line = Math.max(
			0,
			lines.findIndex((text) => new RegExp(`^(["']?)${key}\\1\\s*:`).test(text)),
		);
		return { file: shownPath(path), line: line + 1, column: 1, message, advice, noteId: null };
	});
	const usable = mistakes.some(({ key }) => key === 'id') ? { ...deck, id: '', notes: [], media: [] } : deck;
	const parentId = mistakes.some(({ key }) => key === 'parent') ? null : deck.parentId;
	return {
		...usable,
		parentId,
		errors: [...errors, ...deck.errors].sort((a, b) => a.line - b.line || a.column - b.column),
	};
}

function shownPath(path: string): string {
	return relative(process.cwd(), path).split(sep).join('/');
}
