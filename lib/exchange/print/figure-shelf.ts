import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mediaType } from '@/lib/cards/media-type';
import type { ExchangeRun, PortableCollection } from '@/lib/exchange/portable';

/** The pictures of a collection, laid down in a folder so that one at a time is in memory. */
export class FigureShelf {
	readonly #folder: string;
	readonly #files = new Map<string, { path: string; mimeType: string }>();

	constructor(folder: string) {
		this.#folder = folder;
	}

	/** Lays down all pictures; files that are none are passed over. */
	async fill(collection: PortableCollection, run: ExchangeRun): Promise<void> {
		await mkdir(this.#folder);
		for await (const { deckId, name, bytes } of collection.media()) {
			run.signal.throwIfAborted();
			const mimeType = mediaType(name);
			if (mimeType === null) continue;
			const path = join(this.#folder, String(this.#files.size));
			await writeFile(path, bytes);
			this.#files.set(`${deckId}/${name}`, { path, mimeType });
		}
	}

	/** The HTML of a card with its pictures in it; `missing` is told of each that is not on the shelf, whose words then stand alone. */
	async inline(html: string, missing: (name: string) => void): Promise<string> {
		let inlined = '';
		let from = 0;
		for (const match of html.matchAll(/ src="\/api\/media\/([^"]*)"/g)) {
			const file = this.#files.get(match[1] ?? '');
			inlined += html.slice(from, match.index);
			from = match.index + match[0].length;
			if (file) inlined += ` src="data:${file.mimeType};base64,${await readFile(file.path, 'base64')}"`;
			else missing(match[1] ?? '');
		}
		return (inlined + html.slice(from)).replaceAll(' loading="lazy"', '');
	}
}
