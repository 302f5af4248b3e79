import { readJson } from '@/app/api/read-json';
import { HelpingRequest } from '@/app/api/wire';
import { nowMs } from '@/lib/db/clock';
import { takeHelping } from '@/lib/db/helping';

/** POST /api/helping: lets more of a deck through for the rest of the study day. */
export async function POST(request: Request): Promise<Response> {
	const read = await readJson(request, HelpingRequest);
	if (!read.ok) return read.response;
	const { key, ...helping } = read.body;
	if (await takeHelping(key, helping, nowMs())) return Response.json({ status: 'applied' });
	return Response.json(
		{ error: `cannot give more of the deck “${helping.deckId}”: there is none; nothing was changed` },
		{ status: 404 },
	);
}
