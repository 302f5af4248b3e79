import { createWriteStream, statSync } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import type { ExchangeLimits } from '@/lib/exchange/limits';

// Deflate shrinks a page of zeros to a thousandth, which small collections are full of; beyond a few megabytes nothing honest does.
const RATIO = 200;
const RATIO_FROM_BYTES = 16 * 2 ** 20;
const LOCAL_HEADER_BYTES = 30;

/** The archive of a package, its directory checked: members by name, none of them read yet. */
export class PackageZip {
	readonly #file: ZipFile;
	readonly #entries: ReadonlyMap<string, Entry>;

	private constructor(file: ZipFile, entries: ReadonlyMap<string, Entry>) {
		this.#file = file;
		this.#entries = entries;
	}

	/** Opens a package. Throws ExchangeError for what is no archive, or one whose directory lies or asks for too much. */
	static async open(path: string, limits: ExchangeLimits): Promise<PackageZip> {
		const { size } = statSync(path);
		if (size > limits.fileBytes) throw refused(`it has ${size} bytes; at most ${limits.fileBytes} are allowed`);
		const file = await openPromise(path, { autoClose: false, lazyEntries: true, strictFileNames: true }).catch(
			(error) => {
				throw refused(`it is no whole ZIP archive (${reason(error)})`, error);
			},
		);
		try {
			return new PackageZip(file, await readDirectory(file, size, limits));
		} catch (error) {
			file.close();
			throw error instanceof ExchangeError ? error : refused(`its directory cannot be read (${reason(error)})`, error);
		}
	}

	/** Whether the package has a member of that name. */
	has(name: string): boolean {
		return this.#entries.has(name);
	}

	/** Unpacks a member into a file; throws ExchangeError when it is broken or longer than `limitBytes` or than its directory says. */
	async extract(name: string, path: string, limitBytes: number, signal: AbortSignal): Promise<number> {
		const entry = this.#entry(name, limitBytes);
		let bytes = 0;
		const counted = new Transform({
			transform(chunk: Buffer, _encoding, done) {
				bytes += chunk.length;
				done(bytes > limitBytes ? tooLong(name, limitBytes) : null, chunk);
			},
		});
		try {
			await pipeline(await this.#file.openReadStreamPromise(entry), counted, createWriteStream(path), { signal });
		} catch (error) {
			signal.throwIfAborted();
			throw error instanceof ExchangeError
				? error
				: refused(`its member “${name}” is broken (${reason(error)})`, error);
		}
		return bytes;
	}

	/** Unpacks a member into memory, on the same terms. */
	async read(name: string, limitBytes: number): Promise<Buffer> {
		const entry = this.#entry(name, limitBytes);
		const chunks: Buffer[] = [];
		let bytes = 0;
		try {
			for await (const chunk of await this.#file.openReadStreamPromise(entry)) {
				bytes += (chunk as Buffer).length;
				if (bytes > limitBytes) throw tooLong(name, limitBytes);
				chunks.push(chunk as Buffer);
			}
		} catch (error) {
			throw error instanceof ExchangeError
				? error
				: refused(`its member “${name}” is broken (${reason(error)})`, error);
		}
		return Buffer.concat(chunks);
	}

	/** Lets go of the file. */
	close(): void {
		this.#file.close();
	}

	#entry(name: string, limitBytes: number): Entry {
		const entry = this.#entries.get(name);
		if (!entry) throw refused(`it has no member “${name}”`);
		if (entry.uncompressedSize > limitBytes) throw tooLong(name, limitBytes);
		return entry;
	}
}

async function readDirectory(file: ZipFile, size: number, limits: ExchangeLimits): Promise<Map<string, Entry>> {
	if (file.entryCount > limits.files + 10)
		throw refused(`it has ${file.entryCount} members; at most ${limits.files} are allowed`);
	const entries = new Map<string, Entry>();
	let unpacked = 0;
	await new Promise<void>((resolve, reject) => {
		file.on('error', reject);
		file.on('end', resolve);
		file.on('entry', (entry: Entry) => {
			unpacked += entry.uncompressedSize;
			const problem = entryProblem(entry, entries, unpacked, limits);
			if (problem) {
				reject(refused(problem));
				return;
			}
			entries.set(entry.fileName, entry);
			file.readEntry();
		});
		file.readEntry();
	});
	let end = 0;
	for (const entry of [...entries.values()].sort(
		(a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
	)) {
		if (entry.relativeOffsetOfLocalHeader < end) throw refused(`its members overlap at “${entry.fileName}”`);
		end = entry.relativeOffsetOfLocalHeader + LOCAL_HEADER_BYTES + entry.compressedSize;
	}
	if (end > size) throw refused('its members reach beyond its end');
	return entries;
}

function entryProblem(
	entry: Entry,
	entries: ReadonlyMap<string, Entry>,
	unpacked: number,
	limits: ExchangeLimits,
): string | null {
	const { fileName: name, compressedSize, uncompressedSize } = entry;
	if (entries.has(name)) return `it has the member “${name}” twice`;
	if ((entry.generalPurposeBitFlag & 1) === 1) return `its member “${name}” is encrypted`;
	if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
		return `its member “${name}” is packed by the unknown method ${entry.compressionMethod}`;
	if (unpacked > limits.unpackedBytes)
		return `its members unpack to more than the ${limits.unpackedBytes} bytes that are allowed`;
	if (uncompressedSize > RATIO_FROM_BYTES && uncompressedSize > compressedSize * RATIO)
		return `its member “${name}” would unpack from ${compressedSize} to ${uncompressedSize} bytes; at most ${RATIO} times as much is allowed`;
	return null;
}

/** The error of a package that is refused whole. */
export function refused(why: string, cause?: unknown): ExchangeError {
	return new ExchangeError(`cannot read this Anki package: ${why}. Nothing was changed.`, { cause });
}

/** What an error of another library says, on one line. */
export function reason(error: unknown): string {
	return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]?.replace(/\.$/, '') ?? '';
}

function tooLong(name: string, limitBytes: number): ExchangeError {
	return refused(`its member “${name}” unpacks to more than the ${limitBytes} bytes that are allowed`);
}
