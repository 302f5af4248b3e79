import { join } from 'node:path';
import { EXPORT_ENDINGS, ExportRequest } from '@/app/api/exchange/requests';
import { runDeck } from '@/app/api/exchange/run-deck';
import { newPlace, removePlace } from '@/app/api/exchange/work-folder';
import { readJson } from '@/app/api/read-json';
import { nowMs } from '@/lib/db/clock';
import type { WriteReport } from '@/lib/exchange/file-format';

/** POST /api/exchange/export: writes decks to a file and tells its progress; the last line says where to fetch the file. */
export async function POST(request: Request): Promise<Response> {
	const read = await readJson(request, ExportRequest);
	if (!read.ok) return read.response;
	const { deck, format, alone, schedule, history, answers, columns } = read.body;
	const place = newPlace(nowMs());
	const name = `chainrule-${deck}${EXPORT_ENDINGS[format]}`;
	const args = ['export', deck, '--to', join(place.folder, name)];
	if (alone) args.push('--alone');
	if (!schedule) args.push('--no-schedule');
	if (!history) args.push('--no-history');
	if (!answers) args.push('--no-answers');
	if (columns) args.push('--columns');
	return runDeck(args, request.signal, {
		result: ({ remarks, ...counts }: WriteReport & { file: string }) => ({
			...counts,
			file: name,
			href: `/api/exchange/files/${place.id}`,
			remarks: remarks.slice(0, 100),
			remarkCount: remarks.length,
		}),
		finally: (succeeded) => {
			if (!succeeded) removePlace(place.id);
		},
	});
}
