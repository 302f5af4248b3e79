import type { PortableReview } from '@/lib/exchange/portable';
import { DEFAULT_OPTIONS } from './deck-settings';
import { LOG_COLUMNS } from './import-stage';
import { LOCAL_LEARNER } from './learner';
import type { OwnConnection } from './own-connection';
import { rawMemoryValues } from './raw-memory';

/** The card here that a row of the file belongs to. */
interface Home {
	id: string;
	noteId: string;
	deckId: string;
}

const CARDS_REMEMBERED = 50_000;

/** Puts rows of a log on the stage; `add` is false for a row of a card that did not come, which is left out. */
export function reviewStager(database: OwnConnection, nowMs: number): { add(review: PortableReview): boolean } {
	const card = database.prepare<[string], Home>(
		`SELECT c.id, c.noteId, c.deckId FROM stage.card_name n JOIN stage.card c ON c.id = n.cardId WHERE n.foreignId = ?`,
	);
	const homes = new Map<string, Home | undefined>();
	const homeOf = (foreignId: string): Home | undefined => {
		if (homes.has(foreignId)) return homes.get(foreignId);
		if (homes.size >= CARDS_REMEMBERED) homes.clear();
		const home = card.get(foreignId);
		homes.set(foreignId, home);
		return home;
	};
	const options = new Set(database.prepare<[], string>('SELECT "id" FROM "SchedulingOptions"').pluck().all());
	const insert = database.prepare(
		`INSERT INTO stage.review (${LOG_COLUMNS.map((name) => `"${name}"`).join(', ')}) VALUES (${LOG_COLUMNS.map(() => '?').join(', ')})`,
	);
	return {
		add(review) {
			const home = homeOf(review.cardId);
			if (!home) return false;
			insert.run(reviewValues(review, home, options, nowMs));
			return true;
		},
	};
}

function reviewValues(
	review: PortableReview,
	home: Home,
	options: ReadonlySet<string>,
	nowMs: number,
): (string | number | null)[] {
	const { action, origin } = review;
	return [
		review.id,
		LOCAL_LEARNER,
		home.id,
		home.noteId,
		home.deckId,
		review.kind,
		action.type,
		action.type === 'answer' ? action.grade : null,
		action.type === 'flag' ? action.flag : action.type === 'set-due' ? action.day : null,
		review.atMs,
		nowMs,
		review.studyDay,
		review.zoneOffsetMinutes,
		review.durationMs,
		options.has(review.optionsId) ? review.optionsId : DEFAULT_OPTIONS.optionsId,
		0,
		null,
		origin?.program ?? null,
		origin?.foreignId ?? null,
		origin?.rest ?? null,
		...rawMemoryValues(review.before),
		...rawMemoryValues(review.after),
	];
}

/** Acts on thousands of cards share one instant, and move further to keep their ids apart. */
const ACT_WITHIN_MS = 600_000;

/**
 * Marks the staged rows that the log has: by their key, or as the same grade on the same card within a second, since a program may
 * have moved an instant a little to keep its ids apart. Of two staged rows with one key the first counts.
 */
export function markKnownReviews(database: OwnConnection): { fresh: number; known: number } {
	database.exec('CREATE INDEX stage.review_card ON review (cardId, at)');
	// what is written in order of time is then sorted without moving all its columns
	database.exec('CREATE INDEX stage.review_at ON review (at)');
	database.exec('CREATE INDEX stage.review_key ON review ("key")');
	const known = database
		.prepare(
			`UPDATE stage.review AS s SET known = 1 WHERE EXISTS (SELECT 1 FROM main."Review" r WHERE r."key" = s."key")
				OR EXISTS (SELECT 1 FROM stage.review e WHERE e."key" = s."key" AND e.nth < s.nth)
				OR EXISTS (SELECT 1 FROM main."Review" r WHERE r."learnerId" = s."learnerId" AND r."cardId" = s."cardId"
					AND r."grade" IS s."grade" AND r."action" = s."action" AND abs(r."at" - s."at") < CASE WHEN s."grade" IS NULL THEN ${ACT_WITHIN_MS} ELSE 1000 END)`,
		)
		.run().changes;
	const all = database.prepare<[], number>('SELECT count(*) FROM stage.review').pluck().get() ?? 0;
	return { fresh: all - known, known };
}
