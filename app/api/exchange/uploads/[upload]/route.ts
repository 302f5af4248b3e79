import { appendFileSync } from 'node:fs';
import { placeId } from '@/app/api/exchange/requests';
import { fileIn, removePlace } from '@/app/api/exchange/work-folder';
import { DEFAULT_LIMITS } from '@/lib/exchange/limits';

interface Props {
	params: Promise<{ upload: string }>;
}

/** Small parts: a larger body would be held in memory whole before it is seen here. */
const PART_BYTES = 4 * 2 ** 20;

/** PUT /api/exchange/uploads/<id>?at=<bytes>: the part of a file that begins at that byte; a part that is there already is accepted again. */
export async function PUT(request: Request, { params }: Props): Promise<Response> {
	const id = placeId((await params).upload);
	const file = id === null ? null : fileIn(id);
	if (!file)
		return Response.json(
			{ error: 'This upload was not begun, or was a day ago. Choose the file again.' },
			{ status: 404 },
		);
	const at = Number(new URL(request.url).searchParams.get('at') ?? Number.NaN);
	const length = Number(request.headers.get('content-length') ?? 0);
	if (length > PART_BYTES) {
		return Response.json({ error: `a part has ${length} bytes; ${PART_BYTES} are allowed` }, { status: 413 });
	}
	const part = new Uint8Array(await request.arrayBuffer());
	if (part.length > PART_BYTES || at + part.length > DEFAULT_LIMITS.fileBytes) {
		return Response.json({ error: `a part has ${part.length} bytes; ${PART_BYTES} are allowed` }, { status: 413 });
	}
	if (at + part.length === file.bytes && at < file.bytes) return Response.json({ bytes: file.bytes });
	if (at !== file.bytes) {
		return Response.json(
			{ error: `a part begins at byte ${at}; ${file.bytes} bytes have come so far` },
			{ status: 409 },
		);
	}
	appendFileSync(file.path, part);
	return Response.json({ bytes: file.bytes + part.length });
}

/** DELETE /api/exchange/uploads/<id>: the learner thought better of it. */
export async function DELETE(_request: Request, { params }: Props): Promise<Response> {
	const id = placeId((await params).upload);
	if (id !== null) removePlace(id);
	return new Response(null, { status: 204 });
}
