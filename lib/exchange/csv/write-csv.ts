import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import Papa from 'papaparse';
import { MediaNames } from '@/lib/exchange/apkg/media-names';
import { RemarkLog } from '@/lib/exchange/apkg/remark-log';
import type { WriteOptions, WriteReport } from '@/lib/exchange/file-format';
import type { ExchangeRun, PortableCollection } from '@/lib/exchange/portable';
import { deckNames } from './deck-names';
import { goesAsItCame, noteRows } from './note-rows';
import { safeHtmlCell, safeNameCell } from './safe-cell';

/**
 * Writes a table with the header lines that Anki reads (separator, HTML, guid, note type, deck, tags; then the fields): parted by
 * tabs, or by commas in a `.csv`. No cell is one that a spreadsheet would take for a formula.
 */
export async function writeCsv(
	collection: PortableCollection,
	_options: WriteOptions,
	file: string,
	run: ExchangeRun,
): Promise<WriteReport> {
	const part = `${file}.${process.pid}.part`;
	const comma = /\.csv$/i.test(file);
	const out = await open(part, 'wx');
	try {
		const header = `#separator:${comma ? 'comma' : 'tab'}\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:4\n`;
		await out.appendFile(header);
		const report = await writeRows(collection, out, comma ? ',' : '\t', run);
		const { size } = await out.stat();
		await out.close();
		run.signal.throwIfAborted();
		await rename(part, file);
		return { ...report, bytes: size };
	} catch (error) {
		await out.close();
		await rm(part, { force: true });
		throw error;
	}
}

async function writeRows(
	collection: PortableCollection,
	out: FileHandle,
	delimiter: string,
	run: ExchangeRun,
): Promise<Omit<WriteReport, 'bytes'>> {
	const { decks, counts } = collection;
	const remarks = new RemarkLog();
	const names = deckNames(decks);
	const macros = new Map(decks.map((deck) => [deck.id, deck.macros]));
	const media = new MediaNames();
	const width = await widestNote(collection, run);
	const written = { notes: 0, cards: 0, pictures: 0, schedules: 0 };
	for await (const batch of collection.notes()) {
		run.signal.throwIfAborted();
		const rows: string[][] = [];
		for (const note of batch) {
			const mediaName = (name: string) => media.of(note.deckId, name);
			const made = unlessEndless(() => noteRows(note, { macros: macros.get(note.deckId) ?? {}, mediaName }));
			if (!made) {
				remarks.add(
					'refused',
					note.id,
					'The note could not be written as Anki has it: it is no note, or its macros never end.',
				);
				continue;
			}
			for (const message of made.changed) remarks.add('changed', note.id, message);
			for (const { guid, noteType, tags, fields } of made.rows) {
				const cells = fields.map((field) => safeHtmlCell(field.replaceAll('\0', '')));
				const named = [guid, noteType, names.get(note.deckId) ?? '', tags.join(' ')].map(safeNameCell);
				rows.push([...named, ...cells, ...Array<string>(Math.max(0, width - cells.length)).fill('')]);
			}
			written.notes++;
			written.cards += note.cards.length;
			if (note.media.length > 0) written.pictures++;
			written.schedules += note.cards.filter(({ memory }) => memory !== null && memory.phase !== 'new').length;
		}
		if (rows.length > 0) await out.appendFile(`${Papa.unparse(rows, { delimiter, newline: '\n', quotes: true })}\n`);
		run.onProgress({ stage: 'notes', done: written.notes, total: counts.notes });
	}
	const say = (where: string, message: string) => remarks.add('changed', where, message);
	if (written.pictures > 0)
		say(
			'media',
			`A table carries no pictures: those of ${written.pictures} notes are named in it as an Anki package names them.`,
		);
	if (written.schedules > 0) say('schedule', `A table holds no schedule: ${written.schedules} cards arrive as new.`);
	if (counts.reviews > 0) say('history', `A table holds no history: ${counts.reviews} log rows stay here.`);
	const { notes, cards } = written;
	return { notes, cards, reviews: 0, media: 0, remarks: remarks.notes };
}

async function widestNote(collection: PortableCollection, run: ExchangeRun): Promise<number> {
	let width = 2;
	for await (const batch of collection.notes()) {
		run.signal.throwIfAborted();
		for (const note of batch)
			if (note.origin && note.origin.fields.length > width && goesAsItCame(note)) width = note.origin.fields.length;
	}
	return width;
}

function unlessEndless<T>(work: () => T): T | null {
	try {
		return work();
	} catch (error) {
		if (error instanceof RangeError) return null;
		throw error;
	}
}
