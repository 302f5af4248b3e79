import { readMedia } from '@/lib/db/media-file';

/** GET /api/media/<deck>/<name>: a deck's picture or other file; `proxy.ts` sees to it that it is inert whatever it holds. */
export async function GET(
	request: Request,
	{ params }: { params: Promise<{ deck: string; name: string[] }> },
): Promise<Response> {
	const { deck, name } = await params;
	const file = await readMedia(deck, name.join('/'));
	if (!file) return Response.json({ error: `cannot find ${name.join('/')} in the deck “${deck}”` }, { status: 404 });
	const etag = `"${file.sha256}"`;
	const headers = {
		etag,
		'content-type': file.mimeType,
		'cache-control': 'no-cache',
		'x-content-type-options': 'nosniff',
		// pictures are shown; whatever else came with a deck is a download
		...(file.mimeType.startsWith('image/') ? {} : { 'content-disposition': 'attachment' }),
	};
	if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
	return new Response(file.bytes, { headers });
}
