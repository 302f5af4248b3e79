import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UploadRequest } from '@/app/api/exchange/requests';
import { newPlace, safeName } from '@/app/api/exchange/work-folder';
import { readJson } from '@/app/api/read-json';
import { nowMs } from '@/lib/db/clock';
import { DEFAULT_LIMITS } from '@/lib/exchange/limits';

/** POST /api/exchange/uploads: makes room for a file, which then comes in parts. */
export async function POST(request: Request): Promise<Response> {
	const read = await readJson(request, UploadRequest);
	if (!read.ok) return read.response;
	const { name, bytes } = read.body;
	if (bytes > DEFAULT_LIMITS.fileBytes) {
		const error = `“${name}” has ${bytes} bytes; ${DEFAULT_LIMITS.fileBytes} are allowed here. npm run deck -- import --limit fileBytes=${bytes} takes it. Nothing was changed.`;
		return Response.json({ error }, { status: 413 });
	}
	const place = newPlace(nowMs());
	writeFileSync(join(place.folder, safeName(name)), '', { mode: 0o600 });
	return Response.json({ upload: place.id });
}
