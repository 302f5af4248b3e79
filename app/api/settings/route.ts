import { readJson } from '@/app/api/read-json';
import { SettingsRequest } from '@/app/api/wire';
import { transaction } from '@/lib/db/client';
import { changeCalendar } from '@/lib/db/learner';

/** POST /api/settings: the learner's time zone and the hour at which a study day begins. */
export async function POST(request: Request): Promise<Response> {
	const read = await readJson(request, SettingsRequest);
	if (!read.ok) return read.response;
	try {
		return Response.json(await transaction((db) => changeCalendar(db, read.body)));
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		return Response.json({ error: error.message }, { status: 400 });
	}
}
