import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { ExchangeRun } from '@/lib/exchange/portable';

/** Packs files of a folder, by their relative paths, into a ZIP at `target`; every member is dated at the run's time. */
export async function zipFolder(
	folder: string,
	files: readonly string[],
	target: string,
	run: ExchangeRun,
): Promise<void> {
	const zip = new ZipFile();
	const mtime = new Date(run.nowMs);
	for (const file of files) zip.addFile(join(folder, file), file, { mtime, mode: 0o100644 });
	zip.end();
	await pipeline(zip.outputStream, createWriteStream(target, { flags: 'wx' }), { signal: run.signal });
}
