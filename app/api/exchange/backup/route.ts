import { join } from 'node:path';
import { runDeck } from '@/app/api/exchange/run-deck';
import { newPlace, removePlace } from '@/app/api/exchange/work-folder';
import { nowMs } from '@/lib/db/clock';

/** POST /api/exchange/backup: writes everything to a file and tells its progress; the last line says where to fetch it. */
export function POST(request: Request): Response {
	const now = nowMs();
	const place = newPlace(now);
	const name = `chainrule-${new Date(now).toISOString().slice(0, 10)}.backup.gz`;
	return runDeck(['backup', join(place.folder, name)], request.signal, {
		result: ({ rows, bytes }: { rows: number; bytes: number }) => ({
			...{ rows, bytes, file: name, href: `/api/exchange/files/${place.id}` },
		}),
		finally: (succeeded) => {
			if (!succeeded) removePlace(place.id);
		},
	});
}
