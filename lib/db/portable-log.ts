import type { LoggedInterval, PortableAct } from '@/lib/exchange/portable';
import { LOCAL_LEARNER } from './learner';
import type { OwnConnection } from './own-connection';
import { actionOf, kindOf, originOf } from './portable-review';
import { dueFrom } from './raw-memory';

const INTERVAL = ['Phase', 'DuePosition', 'DueAt', 'DueDay', 'IntervalDays', 'LastReviewAt', 'Difficulty'];
const OWN = ['key', 'cardId', 'action', 'grade', 'argument', 'kind', 'at', 'durationMs'];
const ORIGIN = ['originProgram', 'originId', 'originRest'];
const COLUMNS = [
	...OWN,
	...ORIGIN,
	...INTERVAL.map((name) => `before${name}`),
	...INTERVAL.map((name) => `after${name}`),
].map((name) => `r."${name}"`);
const BEFORE = OWN.length + ORIGIN.length;
const AFTER = BEFORE + INTERVAL.length;
const ROWS_AT_ONCE = 1_000;

type Cell = string | number | null;

/** The standing rows of the log about cards in `scope_card`, as SQL after `SELECT … FROM`. */
export const STANDING_ROWS = `scope_card s CROSS JOIN "Review" r ON r."learnerId" = '${LOCAL_LEARNER}' AND r."cardId" = s.id
	WHERE NOT EXISTS (SELECT 1 FROM "UndoMarker" u WHERE u."reviewKey" = r."key")`;

/** What the log of the cards in `scope_card` says of their intervals, oldest first; difficulties have 15 digits. */
export function* portableLog(database: OwnConnection): Generator<PortableAct[]> {
	// one text a row: so many columns one by one would take three times as long
	const rows = database
		.prepare<[], string>(`SELECT json_array(${COLUMNS.join(', ')}) FROM ${STANDING_ROWS} ORDER BY r."at", r."seq"`)
		.pluck();
	let batch: PortableAct[] = [];
	for (const row of rows.iterate()) {
		batch.push(actOf(JSON.parse(row)));
		if (batch.length < ROWS_AT_ONCE) continue;
		yield batch;
		batch = [];
	}
	if (batch.length > 0) yield batch;
}

function actOf(row: readonly Cell[]): PortableAct {
	const [key, cardId, action, grade, argument, kind, at, duration, program, originId, rest] = row;
	return {
		id: key as string,
		cardId: cardId as string,
		action: actionOf(key, action, grade, argument),
		kind: kindOf(key, kind),
		atMs: at as number,
		durationMs: duration as number,
		before: intervalAt(row, BEFORE),
		after: intervalAt(row, AFTER),
		origin: originOf(program, originId, rest),
	};
}

function intervalAt(row: readonly Cell[], at: number): LoggedInterval {
	return {
		phase: row[at] as LoggedInterval['phase'],
		due: dueFrom(row[at + 1], row[at + 2], row[at + 3]),
		intervalDays: row[at + 4] as number,
		lastReviewAtMs: row[at + 5] as number | null,
		difficulty: row[at + 6] as number | null,
	};
}
