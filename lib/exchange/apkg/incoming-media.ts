import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mediaType } from '@/lib/cards/media-type';
import { svgProblem } from '@/lib/cards/svg-problem';
import type { ExchangeLimits } from '@/lib/exchange/limits';
import type { PortableMedia } from '@/lib/exchange/portable';
import { MediaNames, safeMediaName } from './media-names';
import { readMediaList } from './package-media';
import type { PackageZip } from './package-zip';
import type { RemarkLog } from './remark-log';
import { unpackZstd } from './unpack-zstd';

const SOUNDS: Record<string, string> = {
	mp3: 'audio/mpeg',
	ogg: 'audio/ogg',
	oga: 'audio/ogg',
	opus: 'audio/ogg',
	wav: 'audio/wav',
	m4a: 'audio/mp4',
	flac: 'audio/flac',
};

/** The files of a package: which of them a note may show, and each deck's share of them. */
export class IncomingMedia {
	readonly #zip: PackageZip;
	readonly #folder: string;
	readonly #modern: boolean;
	readonly #limits: ExchangeLimits;
	/** Members by the name that notes use, in Unicode's form C. */
	readonly #members = new Map<string, string>();
	readonly #unfit = new Set<string>();
	/** What each deck needs: its name there, and the name in the package. */
	readonly #wanted = new Map<string, { deckId: string; name: string; original: string }>();

	private constructor(zip: PackageZip, folder: string, modern: boolean, limits: ExchangeLimits) {
		this.#zip = zip;
		this.#folder = folder;
		this.#modern = modern;
		this.#limits = limits;
	}

	/** Reads the list of files and looks into every SVG; what is missing, too large or runs something is told. */
	static async open(
		zip: PackageZip,
		folder: string,
		modern: boolean,
		limits: ExchangeLimits,
		remarks: RemarkLog,
	): Promise<IncomingMedia> {
		const media = new IncomingMedia(zip, folder, modern, limits);
		const list = await readMediaList(zip, modern, (name, most) => media.#read(name, most));
		for (const [name, member] of list) {
			const plain = name.normalize('NFC');
			if (!zip.has(member)) {
				remarks.add('changed', name, 'The package lists this file and does not hold it; cards do without it.');
				continue;
			}
			if (plain === '' || plain === '.' || plain === '..' || /[/\\\0]/.test(plain)) {
				remarks.add('refused', name, 'This name would lead out of the folder of media; the file was left out.');
				continue;
			}
			media.#members.set(plain, member);
			const bytes = await media.#bytes(plain);
			const problem = bytes === null ? 'is broken or too large' : isSvg(plain) ? svgProblem(bytes) : null;
			if (problem === null) continue;
			media.#unfit.add(plain);
			remarks.add('refused', name, `The file ${problem}; it was left out.`);
		}
		return media;
	}

	/** How many files the package holds. */
	get count(): number {
		return this.#wanted.size;
	}

	/** The name in the deck of a picture that a field names, once it is known to be fit to be shown; null otherwise. */
	picture(deckId: string, original: string): string | null {
		const plain = original.normalize('NFC');
		if (mediaType(plain) === null) return null;
		const name = safeMediaName(plain);
		return this.want(deckId, name, plain) ? name : null;
	}

	/** The picture of a deck of ours by the name that its Markdown has; true when the package holds it. */
	ownPicture(deckId: string, name: string): boolean {
		const names = new MediaNames();
		const flat = names.of(deckId, name);
		// a second claim shows what the writer calls it where two names would be one
		const other = names.claim(flat, `${deckId}/${name}`);
		return this.want(deckId, name, flat) || this.want(deckId, name, other);
	}

	/** Notes that a deck needs a file, under `name`; false when the package does not hold it or it is unfit. */
	want(deckId: string, name: string, original: string): boolean {
		const plain = original.normalize('NFC');
		if (!this.#members.has(plain) || this.#unfit.has(plain)) return false;
		this.#wanted.set(`${deckId}/${name}`, { deckId, name, original: plain });
		return true;
	}

	/** Every file that a deck needs, one at a time. */
	async *all(signal: AbortSignal): AsyncGenerator<PortableMedia> {
		for (const { deckId, name, original } of this.#wanted.values()) {
			signal.throwIfAborted();
			const bytes = await this.#bytes(original);
			const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
			const sound = Object.hasOwn(SOUNDS, ending) ? SOUNDS[ending] : undefined;
			const mimeType = mediaType(name) ?? sound ?? 'application/octet-stream';
			if (bytes) yield { deckId, name, mimeType, bytes };
		}
	}

	async #bytes(name: string): Promise<Uint8Array | null> {
		try {
			return await this.#read(this.#members.get(name) ?? '', this.#limits.mediaBytes);
		} catch (error) {
			if (error instanceof Error && error.name === 'ExchangeError') return null;
			throw error;
		}
	}

	async #read(member: string, limitBytes: number): Promise<Uint8Array> {
		const packed = await this.#zip.read(member, limitBytes);
		if (!this.#modern) return new Uint8Array(packed);
		const [from, to] = [join(this.#folder, 'packed'), join(this.#folder, 'unpacked')];
		try {
			writeFileSync(from, packed);
			unpackZstd(from, to, limitBytes);
			return new Uint8Array(readFileSync(to));
		} finally {
			rmSync(from, { force: true });
			rmSync(to, { force: true });
		}
	}
}

function isSvg(name: string): boolean {
	return mediaType(name) === 'image/svg+xml';
}
