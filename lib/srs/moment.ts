/** An instant as the scheduler sees it, worked out once per request from the learner's zone and rollover hour. */
export interface Moment {
	nowMs: number;
	/** Study-day index: the local civil day number since 1970-01-01, less one before the rollover hour. */
	day: number;
	/** Minutes east of UTC in force at `nowMs`. */
	zoneOffsetMinutes: number;
	/** The instant at which the next study day begins. */
	dayEndsAtMs: number;
}
