import { readHealth } from '@/lib/db/health';
import manifest from '@/package.json';

export const dynamic = 'force-dynamic';

/** GET /api/health: version, schema, counts and the pragmas in force. */
export async function GET(): Promise<Response> {
	return Response.json(
		{ ok: true, app: 'chainrule', version: manifest.version, ...(await readHealth()) },
		{ headers: { 'cache-control': 'no-store' } },
	);
}
