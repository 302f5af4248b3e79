import { ImportRequest } from '@/app/api/exchange/requests';
import { runDeck } from '@/app/api/exchange/run-deck';
import { uploaded } from '@/app/api/exchange/uploaded';
import { removePlace } from '@/app/api/exchange/work-folder';
import { readJson } from '@/app/api/read-json';

/** POST /api/exchange/import: says what importing an uploaded file would do, or does it; progress on the way. */
export async function POST(request: Request): Promise<Response> {
	const read = await readJson(request, ImportRequest);
	if (!read.ok) return read.response;
	const { upload, dryRun, columns } = read.body;
	const file = uploaded(upload);
	if (!file.ok) return file.response;
	const args = ['import', file.path];
	if (dryRun) args.push('--dry-run');
	if (columns !== null) args.push('--columns', columns);
	return runDeck(args, request.signal, {
		finally: (succeeded) => {
			if (succeeded && !dryRun) removePlace(upload);
		},
	});
}
