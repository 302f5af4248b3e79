import { rmSync, writeFileSync } from 'node:fs';
import { type OwnConnection, openOwnConnection, ownDatabasePath } from './own-connection';
import { rawMemoryNames } from './raw-memory';
import { sweepAside } from './sweep-aside';

/** The learner's database with a second, empty one attached as `stage`, in a file beside it: what comes in waits there. */
export interface ImportStage {
	database: OwnConnection;
	close(): void;
}

const memory = (prefix: '' | 'before' | 'after') =>
	rawMemoryNames(prefix)
		.map((name) => `"${name}"`)
		.join(', ');

/** Columns of the log, but `seq`. */
export const LOG_COLUMNS = [
	...['key', 'learnerId', 'cardId', 'noteId', 'deckId', 'kind', 'action', 'grade', 'argument', 'at', 'receivedAt'],
	...[
		'studyDay',
		'zoneOffsetMinutes',
		'durationMs',
		'optionsId',
		'version',
		'batch',
		'originProgram',
		'originId',
		'originRest',
	],
	...rawMemoryNames('before'),
	...rawMemoryNames('after'),
] as const;

const SCHEMA = `
	CREATE TABLE stage.media (deckId, name, mimeType, sha256, bytes, verdict, PRIMARY KEY (deckId, name));
	CREATE TABLE stage.note (
		id PRIMARY KEY, deckId, verdict, kind, title, tags, markdown, demoId, demoQuery, demoLabel, position,
		importedSha256, modifiedAt, fileHtml, guid, foreignId, noteTypeId, fields, originTags, markdownSha256, originModifiedAt
	) WITHOUT ROWID;
	CREATE INDEX stage.note_guid ON note (guid);
	CREATE TABLE stage.card (
		id PRIMARY KEY, noteId, deckId, position, frontHtml, backHtml, write, foreignId, ordinal, rest, changedAt, shuffle, news,
		${memory('')}
	) WITHOUT ROWID;
	CREATE TABLE stage.note_type (id PRIMARY KEY, json) WITHOUT ROWID;
	CREATE TABLE stage.card_name (foreignId PRIMARY KEY, cardId) WITHOUT ROWID;
	CREATE TABLE stage.review (
		nth INTEGER PRIMARY KEY, known INTEGER NOT NULL DEFAULT 0, ${LOG_COLUMNS.map((name) => `"${name}"`).join(', ')}
	);
`;

/** Opens the database for an import. The file beside it is gone when the stage is closed. */
export function openStage(): ImportStage {
	const path = `${ownDatabasePath()}.import-${process.pid}`;
	const remove = () => {
		for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(path + suffix, { force: true });
	};
	sweepAside(ownDatabasePath());
	remove();
	const database = openOwnConnection({ readonly: false });
	const close = () => {
		database.close();
		remove();
	};
	try {
		// our connection makes no files; an empty one is an empty database
		writeFileSync(path, '', { mode: 0o600 });
		database.prepare('ATTACH ? AS stage').run(path);
		// nothing in it outlives this process
		database.pragma('stage.journal_mode = OFF');
		database.pragma('stage.synchronous = OFF');
		database.exec(SCHEMA);
	} catch (error) {
		close();
		throw error;
	}
	return { database, close };
}
