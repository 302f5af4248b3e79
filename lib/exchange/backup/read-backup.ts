import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import type { ExchangeLimits } from '@/lib/exchange/limits';
import type { ExchangeRun } from '@/lib/exchange/portable';
import { BACKUP_VERSION, BackupFooter, BackupHeader, type BackupValue } from './backup-format';

/** Where the rows of a backup go. */
export interface BackupSink {
	/** Called once, first; throws for a schema that it cannot take. */
	begin(header: BackupHeader): void;
	row(table: number, values: (string | number | null | Uint8Array)[]): void;
}

/**
 * Reads a backup row by row into `sink` and resolves once counts and checksum agree; until then nothing in the sink may count.
 * Throws ExchangeError for what is no backup, truncated, altered, of a newer version, or larger than `limits` allow.
 */
export async function readBackup(
	file: string,
	sink: BackupSink,
	limits: ExchangeLimits,
	run: ExchangeRun,
): Promise<{ rows: number }> {
	const refuse = (what: string) => new ExchangeError(`cannot restore “${file}”: ${what} Nothing was changed.`);
	const size = statSync(file, { throwIfNoEntry: false })?.size;
	if (size === undefined) throw refuse('there is no such file.');
	if (size > limits.fileBytes) {
		throw refuse(`it has ${size} bytes; ${limits.fileBytes} are allowed (--limit fileBytes=… allows more).`);
	}
	const input = createReadStream(file);
	const unzipped = input.pipe(createGunzip());
	input.on('error', (error) => unzipped.destroy(error));
	const reader = new BackupReader(sink, refuse);
	try {
		await reader.read(unzipped, limits, () => {
			run.signal.throwIfAborted();
			run.onProgress({ stage: 'restore', done: input.bytesRead, total: size });
		});
	} catch (error) {
		input.destroy();
		unzipped.destroy();
		if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')) {
			throw refuse(`it is ${error.code === 'Z_BUF_ERROR' ? 'cut short' : 'damaged, or no backup'} (${error.message}).`);
		}
		throw error;
	}
	return { rows: reader.finish() };
}

/** Takes lines one by one; the one before the newest is known to be no footer. */
class BackupReader {
	readonly #sink: BackupSink;
	readonly #refuse: (what: string) => ExchangeError;
	readonly #hash = createHash('sha256');
	#header: BackupHeader | null = null;
	#rows: number[] = [];
	#last: string | null = null;
	#line = 0;

	constructor(sink: BackupSink, refuse: (what: string) => ExchangeError) {
		this.#sink = sink;
		this.#refuse = refuse;
	}

	async read(chunks: AsyncIterable<Buffer>, limits: ExchangeLimits, onChunk: () => void): Promise<void> {
		const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
		const longest = Math.ceil(limits.mediaBytes * 1.4) + 10_000_000;
		// pieces of a line whose end has not come yet: only what is new is searched for it
		let pieces: string[] = [];
		let [held, unpacked] = [0, 0];
		for await (const chunk of chunks) {
			unpacked += chunk.length;
			if (unpacked > limits.unpackedBytes) {
				throw this.#refuse(
					`it unpacks to more than ${limits.unpackedBytes} bytes (--limit unpackedBytes=… allows more).`,
				);
			}
			const text = this.#decode(decoder, chunk);
			let start = 0;
			for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
				this.#take(pieces.join('') + text.slice(start, end));
				[pieces, held] = [[], 0];
				start = end + 1;
			}
			pieces.push(text.slice(start));
			held += text.length - start;
			if (held > longest) throw this.#refuse(`line ${this.#line + 1} has more than ${longest} characters.`);
			onChunk();
		}
		if (held > 0) throw this.#refuse('it is cut short: its last line has no end.');
	}

	finish(): number {
		if (this.#last === null || !this.#header) throw this.#refuse('it is cut short: its last line is missing.');
		const footer = BackupFooter.safeParse(this.#json(this.#last));
		if (!footer.success) throw this.#refuse('it is cut short: its last line is no summary.');
		if (footer.data.sha256 !== this.#hash.digest('hex')) {
			throw this.#refuse('it was altered: its checksum is not that of its content.');
		}
		if (JSON.stringify(footer.data.rows) !== JSON.stringify(this.#rows)) {
			throw this.#refuse('it was altered: it does not hold the rows it says.');
		}
		return this.#rows.reduce((sum, rows) => sum + rows, 0);
	}

	#decode(decoder: TextDecoder, chunk: Buffer): string {
		try {
			return decoder.decode(chunk, { stream: true });
		} catch {
			throw this.#refuse('it is damaged, or no backup: it holds bytes that are no text.');
		}
	}

	/** Handles the line before `line`, since only the end tells which line was the last. */
	#take(line: string): void {
		const before = this.#last;
		this.#last = line;
		if (before === null) return;
		this.#line++;
		this.#hash.update(before);
		this.#hash.update('\n');
		if (this.#header) this.#row(this.#header, before);
		else this.#begin(before);
	}

	#begin(line: string): void {
		const told = this.#json(line);
		const header = BackupHeader.safeParse(told);
		if (!header.success) throw this.#refuse('it is no backup of Chainrule.');
		if (header.data.version > BACKUP_VERSION) {
			throw this.#refuse(
				`it has version ${header.data.version}, written by a newer Chainrule; versions up to ${BACKUP_VERSION} are allowed. Update Chainrule first.`,
			);
		}
		this.#header = header.data;
		this.#rows = header.data.tables.map(() => 0);
		try {
			this.#sink.begin(header.data);
		} catch (error) {
			throw error instanceof RangeError ? this.#refuse(error.message) : error;
		}
	}

	#row({ tables }: BackupHeader, line: string): void {
		const row = this.#json(line);
		const [index, ...values] = Array.isArray(row) ? (row as [number, ...BackupValue[]]) : [-1];
		const table = tables[index];
		if (!table || values.length !== table.columns.length) {
			throw this.#refuse(`line ${this.#line} is no row of a table that the first line names.`);
		}
		this.#rows[index] = (this.#rows[index] ?? 0) + 1;
		this.#sink.row(
			index,
			values.map((value) => this.#value(value)),
		);
	}

	#value(value: unknown): string | number | null | Uint8Array {
		if (value === null || typeof value === 'string' || typeof value === 'number') return value;
		if (typeof value === 'object' && 'base64' in value && typeof value.base64 === 'string') {
			return Buffer.from(value.base64, 'base64');
		}
		throw this.#refuse(`line ${this.#line} holds a value that no table can hold.`);
	}

	#json(line: string): unknown {
		try {
			return JSON.parse(line);
		} catch {
			throw this.#refuse(
				this.#header ? `line ${this.#line} is no JSON: it is damaged.` : 'it is no backup of Chainrule.',
			);
		}
	}
}
