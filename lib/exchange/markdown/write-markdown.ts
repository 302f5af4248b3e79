import { mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import type { WriteOptions, WriteReport } from '@/lib/exchange/file-format';
import type { ExchangeRun, PortableCollection } from '@/lib/exchange/portable';
import { writeFolder } from './write-folder';
import { zipFolder } from './zip-folder';

/**
 * Writes a collection as our own Markdown: one deck without media as `*.md`, anything as `*.zip`, else as a new folder of that
 * name. What is at `file` afterwards is whole. Throws ExchangeError where a single file cannot hold it or a folder is in the way.
 */
export async function writeMarkdown(
	collection: PortableCollection,
	_options: WriteOptions,
	file: string,
	run: ExchangeRun,
): Promise<WriteReport> {
	const ending = /\.[^./\\]+$/.exec(file.toLowerCase())?.[0] ?? '';
	if (ending === '.md' && (collection.decks.length !== 1 || collection.counts.media > 0)) {
		throw new ExchangeError(
			`cannot write ${collection.decks.length} decks with ${collection.counts.media} pictures to “${file}”: a .md file holds one deck without pictures; name a .zip file or a folder. Nothing was written.`,
		);
	}
	const parent = dirname(resolve(file));
	await mkdir(parent, { recursive: true });
	const work = await mkdtemp(join(parent, '.markdown-'));
	try {
		const folder = join(work, 'decks');
		await mkdir(folder);
		const { files, ...written } = await writeFolder(collection, folder, run);
		let made = folder;
		if (ending === '.md') made = join(folder, files[0] ?? '');
		else if (ending === '.zip') {
			made = join(work, 'decks.zip');
			await zipFolder(folder, files, made, run);
		}
		run.signal.throwIfAborted();
		const bytes = made === folder ? await sizeOf(folder, files) : (await stat(made)).size;
		await rename(made, file).catch((error: NodeJS.ErrnoException) => {
			if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST' && error.code !== 'ENOTDIR' && error.code !== 'EISDIR')
				throw error;
			throw new ExchangeError(
				`cannot write “${file}”: something else is there; name a new file or folder. Nothing was written.`,
				{
					cause: error,
				},
			);
		});
		return { ...written, reviews: 0, bytes };
	} finally {
		await rm(work, { recursive: true, force: true });
	}
}

async function sizeOf(folder: string, files: readonly string[]): Promise<number> {
	let bytes = 0;
	for (const file of files) bytes += (await stat(join(folder, file))).size;
	return bytes;
}
