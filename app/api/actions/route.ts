import { outcomeResponse } from '@/app/api/outcome-response';
import { readJson } from '@/app/api/read-json';
import { ActionRequest } from '@/app/api/wire';
import { nowMs } from '@/lib/db/clock';
import { recordAction } from '@/lib/db/record-review';

/** POST /api/actions: suspend, bury, flag, move or reset a card, exactly once. */
export async function POST(request: Request): Promise<Response> {
	const read = await readJson(request, ActionRequest);
	if (!read.ok) return read.response;
	const now = nowMs();
	return outcomeResponse(await recordAction(read.body, now), read.body, now);
}
