const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const MONTH_MS = (DAY_MS * 365) / 12;

/** Seconds, minutes and days are shown whole, hours, months and years with at most one decimal. */
const UNITS = [
	{ suffix: 's', lengthMs: 1_000, below: 60, decimals: 0 },
	{ suffix: 'm', lengthMs: MINUTE_MS, below: 60, decimals: 0 },
	{ suffix: 'h', lengthMs: 60 * MINUTE_MS, below: 24, decimals: 1 },
	{ suffix: 'd', lengthMs: DAY_MS, below: 365 / 12, decimals: 0 },
	{ suffix: 'mo', lengthMs: MONTH_MS, below: 12, decimals: 1 },
	{ suffix: 'y', lengthMs: 365 * DAY_MS, below: Number.POSITIVE_INFINITY, decimals: 1 },
];

/** A wait in milliseconds as a button says it: `10m`, `3h`, `4d`, `2.5mo`, `1.3y`; with `<` when it is shorter than the learn-ahead limit. */
export function intervalLabel(waitMs: number, learnAheadMs: number): string {
	const prefix = waitMs < learnAheadMs ? '<' : '';
	for (const { suffix, lengthMs, below, decimals } of UNITS) {
		const shown = Number((Math.max(waitMs, 0) / lengthMs).toFixed(decimals));
		if (shown < below) return `${prefix}${shown}${suffix}`;
	}
	throw new RangeError(`A wait must be a finite number of milliseconds, not ${waitMs}.`);
}

/** An interval in whole study days as a button says it: `4d`, `2.5mo`, `1.3y`. */
export function dayIntervalLabel(intervalDays: number): string {
	return intervalLabel(intervalDays * DAY_MS, 0);
}
