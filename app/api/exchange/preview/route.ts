import { UploadedRequest } from '@/app/api/exchange/requests';
import { runDeck } from '@/app/api/exchange/run-deck';
import { uploaded } from '@/app/api/exchange/uploaded';
import { readJson } from '@/app/api/read-json';

/** POST /api/exchange/preview: the first rows of an uploaded table; null for a file that is none. */
export async function POST(request: Request): Promise<Response> {
	const read = await readJson(request, UploadedRequest);
	if (!read.ok) return read.response;
	const file = uploaded(read.body.upload);
	return file.ok ? runDeck(['preview', file.path], request.signal) : file.response;
}
