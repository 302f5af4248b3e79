import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync, statSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ExchangeRun } from '@/lib/exchange/portable';
import { BACKUP_VERSION, type BackupFooter, type BackupHeader } from './backup-format';

/** The tables that a backup holds, as they are at one moment. */
export interface BackupSource {
	schema: string[];
	tables: { name: string; columns: string[]; rows: number }[];
	/** The rows of a table, values in the order of its columns. */
	rowsOf(table: string): Iterable<readonly (string | number | null | Uint8Array)[]>;
}

const CHARACTERS_AT_ONCE = 1 << 18;

/** Writes every row of `source` as gzipped lines of JSON with counts and a checksum at the end; `file` is there complete or not at all. */
export async function writeBackup(
	source: BackupSource,
	file: string,
	run: ExchangeRun,
): Promise<{ rows: number; bytes: number }> {
	const part = `${file}.part`;
	const gzip = createGzip({ level: 6 });
	const output = gzip.pipe(createWriteStream(part, { mode: 0o600 }));
	const ended = finished(output);
	gzip.on('error', (error) => output.destroy(error));
	// told by `ended`, which is waited for below
	ended.catch(() => {});
	const hash = createHash('sha256');
	const total = source.tables.reduce((sum, table) => sum + table.rows, 0);
	let [held, done] = ['', 0];
	const flush = async () => {
		hash.update(held);
		if (!gzip.write(held)) await Promise.race([once(gzip, 'drain'), ended]);
		held = '';
		await new Promise<void>((resolve) => setImmediate(resolve));
		run.signal.throwIfAborted();
		run.onProgress({ stage: 'backup', done, total });
	};
	try {
		const header: BackupHeader = {
			...{ format: 'chainrule-backup', version: BACKUP_VERSION, createdAtMs: run.nowMs, schema: source.schema },
			tables: source.tables.map(({ name, columns }) => ({ name, columns })),
		};
		held = `${JSON.stringify(header)}\n`;
		const rows = source.tables.map(() => 0);
		for (const [index, { name }] of source.tables.entries()) {
			for (const row of source.rowsOf(name)) {
				held += `${JSON.stringify([index, ...row.map(written)])}\n`;
				rows[index] = (rows[index] ?? 0) + 1;
				done++;
				if (held.length >= CHARACTERS_AT_ONCE) await flush();
			}
		}
		await flush();
		const footer: BackupFooter = { rows, sha256: hash.digest('hex') };
		gzip.end(`${JSON.stringify(footer)}\n`);
		await ended;
		renameSync(part, file);
		return { rows: done, bytes: statSync(file).size };
	} catch (error) {
		gzip.destroy();
		output.destroy();
		// a file that is still being opened would come into being after its removal
		await ended.catch(() => {});
		rmSync(part, { force: true });
		throw error;
	}
}

function written(value: string | number | null | Uint8Array) {
	return value instanceof Uint8Array ? { base64: Buffer.from(value).toString('base64') } : value;
}
