import type { NextRequest } from 'next/server';
import { nowMs } from '@/lib/db/clock';
import { readReviewQueue } from '@/lib/db/review-queue';

/** GET /api/queue?deck=neural-networks: the head of the deck's queue as it stands now. */
export async function GET(request: NextRequest): Promise<Response> {
	const deckId = request.nextUrl.searchParams.get('deck') ?? '';
	const queue = await readReviewQueue(deckId, nowMs());
	if (queue) return Response.json(queue, { headers: { 'cache-control': 'no-store' } });
	return Response.json(
		{ error: `cannot queue the deck “${deckId}”: there is none; an id or “all” is allowed` },
		{ status: 404 },
	);
}
