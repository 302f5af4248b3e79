import { readJson } from '@/app/api/read-json';
import { PredictionRequest } from '@/app/api/wire';
import { nowMs } from '@/lib/db/clock';
import { keepPrediction } from '@/lib/db/predictions';

/** POST /api/predictions: one prediction with its outcome, kept exactly once by the time the response is sent. */
export async function POST(request: Request): Promise<Response> {
	const read = await readJson(request, PredictionRequest);
	if (!read.ok) return read.response;
	const fresh = await keepPrediction(read.body, nowMs());
	return Response.json({ status: fresh ? 'applied' : 'duplicate' });
}
