import { nowMs } from '@/lib/db/clock';
import { recordAction } from '@/lib/db/record-review';
import { outcomeResponse } from '../outcome-response';
import { readJson } from '../read-json';
import { ActionRequest } from '../wire';

/** POST /api/actions: suspend, bury, flag, move or reset a card, exactly once. */
export async function POST(request: Request): Promise<Response> {
	const read = await readJson(request, ActionRequest);
	if (!read.ok) return read.response;
	const now = nowMs();
	return outcomeResponse(await recordAction(read.body, now), read.body.cardId, now);
}
