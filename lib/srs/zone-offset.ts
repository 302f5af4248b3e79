const QUARTER_HOUR_MS = 900_000;
const CACHE_LIMIT = 10_000;

interface Zone {
	format: Intl.DateTimeFormat;
	/** Offset by quarter hour of UTC, kept only where it is the same at both ends of the quarter. */
	offsets: Map<number, number>;
}

const zones = new Map<string, Zone>();

/** Milliseconds east of UTC in force in an IANA zone at an instant; throws a RangeError for an unknown zone or an instant that is no number. */
export function zoneOffsetMs(atMs: number, timeZone: string): number {
	if (!Number.isFinite(atMs)) throw new RangeError(`The instant must be a number of milliseconds, not ${atMs}.`);
	const zone = zoneNamed(timeZone);
	const quarter = Math.floor(atMs / QUARTER_HOUR_MS);
	const known = zone.offsets.get(quarter);
	if (known !== undefined) return known;
	const first = readOffsetMs(zone.format, quarter * QUARTER_HOUR_MS);
	const last = readOffsetMs(zone.format, (quarter + 1) * QUARTER_HOUR_MS - 1_000);
	if (first !== last) return readOffsetMs(zone.format, atMs);
	if (zone.offsets.size >= CACHE_LIMIT) zone.offsets.clear();
	zone.offsets.set(quarter, first);
	return first;
}

function zoneNamed(name: string): Zone {
	const known = zones.get(name);
	if (known) return known;
	// Newer runtimes take '+05:30' for a zone, older ones do not: a name must mean the same everywhere.
	if (!/^[A-Za-z]/.test(name)) throw new RangeError(`"${name}" is not an IANA time zone such as Europe/Berlin.`);
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone: name,
		calendar: 'gregory',
		numberingSystem: 'latn',
		hourCycle: 'h23',
		year: 'numeric',
		month: 'numeric',
		day: 'numeric',
		hour: 'numeric',
		minute: 'numeric',
		second: 'numeric',
	});
	const zone = { format, offsets: new Map<number, number>() };
	zones.set(name, zone);
	return zone;
}

function readOffsetMs(format: Intl.DateTimeFormat, atMs: number): number {
	const secondMs = Math.floor(atMs / 1_000) * 1_000;
	const part: Record<string, number> = {};
	for (const { type, value } of format.formatToParts(secondMs)) part[type] = Number(value);
	const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
	return Date.UTC(year, month - 1, day, hour, minute, second) - secondMs;
}
