import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import { folder, readFile, refusal } from './hostile-fixture';
import { ONE_NOTE, writePackage } from './package-fixture';

describe('a hostile archive', () => {
	it.each([
		['nothing at all', Buffer.alloc(0)],
		['no archive', Buffer.from('This is a text, and no archive.')],
	])('is refused: %s', async (name, bytes) => {
		const file = join(folder, `${name}.apkg`);
		writeFileSync(file, bytes);
		await expect(readFile(file)).rejects.toThrow(/no whole ZIP archive.*Nothing was changed/);
	});

	it('is refused when it is cut off, anywhere', async () => {
		const whole = readFileSync(await writePackage(folder, ONE_NOTE, 'whole.apkg'));
		for (let at = 0; at < whole.length; at += Math.ceil(whole.length / 40)) {
			const file = join(folder, 'cut.apkg');
			writeFileSync(file, whole.subarray(0, at));
			await expect(readFile(file)).rejects.toThrow(ExchangeError);
		}
	});

	it('is refused when it unpacks to more than is allowed, or to too many times as much', async () => {
		expect(await refusal({ ...ONE_NOTE, members: { 0: Buffer.alloc(100_000) } }, { unpackedBytes: 90_000 })).toMatch(
			/unpack to more than/,
		);
		expect(await refusal({ ...ONE_NOTE, members: { 0: Buffer.alloc(32 * 2 ** 20) } })).toMatch(/at most 200 times/);
		expect(await refusal(ONE_NOTE, { fileBytes: 100 })).toMatch(/at most 100 are allowed/);
		expect(
			await refusal(
				{ ...ONE_NOTE, members: Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`${at}`, 'x'])) },
				{ files: 20 },
			),
		).toMatch(/at most 20 are allowed/);
	});

	it('is refused when its directory lies about a length or its members overlap', async () => {
		const bytes = readFileSync(await writePackage(folder, ONE_NOTE, 'honest.apkg'));
		const central = bytes.indexOf(Buffer.from('504b0102', 'hex'));
		const shorter = Buffer.from(bytes);
		shorter.writeUInt32LE(512, central + 24);
		const overlapping = Buffer.from(bytes);
		const second = bytes.indexOf(Buffer.from('504b0102', 'hex'), central + 4);
		overlapping.writeUInt32LE(bytes.readUInt32LE(central + 42), second + 42);
		for (const [name, changed] of [
			['shorter', shorter],
			['overlapping', overlapping],
		] as const) {
			writeFileSync(join(folder, name), changed);
			await expect(readFile(join(folder, name)), name).rejects.toThrow(ExchangeError);
		}
	});

	it('is refused when a name in it leads out of it, or it holds no collection', async () => {
		const bytes = readFileSync(
			await writePackage(folder, { ...ONE_NOTE, members: { 'aaaaaaaaa.txt': 'x' } }, 'path.apkg'),
		);
		const file = join(folder, 'path2.apkg');
		writeFileSync(file, Buffer.from(bytes.toString('latin1').replaceAll('aaaaaaaaa.txt', '../../aaa.txt'), 'latin1'));
		await expect(readFile(file)).rejects.toThrow(ExchangeError);
		expect(await refusal({ members: { 'collection.anki2': Buffer.from('Please update') } })).toMatch(
			/no SQLite database/,
		);
	});

	it('never takes the collection that only says to update for the content', async () => {
		expect(await refusal({ ...ONE_NOTE, members: { meta: Buffer.from([8, 3]) } })).toMatch(
			/no member “collection.anki21b”/,
		);
		expect(await refusal({ ...ONE_NOTE, members: { meta: Buffer.from([8, 9]) } })).toMatch(/version 9/);
		expect(await refusal({ ...ONE_NOTE, members: { 'collection.anki21': 'broken' } })).toMatch(/no SQLite database/);
	});

	it('is refused when its Zstandard data is broken, too long, or asks for too much memory', async () => {
		const zstd = (...hex: string[]) => ({
			...ONE_NOTE,
			members: { meta: Buffer.from([8, 3]), 'collection.anki21b': Buffer.from(hex.join(''), 'hex') },
		});
		expect(await refusal(zstd('00112233'))).toMatch(/no Zstandard data/);
		// a window of 2 GiB
		expect(await refusal(zstd('28b52ffd00a8', '010000'))).toMatch(/window/);
		// a frame that says it holds 2^40 bytes
		expect(await refusal(zstd('28b52ffde0', '0000000000010000', '010000'))).toMatch(/unpacks to more/);
		// blocks of one repeated byte: 128 KiB from four bytes each
		const block = Buffer.alloc(3);
		block.writeUIntLE((131_072 << 3) | 2, 0, 3);
		const bomb = `28b52ffd0058${`${block.toString('hex')}00`.repeat(2000)}010000`;
		expect(await refusal(zstd(bomb), { unpackedBytes: 2 ** 20 })).toMatch(/unpacks to more/);
		expect(await refusal(zstd(bomb.slice(0, 300)))).toMatch(/ends too early|broken/);
	});
});
