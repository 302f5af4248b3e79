import { answerCard, answerKind } from './answer';
import { applyAction } from './card-action';
import type { CardMemory } from './card-memory';
import type { DeckOptions } from './deck-options';
import { type MemoryDifference, memoryDifferences } from './memory-differences';
import type { Review, ReviewKind } from './review';

const DAY_MS = 86_400_000;

/** Where a row of the log is not what replaying it gives. */
export type ReplayDifference = { reviewId: string } & (
	| ({ part: 'before' | 'after' } & MemoryDifference)
	| { part: 'row'; field: 'kind' | 'studyDay' | 'intervalDays'; recorded: unknown; replayed: unknown }
);

/**
 * Works a card's memory out again from its standing rows, oldest first: from each row only the act, its time and the interval it gave are
 * taken, the interval when its grade allowed it. Tells every difference from what was recorded and goes on from the replayed memory;
 * `memory` is null without rows. Filtered and rescheduled rows are taken as recorded, and so are those of another program, unless the
 * memory has seen a later answer by then: history told afterwards changes nothing. Throws a RangeError for options that are not given.
 */
export function replayCard(
	rows: readonly Review[],
	optionsById: ReadonlyMap<string, DeckOptions>,
): { memory: CardMemory | null; differences: ReplayDifference[] } {
	const differences: ReplayDifference[] = [];
	let memory: CardMemory | null = null;
	for (const row of rows) {
		if (row.origin) {
			if (memory === null || row.atMs >= (memory.lastReviewAtMs ?? 0)) memory = row.after;
			continue;
		}
		const before: CardMemory = memory ?? row.before;
		const found = memoryDifferences(row.before, before).map((each) => ({
			reviewId: row.id,
			part: 'before' as const,
			...each,
		}));
		const replayed = replayRow(row, before, optionsById);
		const changed = memoryDifferences(row.after, replayed.after).map((each) => ({
			reviewId: row.id,
			part: 'after' as const,
			...each,
		}));
		differences.push(...found, ...replayed.differences, ...changed);
		// Equal within the tolerance: the recorded digits are kept, so that another engine's do not add up.
		memory = changed.length === 0 ? row.after : replayed.after;
	}
	return { memory, differences };
}

function replayRow(
	row: Review,
	before: CardMemory,
	optionsById: ReadonlyMap<string, DeckOptions>,
): { after: CardMemory; differences: ReplayDifference[] } {
	const differences = studyDayDifference(row);
	if (row.kind === 'filtered' || row.kind === 'rescheduled') return { after: row.after, differences };
	const moment = { nowMs: row.atMs, day: row.studyDay };
	const { action } = row;
	if (action.type !== 'answer') {
		return {
			after: applyAction(before, action, moment),
			differences: [...differences, ...kindDifference(row, 'manual')],
		};
	}
	const options = optionsById.get(row.optionsId);
	if (!options) throw new RangeError(`The options "${row.optionsId}" of row "${row.id}" are not given.`);
	const input = { cardId: row.cardId, memory: before, options, moment, grade: action.grade };
	const promised = answerCard({ ...input, promisedIntervalDays: row.after.intervalDays });
	const answered = promised.ok ? promised : answerCard({ ...input, promisedIntervalDays: null });
	// The plain fuzz lies inside what is allowed by construction.
	if (!answered.ok) throw new RangeError(`Row "${row.id}" cannot be replayed: ${answered.reason}.`);
	if (!promised.ok) {
		const { intervalDays: recorded } = row.after;
		differences.push({
			reviewId: row.id,
			part: 'row',
			field: 'intervalDays',
			recorded,
			replayed: answered.after.intervalDays,
		});
	}
	return { after: answered.after, differences: [...differences, ...kindDifference(row, answerKind(before.phase))] };
}

function kindDifference(row: Review, replayed: ReviewKind): ReplayDifference[] {
	return row.kind === replayed ? [] : [{ reviewId: row.id, part: 'row', field: 'kind', recorded: row.kind, replayed }];
}

/** A study day is the civil day of its instant or, before the rollover hour, the one before. */
function studyDayDifference(row: Review): ReplayDifference[] {
	const civilDay = Math.floor((row.atMs + row.zoneOffsetMinutes * 60_000) / DAY_MS);
	if (row.studyDay === civilDay || row.studyDay === civilDay - 1) return [];
	return [{ reviewId: row.id, part: 'row', field: 'studyDay', recorded: row.studyDay, replayed: civilDay }];
}
