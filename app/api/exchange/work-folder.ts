import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ownDatabasePath } from '@/lib/db/own-connection';

/** How long a file waits to be fetched or imported. */
const KEPT_MS = 24 * 3_600_000;

const folder = () => join(dirname(ownDatabasePath()), 'exchange');

/** A new place for one file beside the database; older ones that nobody came back for are removed. */
export function newPlace(nowMs: number): { id: string; folder: string } {
	mkdirSync(folder(), { recursive: true, mode: 0o700 });
	for (const name of readdirSync(folder())) {
		const path = join(folder(), name);
		if (nowMs - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { recursive: true, force: true });
	}
	const id = randomUUID();
	mkdirSync(join(folder(), id), { mode: 0o700 });
	return { id, folder: join(folder(), id) };
}

/** The one file in a place; null when there is none. `id` is a UUID. */
export function fileIn(id: string): { path: string; name: string; bytes: number } | null {
	const place = join(folder(), id);
	const name = statSync(place, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(place)[0] : undefined;
	if (name === undefined) return null;
	const path = join(place, name);
	return { path, name, bytes: statSync(path).size };
}

/** Removes a place with what is in it. */
export function removePlace(id: string): void {
	rmSync(join(folder(), id), { recursive: true, force: true });
}

/** A name for a file in the words of whoever sent it, without anything that means something to a file system. */
export function safeName(name: string): string {
	const safe = name
		.normalize('NFC')
		.replace(/[^\p{L}\p{N}._ -]+/gu, '-')
		.replace(/^[.\s-]+/, '')
		.slice(-120);
	return safe === '' ? 'file' : safe;
}
