import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { placeId } from '@/app/api/exchange/requests';
import { fileIn } from '@/app/api/exchange/work-folder';

/** GET /api/exchange/files/<id>: a file that was written for the learner, as a download. */
export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
	const id = placeId((await params).file);
	const file = id === null ? null : fileIn(id);
	if (!file) {
		const error = 'This file is no longer there: files wait for a day. Export once more.';
		return Response.json({ error }, { status: 404 });
	}
	return new Response(Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>, {
		headers: {
			'content-type': 'application/octet-stream',
			'content-length': String(file.bytes),
			'content-disposition': `attachment; filename="${file.name.replace(/[^A-Za-z0-9._-]/g, '-')}"`,
			'cache-control': 'no-store',
		},
	});
}
