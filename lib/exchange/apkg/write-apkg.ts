import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import type { WriteReport } from '@/lib/exchange/file-format';
import type { ExchangeRun, PortableCollection } from '@/lib/exchange/portable';
import type { ApkgOptions } from './apkg-options';
import { CollectionWriter } from './collection-writer';

/**
 * Writes a package that every version of Anki takes (a zip of a legacy collection and its media). One note, picture or row of the log at a
 * time is in memory, and a number for each card. The file is there complete or not at all; an abort throws the signal's reason.
 */
export async function writeApkg(
	collection: PortableCollection,
	options: ApkgOptions,
	file: string,
	run: ExchangeRun,
): Promise<WriteReport> {
	if (/(?:^|[\\/])collection\.apkg$/i.test(file)) {
		throw new ExchangeError(
			`cannot write “${file}”: Anki takes a package of that name for a whole collection and replaces its own. Choose another name; nothing was written.`,
		);
	}
	const folder = mkdtempSync(join(dirname(file), '.apkg-'));
	const part = join(folder, `${randomBytes(4).toString('hex')}.zip`);
	try {
		const writer = new CollectionWriter(join(folder, 'collection.anki2'), options, run);
		await writer.write(collection);
		await zip(part, join(folder, 'collection.anki2'), collection, writer, run);
		run.signal.throwIfAborted();
		renameSync(part, file);
		return { ...writer.counts, media: writer.written.size, bytes: statSync(file).size, remarks: writer.remarks.notes };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

async function zip(
	part: string,
	database: string,
	collection: PortableCollection,
	writer: CollectionWriter,
	run: ExchangeRun,
): Promise<void> {
	const archive = new ZipFile();
	const mtime = new Date(run.nowMs);
	const failed = new Promise<never>((_, reject) => archive.once('error', reject));
	failed.catch(() => {});
	const written = pipeline(archive.outputStream, createWriteStream(part), { signal: run.signal });
	written.catch(() => {});
	archive.addFile(database, 'collection.anki2', { mtime, compressionLevel: 1 });
	const list: Record<string, string> = {};
	// one at a time: the archive keeps what it is given until it is written
	const add = async (name: string, bytes: Uint8Array) => {
		const member = String(Object.keys(list).length);
		list[member] = name;
		writer.written.add(name);
		const packed = /\.(?:png|jpe?g|gif|webp|mp3|ogg|m4a|mp4|webm)$/i.test(name);
		const stream = Readable.from([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)]);
		const ended = new Promise<void>((resolve) => stream.once('close', resolve));
		archive.addReadStream(stream, member, { mtime, compress: !packed });
		await Promise.race([ended, failed, written]);
		run.signal.throwIfAborted();
	};
	for await (const media of collection.media()) {
		for (const name of writer.mediaNames(media.deckId, media.name))
			if (!writer.written.has(name)) await add(name, media.bytes);
		run.onProgress({ stage: 'media', done: writer.written.size, total: collection.counts.media });
	}
	for (const extra of writer.files.values()) if (!writer.written.has(extra.name)) await add(extra.name, extra.bytes);
	archive.addBuffer(Buffer.from(JSON.stringify(list)), 'media', { mtime });
	archive.end();
	await Promise.race([written, failed]);
}
