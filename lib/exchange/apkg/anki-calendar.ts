import { studyDay } from '@/lib/srs/study-day';
import type { CollectionStructure } from './collection-structure';

/**
 * The study day from which a collection counts its days. Newer ones say in which offset their first day was counted; older ones were created
 * at four in the morning, so noon of that day falls on it in all zones near.
 */
export function firstDayOf(structure: CollectionStructure, zone: { timeZone: string; rolloverHour: number }): number {
	const { createdSeconds, creationOffsetMinutes, rolloverHour } = structure;
	if (creationOffsetMinutes !== null)
		return Math.floor((createdSeconds - creationOffsetMinutes * 60 - rolloverHour * 3600) / 86_400);
	return studyDay(createdSeconds * 1000 + 8 * 3_600_000, zone.timeZone, zone.rolloverHour);
}
