import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';
import { Decompress } from 'fzstd';
import { reason, refused } from './package-zip';

const MAGIC = 0xfd2fb528;
const CHUNK_BYTES = 65_536;
/** What a decoder has to keep in memory; Anki's own packages ask for 8 MiB at most. */
const WINDOW_BYTES = 64 * 2 ** 20;

/**
 * Unpacks a Zstandard file into another, a piece at a time (RFC 8878); returns its length. Throws ExchangeError when the data is broken, asks
 * for too large a window, or has more than `limitBytes` in it.
 */
export function unpackZstd(from: string, to: string, limitBytes: number): number {
	checkFrames(from, limitBytes);
	const input = openSync(from, 'r');
	const output = openSync(to, 'w');
	let bytes = 0;
	try {
		const decoder = new Decompress((data) => {
			bytes += data.length;
			if (bytes > limitBytes) throw refused(`it unpacks to more than the ${limitBytes} bytes that are allowed`);
			for (let at = 0; at < data.length; ) at += writeSync(output, data, at);
		});
		const size = statSync(from).size;
		const chunk = Buffer.alloc(CHUNK_BYTES);
		for (let at = 0; at < size; ) {
			const read = readSync(input, chunk, 0, CHUNK_BYTES, at);
			if (read === 0) break;
			at += read;
			// the decoder may keep what it is given
			decoder.push(Uint8Array.from(chunk.subarray(0, read)), at >= size);
		}
		return bytes;
	} catch (error) {
		throw error instanceof Error && error.name === 'ExchangeError'
			? error
			: refused(`its Zstandard data is broken (${reason(error)})`, error);
	} finally {
		closeSync(input);
		closeSync(output);
	}
}

/** Walks over the headers of all frames and blocks before any of them is given memory. */
function checkFrames(path: string, limitBytes: number): void {
	const { size } = statSync(path);
	const file = openSync(path, 'r');
	const head = Buffer.alloc(18);
	const at = (offset: number, length: number) => {
		if (offset + length > size || readSync(file, head, 0, length, offset) < length)
			throw refused('its Zstandard data ends too early');
		return head;
	};
	try {
		let offset = 0;
		if (size === 0) throw refused('its Zstandard data is empty');
		while (offset < size) {
			const magic = at(offset, 4).readUInt32LE(0);
			if (magic >= 0x184d2a50 && magic <= 0x184d2a5f) {
				offset += 8 + at(offset + 4, 4).readUInt32LE(0);
				continue;
			}
			if (magic !== MAGIC) throw refused('it is no Zstandard data');
			offset = frameEnd(offset + 4, at, limitBytes);
		}
	} finally {
		closeSync(file);
	}
}

function frameEnd(start: number, at: (offset: number, length: number) => Buffer, limitBytes: number): number {
	const descriptor = at(start, 1).readUInt8(0);
	const single = (descriptor & 0x20) !== 0;
	const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
	const sizeBytes = [single ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
	if (dictionaryBytes > 0) throw refused('its Zstandard data needs a dictionary');
	let offset = start + 1;
	let windowBytes = 0;
	if (!single) {
		const byte = at(offset++, 1).readUInt8(0);
		const base = 2 ** (10 + (byte >> 3));
		windowBytes = base + (base / 8) * (byte & 7);
	}
	if (sizeBytes > 0) {
		const field = at(offset, sizeBytes);
		const content =
			sizeBytes === 8 ? Number(field.readBigUInt64LE(0)) : field.readUIntLE(0, sizeBytes) + (sizeBytes === 2 ? 256 : 0);
		if (content > limitBytes) throw refused(`it unpacks to more than the ${limitBytes} bytes that are allowed`);
		if (single) windowBytes = Math.min(content, windowBytes === 0 ? content : windowBytes);
		offset += sizeBytes;
	}
	if (windowBytes > WINDOW_BYTES && !single)
		throw refused(`its Zstandard data asks for a window of ${windowBytes} bytes; ${WINDOW_BYTES} are allowed`);
	for (;;) {
		const block = at(offset, 3).readUIntLE(0, 3);
		const type = (block >> 1) & 3;
		if (type === 3) throw refused('its Zstandard data holds a block of an unknown kind');
		offset += 3 + (type === 1 ? 1 : block >> 3);
		if ((block & 1) === 1) break;
	}
	return offset + ((descriptor & 4) !== 0 ? 4 : 0);
}
