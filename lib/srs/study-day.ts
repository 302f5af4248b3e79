import type { Moment } from './moment';
import { zoneOffsetMs } from './zone-offset';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** No zone has ever stood further than 16 hours from UTC. */
const WIDEST_OFFSET_MS = 16 * HOUR_MS;

/** Whether a name is an IANA time zone that this runtime knows, such as `Asia/Kathmandu`. */
export function isTimeZone(name: string): boolean {
	try {
		zoneOffsetMs(0, name);
		return true;
	} catch {
		return false;
	}
}

/** Minutes east of UTC in force in an IANA zone at an instant; throws a RangeError for an unknown zone or an instant that is no number. */
export function zoneOffsetMinutes(atMs: number, timeZone: string): number {
	return Math.round(zoneOffsetMs(atMs, timeZone) / 60_000);
}

/**
 * The study-day index of an instant: the day number (since 1970-01-01) of the local calendar date, less one before
 * the rollover hour (0 to 23) of the local clock; throws a RangeError for an unknown zone or hour.
 */
export function studyDay(atMs: number, timeZone: string, rolloverHour: number): number {
	checkRolloverHour(rolloverHour);
	return Math.floor((atMs + zoneOffsetMs(atMs, timeZone) - rolloverHour * HOUR_MS) / DAY_MS);
}

/**
 * The first instant (ms) at which the local clock has reached the rollover hour of a study day; where that clock time is skipped, the
 * instant of the skip. Throws a RangeError for an unknown zone or hour.
 */
export function studyDayStartMs(day: number, timeZone: string, rolloverHour: number): number {
	checkRolloverHour(rolloverHour);
	return startAfter(Number.NEGATIVE_INFINITY, day, timeZone, rolloverHour);
}

/** The instant as the scheduler sees it, for a learner's IANA zone and rollover hour; throws a RangeError for an unknown zone or hour. */
export function momentAt(nowMs: number, timeZone: string, rolloverHour: number): Moment {
	const day = studyDay(nowMs, timeZone, rolloverHour);
	return {
		nowMs,
		day,
		zoneOffsetMinutes: zoneOffsetMinutes(nowMs, timeZone),
		dayEndsAtMs: startAfter(nowMs, day + 1, timeZone, rolloverHour),
	};
}

/** A clock set back over the rollover starts a day twice: hence the first start after a given instant. */
function startAfter(afterMs: number, day: number, timeZone: string, rolloverHour: number): number {
	const clockMs = day * DAY_MS + rolloverHour * HOUR_MS;
	const reached = (atMs: number) => atMs + zoneOffsetMs(atMs, timeZone) >= clockMs;
	const earliest = clockMs - WIDEST_OFFSET_MS;
	const latest = clockMs + WIDEST_OFFSET_MS;
	const starts = [zoneOffsetMs(earliest, timeZone), zoneOffsetMs(latest, timeZone)]
		.map((offsetMs) => clockMs - offsetMs)
		.filter((atMs) => atMs > afterMs && reached(atMs) && !reached(atMs - 1))
		.sort((a, b) => a - b);
	return starts[0] ?? skipBetween(Math.max(earliest, afterMs), latest, reached);
}

/** The instant at which `reached` turns true, where the local clock jumps over the time looked for. */
function skipBetween(fromMs: number, toMs: number, reached: (atMs: number) => boolean): number {
	let before = fromMs;
	let after = toMs;
	while (after - before > 1) {
		const middle = Math.floor((before + after) / 2);
		if (reached(middle)) after = middle;
		else before = middle;
	}
	return after;
}

function checkRolloverHour(hour: number): void {
	if (!Number.isInteger(hour) || hour < 0 || hour > 23) {
		throw new RangeError(`The rollover hour must be a whole number from 0 to 23, not ${hour}.`);
	}
}
