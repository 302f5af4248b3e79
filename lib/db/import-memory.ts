import { type CardMemory, newCardMemory } from '@/lib/srs/card-memory';
import { memoryDifferences } from '@/lib/srs/memory-differences';
import { LOCAL_LEARNER } from './learner';
import type { OwnConnection } from './own-connection';
import { type RawRow, rawMemoryAt, rawMemoryNames, rawMemoryOf } from './raw-memory';

/** What a card here is to remember once the import is done. */
export interface MemoryDecision {
	cardId: string;
	noteId: string;
	deckId: string;
	foreignId: number | null;
	/** The memory here and its version; null for a card without any. */
	own: { memory: CardMemory; version: number } | null;
	memory: CardMemory;
	/** True when `memory` is not the card's own already. */
	taken: boolean;
	/** What replaying the log would give, where that is not `memory`: a row must then say so. */
	unexplained: CardMemory | null;
	/** True when the card came without a schedule: the log told it. */
	fromLog: boolean;
	/** When the memory became what it is, or the last row of the log was made. */
	atMs: number;
}

const CARDS_AT_ONCE = 500;

/** Programs keep the instants of answers apart by moving them a little. */
const NEAR_MS = 1_000;

/**
 * Decides for each staged card that came with a schedule or with rows of the log: the side with the newer answer wins; between
 * equals, the newer change. Nothing that was learned here is lowered. Changes nothing. `news` leaves out the cards that `newsMarker` did not mark.
 */
export function* decideMemories(database: OwnConnection, only: 'all' | 'news' = 'all'): Generator<MemoryDecision> {
	const columns = ['id', 'noteId', 'deckId', 'position', 'foreignId', 'changedAt', ...rawMemoryNames('')];
	const page = database.prepare<[string], RawRow>(
		`SELECT ${columns.map((name) => `c."${name}"`).join(', ')} FROM stage.card c WHERE c.id > ? ${only === 'news' ? 'AND c.news = 1' : ''}
			AND (c.changedAt IS NOT NULL OR EXISTS (SELECT 1 FROM stage.review r WHERE r.cardId = c.id AND r.known = 0))
			ORDER BY c.id LIMIT ${CARDS_AT_ONCE}`,
	);
	const look = prepare(database);
	for (let after = ''; ; ) {
		const rows = page.all(after);
		for (const row of rows) yield decide(row, look);
		const last = rows.at(-1);
		if (!last) return;
		after = String(last['id']);
	}
}

/** Marks the card of a decision that inserting what is staged does not carry out by itself. */
export function newsMarker(database: OwnConnection): (decision: MemoryDecision) => void {
	const mark = database.prepare('UPDATE stage.card SET news = 1 WHERE id = ?');
	return ({ cardId, own, taken, unexplained, fromLog }) => {
		if (unexplained || (taken && (own !== null || fromLog))) mark.run(cardId);
	};
}

function prepare(database: OwnConnection) {
	return {
		own: database.prepare<[string, string], RawRow>(
			'SELECT * FROM main."CardMemory" WHERE "learnerId" = ? AND "cardId" = ?',
		),
		// by instant, since rows of elsewhere may have been appended long after they were made
		logged: database.prepare<[string, string], { at: number | null; resetAt: number | null }>(
			`SELECT max("at") AS at, max(CASE WHEN "action" = 'reset' THEN "at" END) AS resetAt FROM main."Review" r
				WHERE "learnerId" = ? AND "cardId" = ?
					AND NOT EXISTS (SELECT 1 FROM main."UndoMarker" u WHERE u."reviewKey" = r."key")`,
		),
		fresh: database
			.prepare<[string], (string | number | null)[]>(
				`SELECT at, ${rawMemoryNames('after')
					.map((name) => `"${name}"`)
					.join(', ')} FROM stage.review WHERE cardId = ? AND known = 0 ORDER BY at DESC, nth DESC LIMIT 1`,
			)
			.raw(),
	};
}

function decide(row: RawRow, look: ReturnType<typeof prepare>): MemoryDecision {
	const cardId = String(row['id']);
	const ownRow = look.own.get(LOCAL_LEARNER, cardId);
	const own = ownRow ? { memory: rawMemoryOf(ownRow, ''), version: ownRow['version'] as number } : null;
	const logged = own ? look.logged.get(LOCAL_LEARNER, cardId) : undefined;
	const loggedAt = logged?.at ?? null;
	const last = look.fresh.get(cardId);
	const lastAt = last ? (last[0] as number) : null;
	const explained = last ? rawMemoryAt(last, 1) : null;
	const changedAt = row['changedAt'] as number | null;
	const incoming =
		changedAt !== null ? rawMemoryOf(row, '') : (explained ?? newCardMemory(Number(row['position'] ?? 0)));
	const incomingAt = Math.max(changedAt ?? 0, lastAt ?? 0);
	const memory = own ? winner({ ...own, loggedAt, resetAt: logged?.resetAt ?? null }, incoming, incomingAt) : incoming;

	const accepted = lastAt !== null && lastAt >= (loggedAt === null ? 0 : (own?.memory.lastReviewAtMs ?? 0));
	const replayed = accepted ? explained : loggedAt !== null && own ? own.memory : null;
	const unexplained = replayed !== null && memoryDifferences(replayed, memory).length > 0 ? replayed : null;
	return {
		cardId,
		noteId: String(row['noteId']),
		deckId: String(row['deckId']),
		foreignId: row['foreignId'] as number | null,
		own,
		memory,
		taken: !own || JSON.stringify(own.memory) !== JSON.stringify(memory),
		unexplained,
		fromLog: changedAt === null,
		atMs: Math.max(incomingAt, loggedAt ?? 0, memory.lastReviewAtMs ?? 0),
	};
}

function winner(
	own: { memory: CardMemory; loggedAt: number | null; resetAt: number | null },
	incoming: CardMemory,
	incomingAt: number,
): CardMemory {
	if (memoryDifferences(own.memory, incoming).length === 0) return own.memory;
	// a card that was reset here has no answers left, but it was dealt with then
	const [ours, theirs] = [own.memory.lastReviewAtMs ?? own.resetAt ?? 0, incoming.lastReviewAtMs ?? 0];
	if (Math.abs(theirs - ours) >= NEAR_MS) {
		if (theirs < ours) return own.memory;
		if ((own.loggedAt ?? 0) <= incomingAt) return incoming;
		// newer answers from elsewhere, but a newer act of the learner's here: both count
		const { suspended, flag, buriedUntilDay } = own.memory;
		return { ...incoming, suspended, flag, buriedUntilDay };
	}
	// a new card's place in the queue is our own affair
	if (own.memory.phase === 'new' && incoming.phase === 'new' && sameButDue(own.memory, incoming)) return own.memory;
	const changedHere = Math.max(own.loggedAt ?? 0, ours);
	return incomingAt >= changedHere + NEAR_MS ? incoming : own.memory;
}

function sameButDue(a: CardMemory, b: CardMemory): boolean {
	return JSON.stringify({ ...a, due: null }) === JSON.stringify({ ...b, due: null });
}
