import type { Prisma } from '@/generated/prisma/client';
import type { Moment } from '@/lib/srs/moment';
import { isTimeZone, momentAt } from '@/lib/srs/study-day';
import type { Db } from './client';

/** The one learner of a local installation. */
export const LOCAL_LEARNER = 'local';

/** Who is studying, and by which calendar. */
export interface Learner {
	id: string;
	/** The learner's own zone, or the server's while `zoneKnown` is false. */
	timeZone: string;
	zoneKnown: boolean;
	/** The hour at which a study day begins, 0 to 23. */
	rolloverHour: number;
}

const serverZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The local learner, made on the first call. */
export async function readLearner(db: Db): Promise<Learner> {
	const [found] = await db.$queryRaw<Prisma.LearnerGetPayload<object>[]>`
		SELECT "id", "timeZone", "rolloverHour" FROM "Learner" WHERE "id" = ${LOCAL_LEARNER}`;
	const create = { id: LOCAL_LEARNER, rolloverHour: 4 };
	const row = found ?? (await db.learner.upsert({ where: { id: LOCAL_LEARNER }, create, update: {} }));
	return {
		id: row.id,
		timeZone: row.timeZone ?? serverZone(),
		zoneKnown: row.timeZone !== null,
		rolloverHour: row.rolloverHour,
	};
}

/** The instant `nowMs` by `learner`'s calendar. */
export function learnerMoment(learner: Learner, nowMs: number): Moment {
	return momentAt(nowMs, learner.timeZone, learner.rolloverHour);
}

/** A change of the learner's calendar; `onlyIfUnknown` leaves a zone that is known as it is. */
export interface CalendarChange {
	timeZone?: string | undefined;
	rolloverHour?: number | undefined;
	onlyIfUnknown: boolean;
}

/** Sets the learner's zone and rollover hour. Throws RangeError for a zone that this server does not know. */
export async function changeCalendar(db: Db, change: CalendarChange): Promise<Learner> {
	const learner = await readLearner(db);
	if (change.timeZone !== undefined && !isTimeZone(change.timeZone)) {
		throw new RangeError(
			`cannot follow the time zone “${change.timeZone}”: an IANA name such as Europe/London is allowed; ${learner.timeZone} was kept`,
		);
	}
	const keepZone = change.timeZone === undefined || (change.onlyIfUnknown && learner.zoneKnown);
	await db.learner.update({
		where: { id: learner.id },
		data: {
			...(keepZone ? {} : { timeZone: change.timeZone ?? null }),
			...(change.rolloverHour === undefined ? {} : { rolloverHour: change.rolloverHour }),
		},
	});
	return readLearner(db);
}
