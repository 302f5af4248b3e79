import type { CardMemory } from '@/lib/srs/card-memory';
import { intervalLabel } from '@/lib/srs/interval-label';
import { demoTarget } from './card-content';
import { civilDate } from './civil-date';
import { type Db, reading } from './client';
import { foretoldWords } from './foretold-words';
import { memoryOf } from './memory-columns';
import { type KeptPrediction, readLastPredictions } from './predictions';
import { readQueue } from './review-queue';
import { readStudyScope, type StudyScope } from './study-scope';
import type { DeckCardRow, DeckView, NoteConflict } from './study-view';

/** A deck with its cards in the order of its file, its mistakes, and what needs the learner's eye; null when unknown. */
export function readDeck(deckId: string, nowMs: number): Promise<DeckView | null> {
	return reading(async (db) => {
		const deck = await db.deck.findUnique({ where: { id: deckId } });
		if (!deck) return null;
		const scope = await readStudyScope(db, nowMs);
		const errors = await db.contentError.findMany({ where: { deckId }, orderBy: [{ line: 'asc' }, { column: 'asc' }] });
		return {
			deckId,
			title: deck.title,
			description: deck.description,
			counts: (await readQueue(db, scope, deckId)).counts,
			cards: await readRows(db, scope, deckId),
			errors: errors.map(({ file, line, column, message, advice, noteId }) => ({
				file,
				line,
				column,
				message,
				advice,
				noteId,
			})),
			conflicts: await readConflicts(db, deckId),
		};
	});
}

async function readRows(db: Db, scope: StudyScope, deckId: string): Promise<DeckCardRow[]> {
	const cards = await db.card.findMany({ where: { deckId }, include: { note: true }, orderBy: { position: 'asc' } });
	const memories = await db.cardMemory.findMany({ where: { learnerId: scope.learner.id, deckId } });
	const foretold = await readLastPredictions(
		db,
		scope,
		cards.flatMap(({ note }) => note.demoId ?? []),
	);
	const byCard = new Map(memories.map((row) => [row.cardId, memoryOf(row)]));
	return cards.flatMap((card) => {
		const memory = byCard.get(card.id);
		if (!memory) return [];
		const removed = card.removedAt !== null;
		return [
			{
				cardId: card.id,
				noteId: card.noteId,
				anchor: card.noteId.slice(deckId.length + 1),
				title: card.note.title,
				variant: card.id.slice(card.noteId.length + 1),
				state: removed ? 'removed from the file' : stateOf(memory, scope),
				due: removed || memory.suspended ? '' : dueOf(memory, scope),
				reps: memory.reps,
				lapses: memory.lapses,
				flag: memory.flag,
				leech: memory.leech,
				suspended: memory.suspended,
				tags: JSON.parse(card.note.tags) as string[],
				demo: demoTarget(card.note),
				foretold: wordsOf(foretold.get(card.note.demoId ?? '')),
				frontHtml: card.frontHtml,
				backHtml: card.backHtml,
			},
		];
	});
}

function stateOf(memory: CardMemory, scope: StudyScope): string {
	if (memory.suspended) return 'suspended';
	if (memory.buriedUntilDay !== null && memory.buriedUntilDay > scope.moment.day) return 'buried';
	return memory.phase;
}

function dueOf({ due }: CardMemory, { moment }: StudyScope): string {
	if (due.kind === 'position') return '';
	if (due.kind === 'instant') {
		const aheadMs = due.atMs - moment.nowMs;
		return aheadMs <= 0 ? 'now' : `in ${intervalLabel(aheadMs, 0)}`;
	}
	const days = due.day - moment.day;
	if (days === 0) return 'today';
	if (days < 0) return `${-days} ${days === -1 ? 'day' : 'days'} overdue`;
	return `${days === 1 ? 'tomorrow' : `in ${days} days`} (${civilDate(due.day)})`;
}

async function readConflicts(db: Db, deckId: string): Promise<NoteConflict[]> {
	const notes = await db.note.findMany({
		where: { deckId, fileHtml: { not: null } },
		include: { cards: { where: { removedAt: null }, orderBy: { position: 'asc' } } },
		orderBy: { position: 'asc' },
	});
	return notes.map((note) => ({
		noteId: note.id,
		title: note.title,
		mineHtml: note.cards.map((card) => `${card.frontHtml}<hr>${card.backHtml}`).join('<hr>'),
		fileHtml: note.fileHtml ?? '',
	}));
}

const wordsOf = (kept: KeptPrediction | undefined) => (kept ? foretoldWords(kept) : null);
