import { mediaType } from '@/lib/cards/media-type';
import { svgProblem } from '@/lib/cards/svg-problem';
import { noteSlug } from '@/lib/exchange/apkg/note-slug';
import type { ExchangeLimits } from '@/lib/exchange/limits';
import type { ExchangeNote } from '@/lib/exchange/portable';
import type { FileTree, TreeFile } from './file-tree';

/** The pictures of one deck under names that a deck's file can give. */
export class DeckPictures {
	/** By path in the tree. */
	readonly placed = new Map<string, { name: string; file: TreeFile }>();
	readonly #tree: FileTree;
	readonly #limits: ExchangeLimits;
	readonly #bytes = new Map<string, Uint8Array>();

	constructor(tree: FileTree, limits: ExchangeLimits) {
		this.#tree = tree;
		this.#limits = limits;
	}

	/** The name for a file of the tree; null for what is no picture. */
	place(path: string): string | null {
		const file = this.#tree.files.get(path);
		if (!file || mediaType(path) === null) return null;
		const known = this.placed.get(path);
		if (known) return known.name;
		const plain = path
			.split('/')
			.map((part) => part.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^\.+/, ''))
			.join('/');
		const taken = new Set([...this.placed.values()].map((one) => one.name));
		const usable = plain === path && !taken.has(plain) && !/(?:^|\/)(?:\/|$)/.test(plain);
		const ending = /\.[A-Za-z0-9]+$/.exec(path)?.[0] ?? '';
		const stem = (path.split('/').at(-1) ?? '').slice(0, -ending.length);
		const name = usable ? plain : `${noteSlug(stem, path)}${ending}`;
		this.placed.set(path, { name, file });
		return name;
	}

	/** Reads what was placed; a picture that is no sound one is left out of the shelf, and its note then has a mistake. */
	async fetch(remarks: ExchangeNote[]): Promise<void> {
		for (const [path, { name, file }] of this.placed) {
			const bytes = await file.read(this.#limits.mediaBytes);
			const problem = mediaType(name) === 'image/svg+xml' ? svgProblem(bytes) : null;
			if (problem) remarks.push({ severity: 'refused', where: path, message: `The picture ${problem}.` });
			else this.#bytes.set(name, bytes);
		}
	}

	/** What was read of the picture with a name in the deck; null for none. */
	bytes(name: string): Uint8Array | null {
		return this.#bytes.get(name) ?? null;
	}
}
