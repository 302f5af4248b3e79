import type { Prisma } from '@/generated/prisma/client';
import { GRADES } from '@/lib/srs/grade';
import type { Review, ReviewAction, ReviewKind, ReviewOrigin } from '@/lib/srs/review';
import type { Db } from './client';
import { prefixedColumns, prefixedMemory } from './memory-columns';

/** A log row with what only the database keeps beside it. */
export interface LoggedReview extends Review {
	learnerId: string;
	noteId: string;
	deckId: string;
	receivedAtMs: number;
	/** The version of the card's memory that the row made. */
	version: number;
	/** Names the act when it made several rows; null for a row of its own. */
	batch: string | null;
}

type ReviewRow = Prisma.ReviewGetPayload<object>;

const KINDS: readonly ReviewKind[] = ['learn', 'review', 'relearn', 'filtered', 'manual', 'rescheduled'];
const PLAIN_ACTIONS = ['suspend', 'unsuspend', 'bury', 'unbury', 'reset'] as const;

function argumentOf(action: ReviewAction): number | null {
	if (action.type === 'flag') return action.flag;
	return action.type === 'set-due' ? action.day : null;
}

function actionOf(row: ReviewRow): ReviewAction {
	const grade = GRADES.find((g) => g === row.grade);
	const plain = PLAIN_ACTIONS.find((type) => type === row.action);
	if (row.action === 'answer' && grade) return { type: 'answer', grade };
	if (row.action === 'flag' && row.argument !== null) return { type: 'flag', flag: row.argument };
	if (row.action === 'set-due' && row.argument !== null) return { type: 'set-due', day: row.argument };
	if (plain) return { type: plain };
	throw new RangeError(`cannot read log row ${row.seq}: action ${row.action} with grade ${row.grade} is none we write`);
}

/** The log row as the scheduler knows it. Throws RangeError when the row is not one we write. */
export function reviewOf(row: ReviewRow): LoggedReview {
	const kind = KINDS.find((k) => k === row.kind);
	if (!kind)
		throw new RangeError(`cannot read log row ${row.seq}: kind is ${row.kind}; ${KINDS.join(', ')} are allowed`);
	return {
		id: row.key,
		learnerId: row.learnerId,
		cardId: row.cardId,
		noteId: row.noteId,
		deckId: row.deckId,
		action: actionOf(row),
		kind,
		atMs: row.at.getTime(),
		receivedAtMs: row.receivedAt.getTime(),
		studyDay: row.studyDay,
		zoneOffsetMinutes: row.zoneOffsetMinutes,
		durationMs: row.durationMs,
		before: prefixedMemory('before', row),
		after: prefixedMemory('after', row),
		optionsId: row.optionsId,
		version: row.version,
		batch: row.batch,
		origin: originOf(row),
	};
}

function originOf(row: ReviewRow): ReviewOrigin | null {
	if (row.originProgram === null) return null;
	if (row.originProgram === 'anki' && row.originId !== null)
		return { program: 'anki', foreignId: Number(row.originId), rest: row.originRest ?? '' };
	throw new RangeError(
		`cannot read log row ${row.seq}: its origin is ${row.originProgram}; anki with an id is allowed`,
	);
}

/** The columns of a log row, in the order of `appendReview`'s statement. */
function logColumns(review: LoggedReview) {
	return {
		key: review.id,
		learnerId: review.learnerId,
		cardId: review.cardId,
		noteId: review.noteId,
		deckId: review.deckId,
		kind: review.kind,
		action: review.action.type,
		grade: review.action.type === 'answer' ? review.action.grade : null,
		argument: argumentOf(review.action),
		at: new Date(review.atMs),
		receivedAt: new Date(review.receivedAtMs),
		studyDay: review.studyDay,
		zoneOffsetMinutes: review.zoneOffsetMinutes,
		durationMs: review.durationMs,
		optionsId: review.optionsId,
		version: review.version,
		batch: review.batch,
		originProgram: review.origin?.program ?? null,
		originId: review.origin?.foreignId ?? null,
		originRest: review.origin?.rest ?? null,
		...prefixedColumns('before', review.before),
		...prefixedColumns('after', review.after),
	} satisfies Prisma.ReviewUncheckedCreateInput;
}

/** Appends one row. Fails on a key that the log has already. */
export async function appendReview(db: Db, review: LoggedReview): Promise<void> {
	const columns = Object.entries(logColumns(review));
	// SQL of ours: Prisma plans a row of fifty columns anew whenever another of them is null, for milliseconds an answer
	const names = columns.map(([name]) => `"${name}"`).join(', ');
	const sql = `INSERT INTO "Review" (${names}) VALUES (${columns.map(() => '?').join(', ')})`;
	await db.$executeRawUnsafe(sql, ...columns.map(([, value]) => value));
}

/** The row with that key, whether or not it still stands; null when there is none. */
export async function findReview(db: Db, key: string): Promise<LoggedReview | null> {
	// nearly every answer's key is new, and asking for that alone is ten times quicker
	const known = await db.$queryRaw<unknown[]>`SELECT 1 FROM "Review" WHERE "key" = ${key}`;
	if (known.length === 0) return null;
	const row = await db.review.findUnique({ where: { key } });
	return row && reviewOf(row);
}

/** The newest row of the learner that no undo has taken back; null when none stands, or an import came after it. */
export async function lastStandingReview(db: Db, learnerId: string): Promise<LoggedReview | null> {
	// the unary plus keeps SQLite from sorting all of the learner's rows by another index: it walks back from the newest
	const [last] = await db.$queryRaw<{ key: string; originProgram: string | null }[]>`
		SELECT r."key", r."originProgram" FROM "Review" r WHERE +r."learnerId" = ${learnerId}
			AND NOT EXISTS (SELECT 1 FROM "UndoMarker" u WHERE u."reviewKey" = r."key")
		ORDER BY r."seq" DESC LIMIT 1`;
	return last?.originProgram === null ? findReview(db, last.key) : null;
}

/** The standing rows of one act, newest first. */
export async function standingBatch(db: Db, batch: string): Promise<LoggedReview[]> {
	const rows = await db.review.findMany({ where: { batch, undone: null }, orderBy: { seq: 'desc' } });
	return rows.map(reviewOf);
}
