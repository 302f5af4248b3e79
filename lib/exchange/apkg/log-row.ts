import type { LoggedInterval, PortableAct } from '@/lib/exchange/portable';
import { GRADES } from '@/lib/srs/grade';

/** The columns of Anki's `revlog` after the card's id. */
export type LogRow = [ease: number, ivl: number, lastIvl: number, factor: number, time: number, type: number];

const TYPES = { learn: 0, review: 1, relearn: 2, filtered: 3, manual: 4, rescheduled: 5 } as const;

/** What Anki recorded in a row and ours has no place for. */
type LogRest = readonly [ivl: number, lastIvl: number, factor: number, type: number, ease: number];

/** A row of our log as Anki keeps it; null for acts that its log has no row for, such as suspending or a flag. */
export function logRow(review: PortableAct): LogRow | null {
	const time = Math.max(0, Math.round(review.durationMs));
	const recorded = restOf(review);
	if (recorded) {
		const [ivl, lastIvl, factor, type, ease] = recorded;
		return [ease, ivl, lastIvl, factor, time, type];
	}
	const { action, before, after } = review;
	if (action.type !== 'answer' && action.type !== 'set-due' && action.type !== 'reset') return null;
	const ease = action.type === 'answer' ? GRADES.indexOf(action.grade) + 1 : 0;
	const difficulty = after.difficulty === null ? 0 : Math.round(((after.difficulty - 1) / 9 + 0.1) * 1000);
	return [
		ease,
		action.type === 'reset' ? 0 : interval(after, review.atMs),
		before.phase === 'new' ? 0 : interval(before, before.lastReviewAtMs),
		difficulty,
		time,
		action.type === 'answer' ? TYPES[review.kind] : 4,
	];
}

/** Days, or negative seconds for a step. */
function interval(memory: LoggedInterval, fromMs: number | null): number {
	if (memory.due.kind !== 'instant') return Math.max(0, memory.intervalDays);
	return fromMs === null ? 0 : -Math.max(1, Math.round((memory.due.atMs - fromMs) / 1000));
}

function restOf(review: PortableAct): LogRest | null {
	if (!review.origin) return null;
	try {
		const rest: unknown = JSON.parse(review.origin.rest);
		return isLogRest(rest) ? rest : null;
	} catch {
		return null;
	}
}

// by hand: a large log has a hundred thousand of them
function isLogRest(rest: unknown): rest is LogRest {
	return Array.isArray(rest) && rest.length === 5 && rest.every(Number.isSafeInteger);
}
