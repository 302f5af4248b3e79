import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { ReadOptions } from '@/lib/exchange/file-format';
import type { ExchangeLimits } from '@/lib/exchange/limits';
import type { ExchangeRun, PortableCollection } from '@/lib/exchange/portable';
import { readStructure } from './collection-structure';
import { IncomingMedia } from './incoming-media';
import { NoteReader } from './note-reader';
import { openCollection } from './open-collection';
import { PackageZip, refused } from './package-zip';
import { protobufNumber, readProtobuf } from './protobuf';
import { RemarkLog } from './remark-log';
import { unpackZstd } from './unpack-zstd';

const NOTES_AT_ONCE = 200;
const ROWS_AT_ONCE = 5000;
const META_BYTES = 1000;

/**
 * Reads a package of Anki's (`.apkg`, `.colpkg`), from the oldest kind to the newest. The collection is unpacked into a folder of its own, which
 * `close` removes, and every note is read before this returns; rows and files pass one batch at a time. Throws ExchangeError for a package
 * that is refused whole, or the signal's reason.
 */
export async function readApkg(
	file: string,
	limits: ExchangeLimits,
	run: ExchangeRun,
	options: Pick<ReadOptions, 'checkDemo' | 'deckTitle'>,
): Promise<PortableCollection> {
	const zip = await PackageZip.open(file, limits);
	const folder = mkdtempSync(join(tmpdir(), 'chainrule-apkg-'));
	const closing: (() => void)[] = [() => zip.close(), () => rmSync(folder, { recursive: true, force: true })];
	const close = () => {
		for (const each of closing.splice(0)) each();
	};
	try {
		const path = join(folder, 'collection');
		const modern = await unpackCollection(zip, folder, path, limits, run.signal);
		const collection = openCollection(path);
		closing.unshift(() => collection.db.close());
		const structure = readStructure(collection, limits.decks);
		const remarks = new RemarkLog();
		const media = await IncomingMedia.open(zip, folder, modern, limits, remarks);
		const fallbackTitle =
			options.deckTitle ??
			basename(file)
				.replace(/\.[^.]+$/, '')
				.trim() ??
			'Anki';
		const reader = new NoteReader(collection.db, structure, media, limits, run, {
			remarks,
			checkDemo: options.checkDemo,
			fallbackTitle: fallbackTitle === '' ? 'Anki' : fallbackTitle,
		});
		while (reader.foldSome(ROWS_AT_ONCE)) {
			await breathe();
			run.signal.throwIfAborted();
		}
		for (let done = 0; done < reader.total; done += NOTES_AT_ONCE) {
			await breathe();
			run.signal.throwIfAborted();
			reader.readSome(NOTES_AT_ONCE);
			run.onProgress({ stage: 'notes', done: Math.min(reader.total, done + NOTES_AT_ONCE), total: reader.total });
		}
		const counts = reader.finish();
		return {
			ids: reader.exact ? 'exact' : 'proposed',
			decks: reader.decks,
			counts: { ...counts, media: media.count },
			notes: async function* () {
				yield* reader.notes(run.signal);
			},
			reviews: async function* () {
				yield* reader.reviews(run.signal);
			},
			media: () => media.all(run.signal),
			remarks: remarks.notes,
			close,
		};
	} catch (error) {
		close();
		throw error;
	}
}

/** Unpacks the collection that counts; newer packages also hold an old one that only says so. True for a package of the newest kind. */
async function unpackCollection(
	zip: PackageZip,
	folder: string,
	path: string,
	limits: ExchangeLimits,
	signal: AbortSignal,
): Promise<boolean> {
	const version = zip.has('meta') ? protobufNumber(readProtobuf(await zip.read('meta', META_BYTES)), 1) : 0;
	if (version > 3) throw refused(`it is of the version ${version}; up to 3 are known`);
	if (version === 3 || zip.has('collection.anki21b')) {
		const packed = join(folder, 'collection.zst');
		await zip.extract('collection.anki21b', packed, limits.fileBytes, signal);
		unpackZstd(packed, path, limits.unpackedBytes);
		rmSync(packed);
		return true;
	}
	const member = zip.has('collection.anki21') ? 'collection.anki21' : 'collection.anki2';
	if (!zip.has(member)) throw refused('it holds no collection');
	await zip.extract(member, path, limits.unpackedBytes, signal);
	return false;
}
