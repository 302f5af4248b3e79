import { UploadedRequest } from '@/app/api/exchange/requests';
import { runDeck } from '@/app/api/exchange/run-deck';
import { uploaded } from '@/app/api/exchange/uploaded';
import { removePlace } from '@/app/api/exchange/work-folder';
import { readJson } from '@/app/api/read-json';

/** POST /api/exchange/restore: makes the database what an uploaded backup says; progress on the way. */
export async function POST(request: Request): Promise<Response> {
	const read = await readJson(request, UploadedRequest);
	if (!read.ok) return read.response;
	const { upload } = read.body;
	const file = uploaded(upload);
	if (!file.ok) return file.response;
	return runDeck(['restore', file.path], request.signal, {
		finally: (succeeded) => {
			if (succeeded) removePlace(upload);
		},
	});
}
