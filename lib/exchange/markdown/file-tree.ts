import { lstat, open, readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { openPromise, type ZipFile } from 'yauzl';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import type { ExchangeLimits } from '@/lib/exchange/limits';
import type { ExchangeNote } from '@/lib/exchange/portable';

/** One file of a tree: its bytes come when they are asked for. */
export interface TreeFile {
	/** Relative, with forward slashes, without `.` and `..`. */
	path: string;
	modifiedMs: number;
	/** Throws ExchangeError when the file is larger than allowed. */
	read(limitBytes: number): Promise<Uint8Array>;
}

/** A file, a folder or a ZIP as the files in it. */
export interface FileTree {
	/** By path; a file alone is a tree of one. */
	files: Map<string, TreeFile>;
	/** What was left out: links, unsafe names. */
	remarks: ExchangeNote[];
	close(): void;
}

const DEPTH = 12;

/** Opens a file, a folder or a ZIP; nothing is unpacked. Throws ExchangeError for what is beyond the limits or no ZIP. */
export async function openTree(path: string, limits: ExchangeLimits): Promise<FileTree> {
	const stats = await lstat(path).catch((error: unknown) => {
		throw new ExchangeError(`cannot read “${path}”: there is no such file or folder. Nothing was changed.`, {
			cause: error,
		});
	});
	const tree: FileTree = { files: new Map(), remarks: [], close: () => {} };
	if (stats.isDirectory()) await walk(path, '', tree, limits, { bytes: 0 });
	else if (!stats.isFile()) {
		throw new ExchangeError(
			`cannot read “${path}”: it is a link or a device, not a file or folder. Nothing was changed.`,
		);
	} else if (stats.size > limits.fileBytes) {
		throw tooMuch(path, `${stats.size} bytes`, `${limits.fileBytes} bytes`);
	} else if (await isZip(path)) {
		await openZip(path, tree, limits);
	} else {
		const name = basename(path);
		tree.files.set(name, fileOf(path, name, stats.size, stats.mtimeMs));
	}
	return tree;
}

function tooMuch(where: string, met: string, allowed: string): ExchangeError {
	return new ExchangeError(`cannot read “${where}”: it holds ${met}; ${allowed} are allowed. Nothing was changed.`);
}

async function isZip(path: string): Promise<boolean> {
	const file = await open(path);
	try {
		const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
		return bytesRead === 4 && (buffer.readUInt32BE() === 0x504b0304 || buffer.readUInt32BE() === 0x504b0506);
	} finally {
		await file.close();
	}
}

function fileOf(full: string, path: string, size: number, modifiedMs: number): TreeFile {
	return {
		path,
		modifiedMs: Math.floor(modifiedMs),
		async read(limitBytes) {
			if (size > limitBytes) throw tooMuch(path, `${size} bytes`, `${limitBytes} bytes`);
			const bytes = await readFile(full);
			if (bytes.length > limitBytes) throw tooMuch(path, `${bytes.length} bytes`, `${limitBytes} bytes`);
			return new Uint8Array(bytes);
		},
	};
}

async function walk(
	root: string,
	under: string,
	tree: FileTree,
	limits: ExchangeLimits,
	sum: { bytes: number },
): Promise<void> {
	if (under.split('/').length > DEPTH) throw tooMuch(under, `more than ${DEPTH} folders in each other`, `${DEPTH}`);
	const entries = await readdir(join(root, under), { withFileTypes: true });
	for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
		const path = under === '' ? entry.name : `${under}/${entry.name}`;
		if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
		if (entry.isSymbolicLink()) leaveOut(tree, path, 'It is a link; links are not followed.');
		else if (entry.isDirectory()) await walk(root, path, tree, limits, sum);
		else if (entry.isFile()) {
			const { size, mtimeMs } = await lstat(join(root, path));
			count(tree, path, size, limits, sum);
			tree.files.set(path, fileOf(join(root, path), path, size, mtimeMs));
		}
	}
}

function leaveOut(tree: FileTree, where: string, message: string): void {
	tree.remarks.push({ severity: 'refused', where, message: `${message} It was left out.` });
}

function count(tree: FileTree, path: string, size: number, limits: ExchangeLimits, sum: { bytes: number }): void {
	sum.bytes += size;
	if (tree.files.size >= limits.files) throw tooMuch(path, `more than ${limits.files} files`, `${limits.files}`);
	if (sum.bytes > limits.unpackedBytes)
		throw tooMuch(path, `more than ${limits.unpackedBytes} bytes`, `${limits.unpackedBytes}`);
}

async function openZip(path: string, tree: FileTree, limits: ExchangeLimits): Promise<void> {
	const broken = (cause: unknown) =>
		cause instanceof ExchangeError
			? cause
			: new ExchangeError(
					`cannot read “${path}”: it is no sound ZIP (${cause instanceof Error ? cause.message : String(cause)}). Nothing was changed.`,
					{ cause },
				);
	let zip: ZipFile;
	try {
		zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: true, strictFileNames: true });
	} catch (error) {
		throw broken(error);
	}
	tree.close = () => zip.close();
	const sum = { bytes: 0 };
	try {
		for await (const entry of zip.eachEntry()) {
			const name = entry.fileName;
			if (name.endsWith('/')) continue;
			const parts = name.split('/');
			if (parts.some((part) => part.startsWith('.') || part === '__MACOSX')) continue;
			// The upper half of the attributes is the mode that Unix gave the file; 0o120000 is a link.
			if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) {
				leaveOut(tree, name, 'It is a link.');
				continue;
			}
			if (parts.length > DEPTH || /\p{Cc}/u.test(name)) {
				leaveOut(tree, JSON.stringify(name), 'Its name is none for a file of a deck.');
				continue;
			}
			if (entry.isEncrypted())
				throw new ExchangeError(`cannot read “${path}”: “${name}” is encrypted. Nothing was changed.`);
			if (tree.files.has(name))
				throw new ExchangeError(`cannot read “${path}”: it holds “${name}” twice. Nothing was changed.`);
			count(tree, name, entry.uncompressedSize, limits, sum);
			tree.files.set(name, {
				path: name,
				modifiedMs: Math.max(0, entry.getLastModDate().getTime() || 0),
				async read(limitBytes) {
					if (entry.uncompressedSize > limitBytes)
						throw tooMuch(name, `${entry.uncompressedSize} bytes`, `${limitBytes} bytes`);
					try {
						// yauzl ends the stream with an error as soon as there is more than the header says.
						const chunks: Uint8Array[] = [];
						for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Uint8Array);
						return new Uint8Array(Buffer.concat(chunks));
					} catch (error) {
						throw broken(error);
					}
				},
			});
		}
	} catch (error) {
		zip.close();
		throw broken(error);
	}
}
