import { createReadStream, createWriteStream } from 'node:fs';
import { appendFile, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { RemarkLog } from '@/lib/exchange/apkg/remark-log';
import type { WriteOptions, WriteReport } from '@/lib/exchange/file-format';
import type { ExchangeRun, PortableCollection, PortableDeck } from '@/lib/exchange/portable';
import { FigureShelf } from './figure-shelf';
import { type PrintLayout, printStyle } from './print-style';

/** What a printed page is asked to look like. */
export interface PrintOptions extends WriteOptions {
	/** `rows` where nothing is said. */
	layout?: PrintLayout;
}

/**
 * Writes one page of HTML with every card, deck by deck, to be printed: style, fonts and pictures are in it, it runs no script and
 * loads nothing. One picture and one batch of notes are in memory at a time.
 */
export async function writePrint(
	collection: PortableCollection,
	options: PrintOptions,
	file: string,
	run: ExchangeRun,
): Promise<WriteReport> {
	const work = await mkdtemp(join(dirname(resolve(file)), '.print-'));
	try {
		const shelf = new FigureShelf(join(work, 'figures'));
		await shelf.fill(collection, run);
		const [body, page] = [join(work, 'body'), join(work, 'page')];
		const { mathematics, ...report } = await writeBody(collection, options, shelf, body, run);
		await appendFile(page, head(options, mathematics));
		await pipeline(createReadStream(body), createWriteStream(page, { flags: 'a' }), { signal: run.signal });
		await appendFile(page, '</main>\n</body>\n</html>\n');
		const { size } = await stat(page);
		await rename(page, file);
		return { ...report, bytes: size };
	} finally {
		await rm(work, { recursive: true, force: true });
	}
}

// Pictures make a card long.
const FLUSH_CHARACTERS = 2 ** 20;

const POLICY =
	"default-src 'none'; img-src data:; style-src 'unsafe-inline'; font-src data:; base-uri 'none'; form-action 'none'";

function head({ title, answers }: PrintOptions, mathematics: boolean): string {
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${escapeHtml(title)}</title>
<style>${printStyle(mathematics)}</style>
</head>
<body${answers ? ' class="answers"' : ''}>
<main>
<h1>${escapeHtml(title)}</h1>
`;
}

async function writeBody(
	collection: PortableCollection,
	{ title, answers, layout = 'rows' }: PrintOptions,
	shelf: FigureShelf,
	body: string,
	run: ExchangeRun,
): Promise<Omit<WriteReport, 'bytes'> & { mathematics: boolean }> {
	const decks = new Map(collection.decks.map((deck) => [deck.id, deck]));
	const remarks = new RemarkLog();
	const written = { notes: 0, cards: 0 };
	let mathematics = false;
	let open: string | null = null;
	await appendFile(body, '');
	for await (const batch of collection.notes()) {
		run.signal.throwIfAborted();
		let text = '';
		for (const note of batch) {
			if (note.deckId !== open) {
				text += `${open === null ? '' : '</div>\n</section>\n'}${deckHead(decks.get(note.deckId), decks, title, layout)}`;
				open = note.deckId;
			}
			for (const card of note.cards) {
				const missing = (name: string) =>
					remarks.add('changed', note.id, `The picture ${name} is not in the collection.`);
				const sides = answers ? ['front', 'back'] : ['front'];
				const shown: string[] = [];
				for (const side of sides) {
					const html = await shelf.inline(side === 'front' ? card.frontHtml : card.backHtml, missing);
					mathematics ||= html.includes('class="katex');
					shown.push(`<div class="${side}">${html}</div>`);
				}
				text += `<article class="card">${shown.join('\n')}</article>\n`;
				written.cards++;
			}
			written.notes++;
			if (text.length < FLUSH_CHARACTERS) continue;
			await appendFile(body, text);
			text = '';
		}
		await appendFile(body, text);
		run.onProgress({ stage: 'notes', done: written.notes, total: collection.counts.notes });
	}
	if (open !== null) await appendFile(body, '</div>\n</section>\n');
	return { ...written, reviews: 0, media: collection.counts.media, remarks: remarks.notes, mathematics };
}

function deckHead(
	deck: PortableDeck | undefined,
	decks: ReadonlyMap<string, PortableDeck>,
	title: string,
	layout: PrintLayout,
): string {
	const path: string[] = [];
	const seen = new Set<PortableDeck>();
	for (let at = deck; at && !seen.has(at); at = decks.get(at.parentId ?? '')) {
		seen.add(at);
		path.unshift(at.title);
	}
	const name = path.join(' \u203a ');
	// The page of one deck has said its name.
	const heading = decks.size === 1 && name === title ? '' : `<h2>${escapeHtml(name)}</h2>\n`;
	const about = deck && deck.description !== '' ? `<p class="about">${escapeHtml(deck.description)}</p>\n` : '';
	return `<section class="deck">\n${heading}${about}<div class="${layout}">\n`;
}

function escapeHtml(words: string): string {
	return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
