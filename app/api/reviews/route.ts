import { outcomeResponse } from '@/app/api/outcome-response';
import { readJson } from '@/app/api/read-json';
import { AnswerRequest } from '@/app/api/wire';
import { nowMs } from '@/lib/db/clock';
import { recordAnswer } from '@/lib/db/record-review';

/** POST /api/reviews: one answer, durable and recorded exactly once by the time the response is sent. */
export async function POST(request: Request): Promise<Response> {
	const read = await readJson(request, AnswerRequest);
	if (!read.ok) return read.response;
	const now = nowMs();
	const { key, cardId, grade } = read.body;
	const recorded = await recordAnswer(read.body, now);
	return outcomeResponse(recorded, { key, cardId, action: { type: 'answer', grade } }, now);
}
