import { studyDay, zoneOffsetMinutes } from '@/lib/srs/study-day';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** A learner's calendar for very many instants: what `studyDay` and `zoneOffsetMinutes` say, looked up once a day where the day has one offset. */
export class ZoneClock {
	readonly timeZone: string;
	readonly rolloverHour: number;
	readonly #offsets = new Map<number, number | null>();

	/** Takes an IANA zone and the hour (0 to 23) at which a study day begins. */
	constructor(timeZone: string, rolloverHour: number) {
		this.timeZone = timeZone;
		this.rolloverHour = rolloverHour;
	}

	/** Minutes east of UTC in force at an instant. */
	offsetMinutes(atMs: number): number {
		return this.#offset(atMs) ?? zoneOffsetMinutes(atMs, this.timeZone);
	}

	/** The study-day index of an instant. */
	studyDay(atMs: number): number {
		const offset = this.#offset(atMs);
		if (offset === null) return studyDay(atMs, this.timeZone, this.rolloverHour);
		return Math.floor((atMs + offset * MINUTE_MS - this.rolloverHour * 60 * MINUTE_MS) / DAY_MS);
	}

	/** Null on days within which the offset changes, or is not of whole minutes. */
	#offset(atMs: number): number | null {
		const day = Math.floor(atMs / DAY_MS);
		const known = this.#offsets.get(day);
		if (known !== undefined) return known;
		const first = zoneOffsetMinutes(day * DAY_MS, this.timeZone);
		const last = zoneOffsetMinutes((day + 1) * DAY_MS - 1000, this.timeZone);
		// before standard time, zones had offsets of seconds
		const offset = first === last && day > 5000 ? first : null;
		this.#offsets.set(day, offset);
		return offset;
	}
}
