import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeZone, momentAt, studyDay, studyDayStartMs, zoneOffsetMinutes } from './study-day';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const civilDay = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS;
const at = (instant: string) => Date.parse(instant);

const ZONES = [
	'UTC',
	'Europe/Berlin',
	'Europe/London',
	'America/New_York',
	'America/St_Johns',
	'America/Havana',
	'America/Santiago',
	'Asia/Kolkata',
	'Asia/Kathmandu',
	'Asia/Tokyo',
	'Australia/Lord_Howe',
	'Pacific/Chatham',
	'Pacific/Apia',
	'Pacific/Kiritimati',
	'Pacific/Marquesas',
	'Africa/Casablanca',
	'Antarctica/Troll',
	'Etc/GMT+12',
];

describe('studyDay()', () => {
	it.each([
		['UTC', '2026-03-10T03:59:59.999Z', '2026-03-09'],
		['UTC', '2026-03-10T04:00:00Z', '2026-03-10'],
		['Europe/Berlin', '2026-01-15T02:59:00Z', '2026-01-14'],
		['Europe/Berlin', '2026-07-15T02:00:00Z', '2026-07-15'],
		['America/New_York', '2026-01-15T08:59:59Z', '2026-01-14'],
		['America/New_York', '2026-01-15T09:00:00Z', '2026-01-15'],
		['America/St_Johns', '2026-01-15T07:29:59Z', '2026-01-14'],
		['America/St_Johns', '2026-01-15T07:30:00Z', '2026-01-15'],
		['Asia/Kolkata', '2026-05-01T22:29:59Z', '2026-05-01'],
		['Asia/Kolkata', '2026-05-01T22:30:00Z', '2026-05-02'],
		['Asia/Kathmandu', '2026-05-01T22:14:59Z', '2026-05-01'],
		['Asia/Kathmandu', '2026-05-01T22:15:00Z', '2026-05-02'],
		['Asia/Tokyo', '2026-05-01T19:00:00Z', '2026-05-02'],
		['Australia/Lord_Howe', '2026-01-15T16:59:59Z', '2026-01-15'],
		['Australia/Lord_Howe', '2026-01-15T17:00:00Z', '2026-01-16'],
		['Pacific/Chatham', '2026-01-15T14:14:59Z', '2026-01-15'],
		['Pacific/Chatham', '2026-01-15T14:15:00Z', '2026-01-16'],
		['Pacific/Kiritimati', '2026-01-15T14:00:00Z', '2026-01-16'],
		['Pacific/Marquesas', '2026-01-15T13:29:59Z', '2026-01-14'],
		['Pacific/Marquesas', '2026-01-15T13:30:00Z', '2026-01-15'],
	])('in %s puts %s on %s', (zone, instant, date) => {
		expect(studyDay(at(instant), zone, 4)).toBe(civilDay(date));
	});

	it('keeps one day over the missing and the doubled hour of Berlin', () => {
		const sundayOfSpring = [at('2026-03-29T02:00:00Z'), at('2026-03-30T01:59:59Z')];
		const sundayOfAutumn = [at('2026-10-25T03:00:00Z'), at('2026-10-26T02:59:59Z')];
		expect(sundayOfSpring.map((ms) => studyDay(ms, 'Europe/Berlin', 4))).toEqual(Array(2).fill(civilDay('2026-03-29')));
		expect(sundayOfAutumn.map((ms) => studyDay(ms, 'Europe/Berlin', 4))).toEqual(Array(2).fill(civilDay('2026-10-25')));
	});

	it('leaves out the civil day that Samoa skipped, but for the hours before rollover', () => {
		expect(studyDay(at('2011-12-30T09:59:59Z'), 'Pacific/Apia', 0)).toBe(civilDay('2011-12-29'));
		expect(studyDay(at('2011-12-30T10:00:00Z'), 'Pacific/Apia', 0)).toBe(civilDay('2011-12-31'));
		expect(studyDay(at('2011-12-30T10:00:00Z'), 'Pacific/Apia', 4)).toBe(civilDay('2011-12-30'));
		expect(studyDay(at('2011-12-30T14:00:00Z'), 'Pacific/Apia', 4)).toBe(civilDay('2011-12-31'));
	});

	it('gives a traveller the day of the place they are in', () => {
		const landing = at('2026-06-01T20:00:00Z');
		expect(studyDay(landing, 'America/Los_Angeles', 4)).toBe(civilDay('2026-06-01'));
		expect(studyDay(landing, 'Asia/Tokyo', 4)).toBe(civilDay('2026-06-02'));
	});

	it('goes back with a clock that is set back', () => {
		const day = studyDay(at('2026-06-05T12:00:00Z'), 'Europe/London', 4);
		expect(studyDay(at('2026-06-02T12:00:00Z'), 'Europe/London', 4)).toBe(day - 3);
	});

	it.each([-1, 24, 3.5, Number.NaN])('refuses the rollover hour %s', (hour) => {
		expect(() => studyDay(0, 'UTC', hour)).toThrow(/rollover hour must be a whole number from 0 to 23/);
	});

	it('refuses a zone or an instant that is none', () => {
		expect(() => studyDay(0, 'Mars/Olympus', 4)).toThrow(RangeError);
		expect(() => studyDay(Number.NaN, 'UTC', 4)).toThrow(/instant must be a number/);
	});
});

describe('studyDayStartMs()', { timeout: 60_000 }, () => {
	it.each([
		['Europe/Berlin', '2026-03-28', 23],
		['Europe/Berlin', '2026-03-29', 24],
		['Europe/Berlin', '2026-10-24', 25],
		['America/New_York', '2026-03-07', 23],
		['America/New_York', '2026-10-31', 25],
		['Australia/Lord_Howe', '2026-04-04', 24.5],
		['Australia/Lord_Howe', '2026-10-03', 23.5],
		['America/Santiago', '2026-09-05', 23],
	])('in %s makes %s a day of %s hours', (zone, date, hours) => {
		const day = civilDay(date);
		expect((studyDayStartMs(day + 1, zone, 4) - studyDayStartMs(day, zone, 4)) / HOUR_MS).toBe(hours);
	});

	it('starts a day whose rollover hour is skipped at the skip', () => {
		expect(studyDayStartMs(civilDay('2026-03-08'), 'America/New_York', 2)).toBe(at('2026-03-08T07:00:00Z'));
		expect(studyDayStartMs(civilDay('2011-12-30'), 'Pacific/Apia', 0)).toBe(at('2011-12-30T10:00:00Z'));
		expect(studyDayStartMs(civilDay('2011-12-31'), 'Pacific/Apia', 0)).toBe(at('2011-12-30T10:00:00Z'));
	});

	it('is the first instant of its day, in every zone', () => {
		const day = fc.integer({ min: civilDay('1990-01-01'), max: civilDay('2037-01-01') });
		fc.assert(
			fc.property(fc.constantFrom(...ZONES), day, fc.integer({ min: 0, max: 23 }), (zone, index, hour) => {
				const start = studyDayStartMs(index, zone, hour);
				expect(studyDay(start, zone, hour)).toBeGreaterThanOrEqual(index);
				expect(studyDay(start - 1, zone, hour)).toBeLessThan(index);
			}),
			{ numRuns: 600 },
		);
	});
});

describe('momentAt()', { timeout: 60_000 }, () => {
	it('ends the day at the first instant of a later one, in every zone', () => {
		const instant = fc.integer({ min: at('1990-01-01T00:00:00Z'), max: at('2037-01-01T00:00:00Z') });
		fc.assert(
			fc.property(fc.constantFrom(...ZONES), instant, fc.integer({ min: 0, max: 23 }), (zone, nowMs, hour) => {
				const moment = momentAt(nowMs, zone, hour);
				expect(moment.day).toBe(studyDay(nowMs, zone, hour));
				expect(moment.dayEndsAtMs).toBeGreaterThan(nowMs);
				expect(studyDay(moment.dayEndsAtMs, zone, hour)).toBeGreaterThan(moment.day);
				expect(studyDay(moment.dayEndsAtMs - 1, zone, hour)).toBeLessThanOrEqual(moment.day);
			}),
			{ numRuns: 600 },
		);
	});

	it('ends a day that begins twice, the clock being set back over rollover, at its second beginning', () => {
		const moment = momentAt(at('2026-10-25T01:30:00Z'), 'Antarctica/Troll', 2);
		expect(moment.day).toBe(civilDay('2026-10-24'));
		expect(moment.dayEndsAtMs).toBe(at('2026-10-25T02:00:00Z'));
	});

	it('carries the offset in force', () => {
		expect(momentAt(at('2026-07-01T12:00:00Z'), 'Asia/Kathmandu', 4).zoneOffsetMinutes).toBe(345);
	});
});

describe('zoneOffsetMinutes()', () => {
	it.each([
		['America/St_Johns', '2026-01-01T00:00:00Z', -210],
		['America/St_Johns', '2026-07-01T00:00:00Z', -150],
		['Pacific/Chatham', '2026-01-01T00:00:00Z', 825],
		['Europe/Berlin', '2026-03-29T00:59:59.999Z', 60],
		['Europe/Berlin', '2026-03-29T01:00:00Z', 120],
		['Pacific/Apia', '2011-12-30T09:59:59.999Z', -600],
		['Pacific/Apia', '2011-12-30T10:00:00Z', 840],
		['Africa/Monrovia', '1972-01-07T00:44:29Z', -44],
		['Africa/Monrovia', '1972-01-07T00:44:31Z', 0],
	])('in %s at %s is %i', (zone, instant, minutes) => {
		expect(zoneOffsetMinutes(at(instant), zone)).toBe(minutes);
	});
});

describe('isTimeZone()', () => {
	it('knows every zone of these tests', () => {
		expect(ZONES.filter((zone) => !isTimeZone(zone))).toEqual([]);
	});

	it.each(['', 'Mars/Olympus', '+05:30', 'Europe/Berlin ', '../etc'])('does not take "%s" for one', (name) => {
		expect(isTimeZone(name)).toBe(false);
	});
});
