import { createHash } from 'node:crypto';
import { mediaType } from '@/lib/cards/media-type';
import { svgProblem } from '@/lib/cards/svg-problem';
import type { PortableMedia } from '@/lib/exchange/portable';
import type { LandingDeck } from './import-decks';
import type { ImportReport } from './import-report';
import type { OwnConnection } from './own-connection';

/** Sounds and films: no card plays them, but they are kept and go out again, as does whatever else a deck of another program holds. */
const KEPT_TYPES: Record<string, string> = {
	'.mp3': 'audio/mpeg',
	'.ogg': 'audio/ogg',
	'.oga': 'audio/ogg',
	'.opus': 'audio/ogg',
	'.wav': 'audio/wav',
	'.m4a': 'audio/mp4',
	'.flac': 'audio/flac',
	'.mp4': 'video/mp4',
	'.webm': 'video/webm',
};

/** Puts one file of the incoming collection on the stage, or says in one sentence why it is left out. */
export function stageMedia(
	database: OwnConnection,
	{ name, bytes }: PortableMedia,
	deck: LandingDeck,
	exact: boolean,
	report: ImportReport,
): string | null {
	const mimeType =
		mediaType(name) ?? KEPT_TYPES[/\.[a-z0-9]+$/.exec(name.toLowerCase())?.[0] ?? ''] ?? 'application/octet-stream';
	if (!/^[A-Za-z0-9._/-]+$/.test(name) || name.split('/').some((part) => part === '' || /^\.+$/.test(part))) {
		return `its name is none that a deck can hold; A-Z, a-z, 0-9, ".", "_", "-" and "/" are allowed. It was left out.`;
	}

	const problem = mimeType === 'image/svg+xml' ? svgProblem(bytes) : null;
	if (problem) return `the picture ${problem}. It was left out.`;
	const sha256 = createHash('sha256').update(bytes).digest('hex');
	const own = database
		.prepare<[string, string], { sha256: string }>('SELECT "sha256" FROM "Media" WHERE "deckId" = ? AND "name" = ?')
		.get(deck.id, name);
	if (own?.sha256 === sha256) {
		report.media.unchanged++;
		return null;
	}
	if (own && !exact) {
		return 'another file of that name is in the deck already. Ours was kept.';
	}
	report.media[own ? 'updated' : 'new']++;
	if (own) deck.redraw = true;
	database
		.prepare('INSERT OR REPLACE INTO stage.media VALUES (?, ?, ?, ?, ?, ?)')
		.run(deck.id, name, mimeType, sha256, bytes, own ? 'updated' : 'new');
	return null;
}

/** The bytes of a deck's file, on the stage or here already; null when there is none. */
export function mediaReader(database: OwnConnection, deckId: string): (name: string) => Uint8Array | null {
	// prepared when it is asked for: most notes show no picture
	return (name) =>
		database
			.prepare<[string, string, string, string], Uint8Array>(
				`SELECT bytes FROM stage.media WHERE deckId = ? AND name = ?
					UNION ALL SELECT "bytes" FROM "Media" WHERE "deckId" = ? AND "name" = ?`,
			)
			.pluck()
			.get(deckId, name, deckId, name) ?? null;
}
