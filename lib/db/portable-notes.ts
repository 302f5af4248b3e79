import type { NoteKind } from '@/lib/cards/deck-source';
import type { PortableCard, PortableNote } from '@/lib/exchange/portable';
import { LOCAL_LEARNER } from './learner';
import type { OwnConnection } from './own-connection';
import { type RawRow, rawMemoryNames, rawMemoryOf } from './raw-memory';

/** A page of the notes that `scope_note` numbers, from `after` (exclusive) to `upTo` (inclusive). */
export function portableNotes(
	database: OwnConnection,
	{ after, upTo, schedule }: { after: number; upTo: number; schedule: boolean },
): PortableNote[] {
	const cards = cardsByNote(database, { after, upTo, schedule });
	const rows = database
		.prepare<[number, number], RawRow>(
			`SELECT n.*, o."program", o."guid", o."foreignId", o."fields", o."tags" AS originTags, o."markdownSha256", o."modifiedAt" AS originModifiedAt, t."json" AS noteType
				FROM scope_note s JOIN "Note" n ON n."id" = s.id
				LEFT JOIN "NoteOrigin" o ON o."noteId" = n."id" LEFT JOIN "NoteType" t ON t."id" = o."noteTypeId"
				WHERE s.nth > ? AND s.nth <= ? ORDER BY s.nth`,
		)
		.all(after, upTo);
	return rows.map((row) => noteOf(row, cards.get(String(row['id'])) ?? []));
}

function noteOf(row: RawRow, cards: PortableCard[]): PortableNote {
	const text = (name: string) => String(row[name] ?? '');
	const { demoId } = row;
	const demo =
		demoId === null ? null : { demoId: text('demoId'), query: text('demoQuery'), label: text('demoLabel') || 'Run it' };
	return {
		id: text('id'),
		deckId: text('deckId'),
		kind: text('kind') as NoteKind,
		title: text('title'),
		tags: JSON.parse(text('tags')),
		markdown: text('markdown'),
		demo,
		position: row['position'] as number,
		cards,
		media: shownMedia(text('deckId'), cards),
		modifiedMs: (row['modifiedAt'] ?? row['editedAt'] ?? 0) as number,
		origin:
			row['program'] === null
				? null
				: {
						program: 'anki',
						guid: text('guid'),
						foreignId: row['foreignId'] as number,
						noteType: text('noteType'),
						fields: JSON.parse(text('fields')),
						tags: JSON.parse(text('originTags')),
						markdownSha256: text('markdownSha256'),
						modifiedMs: row['originModifiedAt'] as number,
					},
	};
}

/** The names in the pictures' addresses, each once. */
function shownMedia(deckId: string, cards: readonly PortableCard[]): string[] {
	const prefix = `src="/api/media/${deckId}/`;
	const names = new Set<string>();
	for (const { frontHtml, backHtml } of cards) {
		for (const html of [frontHtml, backHtml]) {
			for (let at = html.indexOf(prefix); at >= 0; at = html.indexOf(prefix, at + 1)) {
				names.add(html.slice(at + prefix.length, html.indexOf('"', at + prefix.length)));
			}
		}
	}
	return [...names];
}

const MEMORY = rawMemoryNames('')
	.map((name) => `m."${name}"`)
	.join(', ');

function cardsByNote(
	database: OwnConnection,
	{ after, upTo, schedule }: { after: number; upTo: number; schedule: boolean },
): Map<string, PortableCard[]> {
	const rows = database
		.prepare<{ learner: string; after: number; upTo: number }, RawRow>(
			`SELECT c."id", c."noteId", c."deckId" AS cardDeckId, c."position", c."frontHtml", c."backHtml",
					o."program", o."foreignId", o."ordinal", o."rest", ${MEMORY},
					(SELECT r."at" FROM "Review" r WHERE r."learnerId" = @learner AND r."cardId" = c."id" ORDER BY r."seq" DESC LIMIT 1) AS loggedAt
				FROM scope_note s CROSS JOIN "Card" c ON c."noteId" = s.id
				LEFT JOIN "CardOrigin" o ON o."cardId" = c."id"
				LEFT JOIN "CardMemory" m ON m."learnerId" = @learner AND m."cardId" = c."id"
				WHERE s.nth > @after AND s.nth <= @upTo AND c."removedAt" IS NULL ORDER BY s.nth, c."position", c."id"`,
		)
		.all({ learner: LOCAL_LEARNER, after, upTo });
	const groups = new Map<string, PortableCard[]>();
	for (const row of rows) {
		const noteId = String(row['noteId']);
		const group = groups.get(noteId);
		const card = cardOf(row, schedule);
		if (group) group.push(card);
		else groups.set(noteId, [card]);
	}
	return groups;
}

function cardOf(row: RawRow, schedule: boolean): PortableCard {
	const remembered = schedule && row['phase'] !== null;
	const changes = [row['lastReviewAt'], row['loggedAt']].filter((at) => typeof at === 'number');
	return {
		id: String(row['id']),
		deckId: String(row['cardDeckId']),
		position: row['position'] as number,
		frontHtml: String(row['frontHtml']),
		backHtml: String(row['backHtml']),
		memory: remembered ? rawMemoryOf(row, '') : null,
		memoryChangedMs: remembered && changes.length > 0 ? Math.max(...changes) : null,
		origin:
			row['program'] === null
				? null
				: {
						program: 'anki',
						foreignId: row['foreignId'] as number,
						ordinal: row['ordinal'] as number,
						rest: String(row['rest']),
					},
	};
}
