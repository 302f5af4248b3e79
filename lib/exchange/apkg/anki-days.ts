const DAY_SECONDS = 86_400;

/** The study day that packages of ours count from: 2010-01-01. */
export const FIRST_DAY = 14_610;

/** `col.crt` of our packages: 10:00 UTC of the first day is on that day, past the rollover, from Honolulu to Auckland. */
export const CREATED_SECONDS = FIRST_DAY * DAY_SECONDS + 36_000;

/** The hour, in our packages, at which Anki's day begins. */
export const ROLLOVER_HOUR = 4;

/** The day number in our packages of a study day. */
export function ankiDay(studyDay: number): number {
	return studyDay - FIRST_DAY;
}
