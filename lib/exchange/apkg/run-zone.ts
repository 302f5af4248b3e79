import type { ExchangeRun } from '@/lib/exchange/portable';

/** The learner's zone and rollover hour; UTC and four o'clock where the run does not say. */
export function runZone(run: ExchangeRun): { timeZone: string; rolloverHour: number } {
	const { timeZone, rolloverHour } = run as { timeZone?: string; rolloverHour?: number };
	return { timeZone: timeZone ?? 'UTC', rolloverHour: rolloverHour ?? 4 };
}
