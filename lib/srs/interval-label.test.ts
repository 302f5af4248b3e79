import { describe, expect, it } from 'vitest';
import { dayIntervalLabel, intervalLabel } from './interval-label';

const MINUTE_MS = 60_000;

describe('intervalLabel()', () => {
	it.each([
		[1_000, '1s'],
		[59_499, '59s'],
		[59_500, '1m'],
		[330_000, '6m'],
		[600_000, '10m'],
		[59.6 * MINUTE_MS, '1h'],
		[90 * MINUTE_MS, '1.5h'],
		[180 * MINUTE_MS, '3h'],
		[23.97 * 60 * MINUTE_MS, '1d'],
	])('says %d ms as %s', (waitMs, label) => {
		expect(intervalLabel(waitMs, 0)).toBe(label);
	});

	it('marks a wait below the learn-ahead limit', () => {
		expect(intervalLabel(MINUTE_MS, 20 * MINUTE_MS)).toBe('<1m');
		expect(intervalLabel(19 * MINUTE_MS, 20 * MINUTE_MS)).toBe('<19m');
		expect(intervalLabel(20 * MINUTE_MS, 20 * MINUTE_MS)).toBe('20m');
	});

	it('refuses a wait without end', () => {
		expect(() => intervalLabel(Number.POSITIVE_INFINITY, 0)).toThrow(RangeError);
	});
});

describe('dayIntervalLabel()', () => {
	it.each([
		[1, '1d'],
		[30, '30d'],
		[31, '1mo'],
		[46, '1.5mo'],
		[363, '11.9mo'],
		[364, '1y'],
		[365, '1y'],
		[475, '1.3y'],
		[36_500, '100y'],
	])('says %i days as %s', (days, label) => {
		expect(dayIntervalLabel(days)).toBe(label);
	});
});
