import { decodeDeck } from '@/lib/cards/decode-deck';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import type { ReadOptions } from '@/lib/exchange/file-format';
import type { ExchangeLimits } from '@/lib/exchange/limits';
import type { ExchangeNote, ExchangeRun, PortableCollection } from '@/lib/exchange/portable';
import { type FileTree, openTree } from './file-tree';
import { looksLikeHashcards, readHashcards, readMacros } from './hashcards';
import { looksLikeObsidian, readObsidian } from './obsidian';
import { type ForeignCards, readForeign } from './read-foreign';
import { readOwn, type TextFile } from './read-own';

// All of a file is parsed at once.
const TEXT_BYTES = 32 * 2 ** 20;
// Lines are what the other programs' formats are made of: one beyond this is none of theirs.
const LINE_CHARACTERS = 100_000;

/**
 * Reads Markdown files, folders and ZIPs: decks in our own grammar, hashcards', and Obsidian Spaced Repetition's; which of them
 * it is, the remarks say. Throws ExchangeError where there is none of them or more than the limits allow.
 */
export async function readMarkdown(
	path: string,
	limits: ExchangeLimits,
	run: ExchangeRun,
	options: ReadOptions,
): Promise<PortableCollection> {
	const tree = await openTree(path, limits);
	try {
		const remarks = [...tree.remarks];
		const texts = await readTexts(tree, remarks);
		const own = texts.filter(({ text }) => isOurs(text));
		const foreign = texts.filter((file) => !own.includes(file) && !hasEndlessLine(file, remarks));
		if (own.length > 0) {
			for (const { path: file } of foreign)
				leave(remarks, file, 'It has no front matter with id and title, as the decks beside it have.');
			if (own.length > limits.decks)
				throw new ExchangeError(`cannot read more than ${limits.decks} decks. Nothing was changed.`);
			return await readOwn(tree, own, limits, run, options, remarks);
		}
		return await readForeign(tree, foreignCards(tree, path, foreign, options, remarks), limits, run, options, remarks);
	} catch (error) {
		tree.close();
		throw error;
	}
}

function leave(remarks: ExchangeNote[], where: string, message: string): void {
	remarks.push({ severity: 'refused', where, message });
}

async function readTexts(tree: FileTree, remarks: ExchangeNote[]): Promise<TextFile[]> {
	const texts: TextFile[] = [];
	for (const [path, file] of [...tree.files].sort(([a], [b]) => (a < b ? -1 : 1))) {
		const alone = tree.files.size === 1;
		if (!/\.(?:md|markdown)$/i.test(path) && !/(?:^|\/)macros\.tex$/.test(path) && !alone) continue;
		if (/(?:^|\/)README\.md$/i.test(path) && !alone) continue;
		const decoded = decodeDeck(await file.read(TEXT_BYTES));
		if (!decoded.ok)
			leave(
				remarks,
				`${path}:${decoded.line}:${decoded.column}`,
				'The file is not UTF-8 from here on. Save it as UTF-8.',
			);
		else if (decoded.text.includes('\0')) leave(remarks, path, 'The file holds NUL bytes and is no text.');
		else
			texts.push({
				path,
				text: decoded.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'),
				modifiedMs: file.modifiedMs,
			});
	}
	return texts;
}

function hasEndlessLine({ path, text }: TextFile, remarks: ExchangeNote[]): boolean {
	let start = 0;
	for (let number = 1; start <= text.length; number++) {
		const end = text.indexOf('\n', start);
		const length = (end < 0 ? text.length : end) - start;
		if (length > LINE_CHARACTERS) {
			leave(
				remarks,
				`${path}:${number}`,
				`The line has ${length} characters; ${LINE_CHARACTERS} are allowed. The file was left out.`,
			);
			return true;
		}
		if (end < 0) return false;
		start = end + 1;
	}
	return false;
}

function isOurs(text: string): boolean {
	const matter = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text)?.[1] ?? '';
	return /^(?:id|"id"|'id')[ \t]*:/m.test(matter) && /^(?:title|"title"|'title')[ \t]*:/m.test(matter);
}

function foreignCards(
	tree: FileTree,
	path: string,
	texts: readonly TextFile[],
	options: ReadOptions,
	remarks: ExchangeNote[],
): ForeignCards {
	const tagged = texts.filter(({ text }) => looksLikeObsidian(text) === 'certain');
	const hashcards = texts.filter(({ text }) => looksLikeHashcards(text));
	const alone = texts.length === 1 && options.deckTitle !== null ? options.deckTitle : null;
	const say = (message: string) =>
		remarks.unshift({ severity: 'changed', where: path.split(/[\\/]/).at(-1) ?? path, message });
	if (tagged.length === 0 && hashcards.length > 0) {
		say(`Read as hashcards, from ${hashcards.length} of ${texts.length} texts.`);
		const cards = hashcards.flatMap(({ path: file, text }) => readHashcards(file, text, alone ?? stem(file), remarks));
		return { cards, macros: macrosOf(texts, remarks), findPicture: (file, to) => find(tree, file, to, 'root') };
	}
	const possible = tagged.length > 0 ? tagged : texts.filter(({ text }) => looksLikeObsidian(text) !== null);
	const cards = possible.flatMap(({ path: file, text }) => readObsidian(file, text, [alone ?? stem(file)], remarks));
	if (cards.length === 0) {
		throw new ExchangeError(
			`cannot read “${path}”: none of its ${texts.length} texts is a deck of ours (front matter with id and title), of hashcards (Q: and A:, or C:) or of Obsidian Spaced Repetition (question::answer, ?, ==deletion==). Nothing was changed.`,
		);
	}
	say(
		tagged.length > 0
			? `Read as Obsidian Spaced Repetition, from ${tagged.length} of ${texts.length} texts, those with its tag or schedules.`
			: 'Read as Obsidian Spaced Repetition by its separators; no file has the tag #flashcards, so decks are named after the files.',
	);
	return { cards, macros: {}, findPicture: (file, to) => find(tree, file, to, 'vault') };
}

function stem(file: string): string {
	return (file.split('/').at(-1) ?? file).replace(/\.(?:md|markdown)$/i, '');
}

function macrosOf(texts: readonly TextFile[], remarks: ExchangeNote[]): Record<string, string> {
	const file = texts.find(({ path }) => path === 'macros.tex' || path.endsWith('/macros.tex'));
	return file ? readMacros(file.path, file.text, remarks) : {};
}

// hashcards names pictures from the root; Obsidian from the file, the vault, or by the file's name wherever it is.
function find(tree: FileTree, file: string, to: string, from: 'root' | 'vault'): string | null {
	const path = plainPath(to);
	if (path === null) return null;
	const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : '';
	const beside = plainPath(folder + to);
	for (const candidate of from === 'root' ? [path, beside] : [beside, path])
		if (candidate !== null && tree.files.has(candidate)) return candidate;
	const shared = [...tree.files.keys()].map((one) => one.split('/')[0]);
	const root = shared.every((one) => one === shared[0]) && shared[0] !== undefined ? `${shared[0]}/${path}` : null;
	if (root !== null && tree.files.has(root)) return root;
	if (from === 'root') return null;
	return [...tree.files.keys()].find((one) => one.endsWith(`/${path}`)) ?? null;
}

function plainPath(path: string): string | null {
	let decoded = path;
	try {
		decoded = decodeURIComponent(path);
	} catch {
		// A percent sign that is one.
	}
	const parts: string[] = [];
	for (const part of decoded.split('/')) {
		if (part === '' || part === '.') continue;
		if (part !== '..') parts.push(part);
		else if (parts.pop() === undefined) return null;
	}
	return decoded.startsWith('/') || /^[a-z]+:/i.test(decoded) ? null : parts.join('/');
}
