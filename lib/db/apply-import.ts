import type { ExchangeRun } from '@/lib/exchange/portable';
import { DEFAULT_DECK_OPTIONS, type DeckOptions } from '@/lib/srs/deck-options';
import { shuffleKey } from '@/lib/srs/shuffle-key';
import { momentAt } from '@/lib/srs/study-day';
import { optionsId } from './deck-settings';
import { decideMemories } from './import-memory';
import { changesNothing, type ImportReport } from './import-report';
import { LOG_COLUMNS } from './import-stage';
import { LOCAL_LEARNER } from './learner';
import { inOneTransaction, type OwnConnection, ownDatabasePath } from './own-connection';
import { contentMark, dataVersionOf, type PlannedImport } from './plan-import';
import { rawMemoryNames, rawMemoryValues } from './raw-memory';

/** What applying an import did. */
export interface AppliedImport {
	report: ImportReport;
	/** Where the database as it was before lies; null when nothing had to be changed. */
	copy: string | null;
}

/**
 * Carries a planned import out in one transaction, all or nothing, after `keepCopy` has made a copy of the database at that path.
 * What was learned meanwhile is taken into account; when a text or a deck changed meanwhile it throws RangeError and changes nothing.
 */
export async function applyImport(
	planned: PlannedImport,
	keepCopy: (path: string) => string,
	run: ExchangeRun,
): Promise<AppliedImport> {
	const { stage, report } = planned;
	if (changesNothing(report) && !keptIsNews(stage.database) && !planned.decks.some((deck) => deck.changed)) {
		return { report, copy: null };
	}
	const copy = keepCopy(ownDatabasePath());
	await inOneTransaction(stage.database, async () => {
		run.signal.throwIfAborted();
		if (contentMark(stage) !== planned.contentMark) {
			throw new RangeError(
				'cannot carry out the import: a deck or a note changed here since it was worked out. Nothing was changed; do it once more',
			);
		}
		const { database } = stage;
		const unchanged = dataVersionOf(stage) === planned.dataVersion;
		prepareLearner(database);
		for (const step of [writeDecks, writeMedia, writeNotes, writeCards]) {
			step(database, planned, run.nowMs);
			await breathe(run);
		}
		run.onProgress({ stage: 'writing', done: 1, total: 3 });
		writeMemories(database, run.nowMs, unchanged ? 'news' : 'all');
		await breathe(run);
		run.onProgress({ stage: 'writing', done: 2, total: 3 });
		writeReviews(database);
		await breathe(run);
	});
	run.onProgress({ stage: 'writing', done: 3, total: 3 });
	return { report, copy };
}

/** Whether a text that is kept beside a learner's own is not beside it already. */
function keptIsNews(database: OwnConnection): boolean {
	const news = database.prepare(
		`SELECT 1 FROM stage.note s JOIN main."Note" n ON n."id" = s.id WHERE s.verdict = 'kept' AND n."fileHtml" IS NOT s.fileHtml LIMIT 1`,
	);
	return news.get() !== undefined;
}

async function breathe({ signal }: ExchangeRun): Promise<void> {
	await new Promise<void>((resolve) => setImmediate(resolve));
	signal.throwIfAborted();
}

function prepareLearner(database: OwnConnection): void {
	database.prepare('INSERT OR IGNORE INTO main."Learner" ("id", "rolloverHour") VALUES (?, 4)').run(LOCAL_LEARNER);
	keepOptions(database, DEFAULT_DECK_OPTIONS);
}

function keepOptions(database: OwnConnection, options: DeckOptions): string {
	const id = optionsId(options);
	database.prepare('INSERT OR IGNORE INTO main."SchedulingOptions" VALUES (?, ?)').run(id, JSON.stringify(options));
	return id;
}

function writeDecks(database: OwnConnection, { decks }: PlannedImport): void {
	const insert = database.prepare(
		`INSERT INTO main."Deck" ("id", "parentId", "title", "description", "tags", "macros", "position")
			VALUES (@id, @parentId, @title, @description, @tags, @macros, (SELECT coalesce(max("position") + 1, 0) FROM main."Deck"))`,
	);
	const update = database.prepare(
		`UPDATE main."Deck" SET "parentId" = @parentId, "title" = @title, "description" = @description, "tags" = @tags,
			"macros" = @macros WHERE "id" = @id`,
	);
	const follow = database.prepare(
		'INSERT INTO main."DeckSetting" ("learnerId", "deckId", "optionsId") VALUES (?, ?, ?)',
	);
	for (const deck of decks) {
		const { id, parentId, title, description } = deck;
		const row = {
			id,
			parentId,
			title,
			description,
			tags: JSON.stringify(deck.tags),
			macros: JSON.stringify(deck.macros),
		};
		if (deck.isNew) insert.run(row);
		else if (deck.changed) update.run(row);
		if (deck.isNew && deck.incoming.options) {
			follow.run(LOCAL_LEARNER, id, keepOptions(database, deck.incoming.options));
		}
	}
}

function writeMedia(database: OwnConnection): void {
	database.exec(
		`INSERT INTO main."Media" ("deckId", "name", "mimeType", "sha256", "bytes")
			SELECT deckId, name, mimeType, sha256, bytes FROM stage.media
				WHERE deckId IN (SELECT "id" FROM main."Deck") ORDER BY deckId, name
			ON CONFLICT DO UPDATE SET "mimeType" = excluded."mimeType", "sha256" = excluded."sha256", "bytes" = excluded."bytes"`,
	);
}

const TEXT = ['kind', 'title', 'tags', 'markdown', 'demoId', 'demoQuery', 'demoLabel', 'position', 'importedSha256'];

function writeNotes(database: OwnConnection, _planned: PlannedImport, nowMs: number): void {
	const names = [...TEXT, 'modifiedAt'].map((name) => `"${name}"`).join(', ');
	database.exec(
		`INSERT INTO main."Note" ("id", "deckId", ${names}, "line", "seedMarkdown")
			SELECT id, deckId, ${names}, 1, '' FROM stage.note WHERE verdict = 'new' ORDER BY deckId, position, id`,
	);
	// a note of a file that an import changes counts as edited, so that seeding leaves it; one that only imports brought does not,
	// nor one that its file has dropped and an import brings back: it belongs to imports from then on
	database
		.prepare(
			`UPDATE main."Note" AS n SET (${names}, "editedAt", "fileHtml", "removedAt", "seedMarkdown") =
				(SELECT ${names}, CASE WHEN n."seedMarkdown" = '' OR n."removedAt" IS NOT NULL THEN NULL ELSE @nowMs END, NULL,
					NULL, CASE WHEN n."removedAt" IS NULL THEN n."seedMarkdown" ELSE '' END FROM stage.note s WHERE s.id = n."id")
				WHERE n."id" IN (SELECT id FROM stage.note WHERE verdict = 'updated')`,
		)
		.run({ nowMs });
	database.exec(
		`UPDATE main."Note" AS n SET "fileHtml" = s.fileHtml FROM stage.note s
			WHERE s.id = n."id" AND s.verdict = 'kept' AND n."fileHtml" IS NOT s.fileHtml;
		INSERT OR IGNORE INTO main."NoteType" SELECT id, json FROM stage.note_type;
		INSERT INTO main."NoteOrigin" ("noteId", "program", "guid", "foreignId", "noteTypeId", "fields", "tags", "markdownSha256", "modifiedAt")
			SELECT id, 'anki', guid, foreignId, noteTypeId, fields, originTags, markdownSha256, originModifiedAt FROM stage.note
				WHERE guid IS NOT NULL AND verdict IN ('new', 'updated')
					-- a table knows a note's guid alone: its fields and type, where they are here, are not to be lost for that
					AND NOT (foreignId = 0 AND EXISTS (SELECT 1 FROM main."NoteOrigin" o WHERE o."noteId" = id))
			ON CONFLICT ("noteId") DO UPDATE SET "foreignId" = excluded."foreignId", "noteTypeId" = excluded."noteTypeId",
				"fields" = excluded."fields", "tags" = excluded."tags", "markdownSha256" = excluded."markdownSha256", "modifiedAt" = excluded."modifiedAt"`,
	);
}

function writeCards(database: OwnConnection, _planned: PlannedImport, nowMs: number): void {
	database.exec(
		`INSERT INTO main."Card" ("id", "noteId", "deckId", "position", "frontHtml", "backHtml")
			SELECT id, noteId, deckId, position, frontHtml, backHtml FROM stage.card WHERE write = 1 ORDER BY deckId, position
			ON CONFLICT ("id") DO UPDATE SET "position" = excluded."position", "frontHtml" = excluded."frontHtml",
				"backHtml" = excluded."backHtml", "removedAt" = NULL;
		INSERT INTO main."CardOrigin" ("cardId", "program", "foreignId", "ordinal", "rest")
			SELECT id, 'anki', foreignId, ordinal, rest FROM stage.card WHERE foreignId IS NOT NULL
			ON CONFLICT ("cardId") DO NOTHING`,
	);
	// cards that a changed note no longer has rest, with memory and log kept
	const gone = `SELECT c."id" FROM main."Card" c JOIN stage.note s ON s.id = c."noteId"
		WHERE s.verdict = 'updated' AND c."id" NOT IN (SELECT id FROM stage.card)`;
	database.prepare(`UPDATE main."Card" SET "removedAt" = ? WHERE "removedAt" IS NULL AND "id" IN (${gone})`).run(nowMs);
	database.exec(
		`UPDATE main."CardMemory" SET "resting" = (SELECT c."removedAt" IS NOT NULL FROM main."Card" c WHERE c."id" = "cardId")
			WHERE "noteId" IN (SELECT id FROM stage.note WHERE verdict = 'updated')
				AND "resting" <> (SELECT c."removedAt" IS NOT NULL FROM main."Card" c WHERE c."id" = "cardId")`,
	);
	const memory = rawMemoryNames('')
		.map((name) => `"${name}"`)
		.join(', ');
	database
		.prepare(
			`INSERT OR IGNORE INTO main."CardMemory" ("learnerId", "cardId", "noteId", "deckId", "version", "shuffle", "resting", ${memory})
				SELECT ?, id, noteId, deckId, 0, shuffle, 0, ${memory} FROM stage.card WHERE phase IS NOT NULL ORDER BY id`,
		)
		.run(LOCAL_LEARNER);
}

function writeReviews(database: OwnConnection): void {
	const names = LOG_COLUMNS.map((name) => `"${name}"`).join(', ');
	database.exec(
		`INSERT INTO main."Review" (${names}) SELECT ${names} FROM stage.review WHERE known = 0 ORDER BY at, nth`,
	);
}

/** Gives cards the memory that was decided; a row of the log that says so waits on the stage, behind all that came. */
function writeMemories(database: OwnConnection, nowMs: number, only: 'all' | 'news'): void {
	const sets = [...rawMemoryNames(''), 'shuffle', 'version'].map((name) => `"${name}" = ?`).join(', ');
	const update = database.prepare(`UPDATE main."CardMemory" SET ${sets} WHERE "learnerId" = ? AND "cardId" = ?`);
	const append = database.prepare(
		`INSERT INTO stage.review (${LOG_COLUMNS.map((name) => `"${name}"`).join(', ')}) VALUES (${LOG_COLUMNS.map(() => '?').join(', ')})`,
	);
	const learner = database
		.prepare<[string], { timeZone: string | null; rolloverHour: number }>(
			'SELECT "timeZone", "rolloverHour" FROM main."Learner" WHERE "id" = ?',
		)
		.get(LOCAL_LEARNER);
	const zone = learner?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
	const options = optionsId(DEFAULT_DECK_OPTIONS);
	for (const decision of decideMemories(database, only)) {
		const { cardId, noteId, deckId, own, memory, taken, unexplained, atMs } = decision;
		const version = (own?.version ?? 0) + (own ? 1 : 0);
		const shuffle = memory.due.kind === 'day' ? shuffleKey(cardId, memory.due.day) : 0;
		if (taken) update.run(...rawMemoryValues(memory), shuffle, version, LOCAL_LEARNER, cardId);
		if (!unexplained) continue;
		const at = atMs > 0 ? atMs : nowMs;
		const moment = momentAt(at, zone, learner?.rolloverHour ?? 4);
		const day = memory.due.kind === 'day' ? memory.due.day : moment.day;
		append.run(
			...[
				`import:${nowMs}:${cardId}`,
				LOCAL_LEARNER,
				cardId,
				noteId,
				deckId,
				'rescheduled',
				'set-due',
				null,
				day,
				at,
				nowMs,
			],
			...[moment.day, moment.zoneOffsetMinutes, 0, options, version, null, 'anki', at, ''],
			...rawMemoryValues(unexplained),
			...rawMemoryValues(memory),
		);
	}
}
