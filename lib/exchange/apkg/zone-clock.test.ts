import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studyDay, zoneOffsetMinutes } from '@/lib/srs/study-day';
import { ZoneClock } from './zone-clock';

describe('ZoneClock', () => {
	it('says what studyDay() and zoneOffsetMinutes() say, on days of change too', () => {
		const zone = fc.constantFrom(
			'UTC',
			'Europe/Berlin',
			'America/New_York',
			'Asia/Kathmandu',
			'Australia/Lord_Howe',
			'Pacific/Apia',
		);
		const changes = [
			Date.UTC(2026, 2, 29, 1),
			Date.UTC(2026, 9, 25, 1),
			Date.UTC(2026, 2, 8, 7),
			Date.UTC(2011, 11, 30, 10),
			Date.UTC(2026, 3, 4, 15),
		];
		const instant = fc.oneof(
			fc.integer({ min: 0, max: Date.UTC(2040, 0, 1) }),
			fc
				.tuple(fc.constantFrom(...changes), fc.integer({ min: -90_000_000, max: 90_000_000 }))
				.map(([at, by]) => at + by),
		);
		fc.assert(
			fc.property(zone, fc.integer({ min: 0, max: 23 }), instant, (timeZone, rolloverHour, atMs) => {
				const clock = new ZoneClock(timeZone, rolloverHour);
				expect(clock.studyDay(atMs)).toBe(studyDay(atMs, timeZone, rolloverHour));
				expect(clock.offsetMinutes(atMs)).toBe(zoneOffsetMinutes(atMs, timeZone));
			}),
			{ numRuns: 500 },
		);
	});
});
