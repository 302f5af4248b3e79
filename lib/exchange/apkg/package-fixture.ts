import { createWriteStream, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import Database from 'better-sqlite3';
import { ZipFile } from 'yazl';
import { type AnkiNoteType, ankiField, ankiTemplate } from './anki-note-type';
import { COLLECTION_TABLES } from './collection-tables';

/** A package of a test, in the words of Anki's own tables; what is missing takes what an honest package would have. */
export interface PackageOfTest {
	ver?: number;
	crt?: number;
	conf?: unknown;
	models?: readonly AnkiNoteType[];
	decks?: Record<string, unknown>;
	notes?: readonly {
		id?: number | bigint;
		guid?: string;
		mid?: number;
		mod?: number;
		tags?: string;
		flds: string | Buffer;
	}[];
	cards?: readonly Record<string, number | bigint | string>[];
	revlog?: readonly (number | bigint | string | null)[][];
	/** Run over the database before it is packed. */
	sql?: string;
	/** Text of the member `media`. */
	media?: string;
	/** Further members, or others in place of those made here. */
	members?: Record<string, Uint8Array | string>;
}

/** A note type with one template for each pair of a front and a back. */
export function noteType(
	id: number,
	fields: readonly string[],
	templates: readonly [string, string][],
	type: 0 | 1 = 0,
): AnkiNoteType {
	return {
		id,
		name: `Type ${id}`,
		type,
		sortf: 0,
		css: '',
		flds: fields.map(ankiField),
		tmpls: templates.map(([front, back], ord) => ankiTemplate(`Card ${ord + 1}`, ord, front, back)),
	};
}

/** The note type that most packages have. */
export const BASIC = noteType(1, ['Front', 'Back'], [['{{Front}}', '{{FrontSide}}\n\n<hr id=answer>\n\n{{Back}}']]);

/** One note of words with its card. */
export const ONE_NOTE: PackageOfTest = { notes: [{ flds: 'Question\u001fAnswer' }], cards: [{}] };

/** Writes the package into a folder and returns its path. */
export async function writePackage(folder: string, content: PackageOfTest, name = 'test.apkg'): Promise<string> {
	const path = join(folder, `${name}.db`);
	const file = join(folder, name);
	rmSync(path, { force: true });
	writeDatabase(path, content);
	const members: Record<string, Uint8Array | string> = {
		'collection.anki2': readFileSync(path),
		media: content.media ?? '{}',
		...content.members,
	};
	rmSync(path);
	const zip = new ZipFile();
	for (const [member, bytes] of Object.entries(members))
		zip.addBuffer(Buffer.from(bytes as Uint8Array), member, { mtime: new Date(0) });
	zip.end();
	await pipeline(zip.outputStream, createWriteStream(file));
	return file;
}

function writeDatabase(path: string, content: PackageOfTest): void {
	const db = new Database(path);
	db.exec(COLLECTION_TABLES);
	db.exec('BEGIN');
	const models = content.models ?? [BASIC];
	const decks = content.decks ?? { 1: { id: 1, name: 'Default', dyn: 0, conf: 1, desc: '' } };
	const conf = content.conf ?? { schedVer: 2, rollover: 4, creationOffset: 0 };
	db.prepare('INSERT INTO col VALUES (1, ?, 0, 0, ?, 0, 0, 0, ?, ?, ?, ?, ?)').run(
		content.crt ?? 1_600_000_000,
		content.ver ?? 11,
		typeof conf === 'string' ? conf : JSON.stringify(conf),
		JSON.stringify(Object.fromEntries(models.map((model) => [model.id, model]))),
		JSON.stringify(decks),
		'{}',
		'{}',
	);
	for (const [index, note] of (content.notes ?? []).entries())
		db.prepare("INSERT INTO notes VALUES (?, ?, ?, ?, 0, ?, ?, '', 0, 0, '')").run(
			note.id ?? 1000 + index,
			note.guid ?? `guid${index}`,
			note.mid ?? 1,
			note.mod ?? 1_700_000_000,
			note.tags ?? '',
			note.flds,
		);
	for (const [index, card] of (content.cards ?? []).entries()) {
		const row: Record<string, number | bigint | string> = {
			id: 2000 + index,
			nid: 1000 + index,
			did: 1,
			ord: 0,
			mod: 1_700_000_000,
			usn: 0,
			type: 0,
			queue: 0,
			due: index,
			ivl: 0,
			factor: 0,
			reps: 0,
			lapses: 0,
			left: 0,
			odue: 0,
			odid: 0,
			flags: 0,
			data: '',
			...card,
		};
		db.prepare(
			`INSERT INTO cards (${Object.keys(row).join()}) VALUES (${Object.keys(row)
				.map(() => '?')
				.join()})`,
		).run(...Object.values(row));
	}
	for (const row of content.revlog ?? [])
		db.prepare('INSERT INTO revlog VALUES (?, ?, 0, ?, ?, ?, ?, ?, ?)').run(...row);
	db.exec('COMMIT');
	if (content.sql) {
		db.unsafeMode(true);
		db.exec(content.sql);
	}
	db.close();
}
