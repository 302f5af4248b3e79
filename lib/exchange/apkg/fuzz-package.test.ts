import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ExchangeError } from '@/lib/exchange/exchange-error';
import { DEFAULT_LIMITS } from '@/lib/exchange/limits';
import { BASIC, noteType, writePackage } from './package-fixture';
import { readApkg } from './read-apkg';
import { runIn } from './studied-collection';

const folder = mkdtempSync(join(tmpdir(), 'chainrule-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const limits = { ...DEFAULT_LIMITS, unpackedBytes: 2 ** 24, fileBytes: 2 ** 24 };

/** Reads a package to its end: a refusal or a collection, and nothing else. */
async function readsOrRefuses(bytes: Uint8Array): Promise<'read' | 'refused'> {
	const file = join(folder, 'fuzzed.apkg');
	writeFileSync(file, bytes);
	try {
		const collection = await readApkg(file, limits, runIn('UTC'), { checkDemo: () => ({ ok: true }), deckTitle: null });
		try {
			let notes = 0;
			for await (const batch of collection.notes()) notes += batch.length;
			for await (const _ of collection.reviews());
			for await (const _ of collection.media());
			expect(notes).toBe(collection.counts.notes);
		} finally {
			await collection.close?.();
		}
		return 'read';
	} catch (error) {
		expect(error).toBeInstanceOf(ExchangeError);
		expect((error as Error).message).toMatch(/^cannot read this Anki package: .+\. Nothing was changed\.$/s);
		return 'refused';
	}
}

async function legacy(): Promise<Buffer> {
	const cloze = noteType(2, ['Text'], [['{{cloze:Text}}', '{{cloze:Text}}']], 1);
	return readFileSync(
		await writePackage(folder, {
			models: [BASIC, cloze],
			notes: [{ flds: 'Question\u001fAnswer' }, { flds: '<b>x</b> {{c1::y}}', mid: 2 }],
			cards: [{ type: 2, queue: 2, due: 100, ivl: 5 }, { nid: 1001 }],
			revlog: [[1_700_000_000_000, 2000, 3, 5, 0, 2500, 900, 1]],
			media: '{"0":"a.png"}',
			members: { 0: 'png' },
		}),
	);
}

/** An archive of one member in place of the collection, so that flips reach the database and not the checksum. */
function zipOf(name: string, content: Uint8Array): Buffer {
	const table = Array.from({ length: 256 }, (_, index) => {
		let value = index;
		for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
		return value >>> 0;
	});
	let crc = 0xffffffff;
	for (const byte of content) crc = (table[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
	const packed = deflateRawSync(content);
	const shared = Buffer.alloc(26);
	shared.writeUInt16LE(20, 0);
	shared.writeUInt16LE(8, 4);
	shared.writeUInt32LE((crc ^ 0xffffffff) >>> 0, 10);
	shared.writeUInt32LE(packed.length, 14);
	shared.writeUInt32LE(content.length, 18);
	shared.writeUInt16LE(name.length, 22);
	const local = Buffer.concat([Buffer.from('504b0304', 'hex'), shared, Buffer.from(name), packed]);
	const central = Buffer.concat([Buffer.from('504b01021400', 'hex'), shared, Buffer.alloc(14), Buffer.from(name)]);
	const end = Buffer.alloc(22);
	end.write('504b0506', 'hex');
	end.writeUInt16LE(1, 8);
	end.writeUInt16LE(1, 10);
	end.writeUInt32LE(central.length, 12);
	end.writeUInt32LE(local.length, 16);
	return Buffer.concat([local, central, end]);
}

const flips = (length: number) =>
	fc.array(fc.tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 12 });
const flipped = (bytes: Buffer, changes: readonly (readonly [number, number])[]) => {
	const copy = Buffer.from(bytes);
	for (const [at, by] of changes) copy[at] = (copy[at] ?? 0) ^ by;
	return copy;
};

describe('a damaged package', () => {
	it('is refused clearly or read, never more: flips and cuts of the archive', async () => {
		const whole = await legacy();
		expect(await readsOrRefuses(whole)).toBe('read');
		await fc.assert(
			fc.asyncProperty(flips(whole.length), fc.nat(whole.length), async (changes, cut) => {
				await readsOrRefuses(flipped(whole, changes));
				await readsOrRefuses(whole.subarray(0, cut));
			}),
			{ numRuns: 60 },
		);
	});

	it('is refused clearly or read, never more: flips inside the database', async () => {
		const { openPromise } = await import('yauzl');
		const zip = await openPromise(join(folder, 'test.apkg'), { lazyEntries: true, autoClose: false });
		let database = Buffer.alloc(0);
		for await (const entry of zip.eachEntry()) {
			if (entry.fileName !== 'collection.anki2') continue;
			const chunks: Buffer[] = [];
			for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
			database = Buffer.concat(chunks);
		}
		zip.close();
		const seen = { read: 0, refused: 0 };
		// headers of pages and the schema weigh most, so half of the flips go there
		const place = fc.oneof(
			fc.nat(database.length - 1),
			fc.nat(4095),
			fc.nat(Math.floor(database.length / 4096) - 1).chain((page) => fc.nat(15).map((at) => page * 4096 + at)),
		);
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(place, fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 6 }),
				async (changes) => {
					seen[await readsOrRefuses(zipOf('collection.anki2', flipped(database, changes)))]++;
				},
			),
			{ numRuns: 150 },
		);
		expect(seen.read).toBeGreaterThan(0);
		expect(seen.refused).toBeGreaterThan(0);
	});

	it('is refused clearly or read, never more: the newest kind', async () => {
		const whole = readFileSync(join('lib', 'exchange', 'apkg', 'fixtures', 'anki-26-08.apkg'));
		await fc.assert(
			fc.asyncProperty(flips(whole.length), fc.nat(whole.length), async (changes, cut) => {
				await readsOrRefuses(flipped(whole, changes));
				await readsOrRefuses(whole.subarray(0, cut));
			}),
			{ numRuns: 8 },
		);
	});
});
