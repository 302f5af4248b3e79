import { z } from 'zod';
import { AnkiNoteType } from './anki-note-type';
import type { OpenCollection } from './open-collection';
import { reason, refused } from './package-zip';
import { protobufBytes, protobufNumber, protobufText, readProtobuf } from './protobuf';

/** A deck as Anki has it: the parts of its name, and what our own packages say of it. */
export interface AnkiDeck {
	path: string[];
	description: string;
	filtered: boolean;
	/** What a package of ours keeps beside it; unchecked. */
	ours: unknown;
	/** The deck options of ours that a package of ours keeps; unchecked. */
	options: unknown;
}

/** What a collection says of itself before its notes: when its days begin, its decks and its note types, by their ids as text. */
export interface CollectionStructure {
	createdSeconds: number;
	/** Minutes west of UTC in which days are counted; null for collections that count from `createdSeconds`. */
	creationOffsetMinutes: number | null;
	rolloverHour: number;
	/** Without the second scheduler, answers of learning were counted from three buttons. */
	secondScheduler: boolean;
	decks: ReadonlyMap<string, AnkiDeck>;
	noteTypes: ReadonlyMap<string, AnkiNoteType>;
}

const JSON_BYTES = 64 * 2 ** 20;

const Conf = z.object({
	schedVer: z.number().catch(1),
	rollover: z.int().min(0).max(23).catch(4),
	creationOffset: z.int().min(-1440).max(1440).nullable().catch(null),
});
const LegacyDeck = z.looseObject({
	name: z.string(),
	desc: z.string().catch(''),
	dyn: z.union([z.number(), z.boolean()]).catch(0),
	conf: z.union([z.number(), z.string()]).catch(1),
	chainrule: z.unknown().optional(),
});
const LegacyOptions = z.looseObject({ chainrule: z.unknown().optional() });

/** Reads decks, note types and settings of a collection; throws ExchangeError when they are not what they should be. */
export function readStructure({ db, tables }: OpenCollection, maxDecks: number): CollectionStructure {
	try {
		const row = db
			.prepare<[], Record<string, unknown>>(
				`SELECT crt, ${['conf', 'models', 'decks', 'dconf'].map((name) => `CASE WHEN length(CAST(${name} AS BLOB)) <= ${JSON_BYTES} THEN CAST(${name} AS TEXT) END AS ${name}`).join()} FROM col LIMIT 1`,
			)
			.get();
		const createdSeconds = z.number().min(0).max(4e9).parse(row?.['crt']);
		const conf = Conf.parse(tables ? configTable(db) : json(row?.['conf']));
		const decks = tables ? deckTable(db, maxDecks) : legacyDecks(json(row?.['decks']), json(row?.['dconf']), maxDecks);
		const noteTypes = tables ? noteTypeTables(db) : legacyNoteTypes(json(row?.['models']));
		return {
			createdSeconds,
			creationOffsetMinutes: conf.creationOffset,
			rolloverHour: conf.rollover,
			secondScheduler: conf.schedVer >= 2,
			decks,
			noteTypes,
		};
	} catch (error) {
		if (error instanceof Error && error.name === 'ExchangeError') throw error;
		throw refused(`its decks, note types or settings cannot be read (${reason(error).slice(0, 200)})`, error);
	}
}

function json(text: unknown): unknown {
	return JSON.parse(z.string({ error: 'a setting is missing, no text or too long' }).parse(text));
}

function legacyDecks(raw: unknown, rawOptions: unknown, maxDecks: number): Map<string, AnkiDeck> {
	const options = z.record(z.string(), z.unknown()).catch({}).parse(rawOptions);
	const entries = Object.entries(z.record(z.string(), z.unknown()).parse(raw));
	checkCount(entries.length, maxDecks);
	return new Map(
		entries.flatMap(([id, value]): [string, AnkiDeck][] => {
			const deck = LegacyDeck.safeParse(value).data;
			if (!deck) return [];
			const set = Object.hasOwn(options, String(deck.conf))
				? LegacyOptions.safeParse(options[String(deck.conf)]).data
				: undefined;
			return [
				[
					id,
					{
						path: deckPath(deck.name, '::'),
						description: deck.desc,
						filtered: Boolean(deck.dyn),
						ours: deck.chainrule,
						options: set?.chainrule,
					},
				],
			];
		}),
	);
}

function deckPath(name: string, separator: string): string[] {
	const parts = name
		.split(separator)
		.map((part) =>
			part
				.replace(/\p{Cc}/gu, ' ')
				.trim()
				.slice(0, 200),
		)
		.map((part) => (part === '' ? 'blank' : part));
	return parts.slice(0, 50);
}

function checkCount(count: number, maxDecks: number): void {
	if (count > maxDecks) throw refused(`it has ${count} decks; at most ${maxDecks} are allowed`);
}

function legacyNoteTypes(raw: unknown): Map<string, AnkiNoteType> {
	return new Map(
		Object.entries(z.record(z.string(), z.unknown()).parse(raw)).flatMap(([id, value]): [string, AnkiNoteType][] => {
			const type = AnkiNoteType.safeParse(value).data;
			return type ? [[id, inOrder(type)]] : [];
		}),
	);
}

/** Fields and templates stand in the order of their numbers, whatever the order of the file. */
function inOrder(type: AnkiNoteType): AnkiNoteType {
	const sorted = <T extends { ord?: number | null | undefined }>(list: T[]) =>
		list.every(({ ord }) => typeof ord === 'number') ? [...list].sort((a, b) => (a.ord ?? 0) - (b.ord ?? 0)) : list;
	return { ...type, flds: sorted(type.flds), tmpls: sorted(type.tmpls) };
}

type Db = OpenCollection['db'];

function configTable(db: Db): Record<string, unknown> {
	const rows = db
		.prepare<[], { key: string; val: unknown }>(
			"SELECT KEY AS key, val FROM config WHERE KEY IN ('schedVer', 'rollover', 'creationOffset') AND length(val) < 100",
		)
		.all();
	const values = rows.map(({ key, val }) => [
		key,
		JSON.parse(Buffer.isBuffer(val) ? val.toString('utf8') : String(val)),
	]);
	// every collection of this schema has the second scheduler or a newer one unless it says otherwise
	return { schedVer: 2, ...Object.fromEntries(values) };
}

function deckTable(db: Db, maxDecks: number): Map<string, AnkiDeck> {
	checkCount(z.number().parse(db.prepare('SELECT count(*) FROM decks').pluck().get()), maxDecks);
	const rows = db
		.prepare<[], Record<string, unknown>>('SELECT CAST(id AS TEXT) AS id, name, kind FROM decks NOT INDEXED')
		.all();
	return new Map(
		rows.map((row): [string, AnkiDeck] => {
			const kind = readProtobuf(blob(row['kind']));
			const filtered = kind.some(({ number }) => number === 2);
			return [
				String(row['id']),
				{
					path: deckPath(String(row['name']), '\u001f'),
					description: protobufText(readProtobuf(protobufBytes(kind, 1)), 4),
					filtered,
					ours: undefined,
					options: undefined,
				},
			];
		}),
	);
}

function noteTypeTables(db: Db): Map<string, AnkiNoteType> {
	const fields = db
		.prepare<[], Record<string, unknown>>(
			'SELECT CAST(ntid AS TEXT) AS id, ord, name, config FROM fields NOT INDEXED ORDER BY ntid, ord',
		)
		.all();
	const templates = db
		.prepare<[], Record<string, unknown>>(
			'SELECT CAST(ntid AS TEXT) AS id, ord, name, config FROM templates NOT INDEXED ORDER BY ntid, ord',
		)
		.all();
	const rows = db
		.prepare<[], Record<string, unknown>>('SELECT CAST(id AS TEXT) AS id, name, config FROM notetypes NOT INDEXED')
		.all();
	const by = (list: Record<string, unknown>[]) => {
		const groups = new Map<string, Record<string, unknown>[]>();
		for (const row of list) groups.set(String(row['id']), [...(groups.get(String(row['id'])) ?? []), row]);
		return groups;
	};
	const [fieldsById, templatesById] = [by(fields), by(templates)];
	return new Map(
		rows.flatMap((row): [string, AnkiNoteType][] => {
			const id = String(row['id']);
			const config = readProtobuf(blob(row['config']));
			const type = AnkiNoteType.safeParse({
				id: Number(id),
				name: String(row['name']),
				type: protobufNumber(config, 1),
				sortf: protobufNumber(config, 2),
				css: protobufText(config, 3),
				flds: (fieldsById.get(id) ?? []).map((field) => ({ name: String(field['name']), ord: field['ord'] })),
				tmpls: (templatesById.get(id) ?? []).map((template) => {
					const part = readProtobuf(blob(template['config']));
					return {
						name: String(template['name']),
						ord: template['ord'],
						qfmt: protobufText(part, 1),
						afmt: protobufText(part, 2),
						bqfmt: protobufText(part, 3),
						bafmt: protobufText(part, 4),
					};
				}),
			}).data;
			return type ? [[id, type]] : [];
		}),
	);
}

function blob(value: unknown): Uint8Array {
	if (!Buffer.isBuffer(value)) throw new RangeError('a configuration is no bytes');
	return value;
}
