import { readJson } from '@/app/api/read-json';
import { BacklogRequest } from '@/app/api/wire';
import { spreadDueReviews } from '@/lib/db/backlog';
import { nowMs } from '@/lib/db/clock';

/** POST /api/backlog: spreads the reviews that are due over days, as one act that one undo takes back. */
export async function POST(request: Request): Promise<Response> {
	const read = await readJson(request, BacklogRequest);
	if (!read.ok) return read.response;
	return Response.json(await spreadDueReviews(read.body.key, read.body.days, nowMs()));
}
