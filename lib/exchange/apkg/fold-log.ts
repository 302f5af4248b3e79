import type { PortableReview } from '@/lib/exchange/portable';
import type { CardMemory } from '@/lib/srs/card-memory';
import { elapsedDays } from '@/lib/srs/elapsed-days';
import { fsrsModel, type ModelMemory } from '@/lib/srs/fsrs-model';
import { GRADES, type Grade } from '@/lib/srs/grade';
import type { ReviewAction, ReviewKind } from '@/lib/srs/review';
import type { ZoneClock } from './zone-clock';

/** A row of Anki's `revlog`, each number whole. */
export interface AnkiLogRow {
	id: number;
	ease: number;
	ivl: number;
	lastIvl: number;
	factor: number;
	time: number;
	type: number;
}

const KINDS: readonly ReviewKind[] = ['learn', 'review', 'relearn', 'filtered', 'manual', 'rescheduled'];
const MOST_DAYS = 36_500;

/** What rows are read with. */
export interface FoldContext {
	secondScheduler: boolean;
	clock: ZoneClock;
}

/** What a row left of the memory of a card that was `before`; null for a row that no reader could make sense of. */
export function foldMemory(row: AnkiLogRow, before: CardMemory, context: FoldContext): CardMemory | null {
	const act = actOf(row, context);
	return act && after(before, row, act, modelMemory(before, act));
}

/**
 * What a row did to a card whose memory was `before`; null for a row that no reader could make sense of. `known` is what `foldMemory` found
 * of stability and difficulty, where it has run before: the model is then not asked again.
 */
export function foldRow(
	row: AnkiLogRow,
	ids: { review: string; card: string },
	before: CardMemory,
	context: FoldContext,
	known?: ModelMemory,
): PortableReview | null {
	const act = actOf(row, context);
	if (!act) return null;
	const { kind, day, action } = act;
	const ease = action.type === 'answer' ? GRADES.indexOf(action.grade) + 1 : row.ease;
	return {
		id: ids.review,
		cardId: ids.card,
		action,
		kind,
		atMs: row.id,
		studyDay: day,
		zoneOffsetMinutes: context.clock.offsetMinutes(row.id),
		durationMs: Math.min(86_400_000, Math.max(0, row.time)),
		before,
		after: after(before, row, act, known ?? modelMemory(before, act)),
		optionsId: '',
		origin: {
			program: 'anki',
			foreignId: row.id,
			rest: JSON.stringify([row.ivl, row.lastIvl, row.factor, row.type, ease]),
		},
	};
}

interface Act {
	kind: ReviewKind;
	day: number;
	action: ReviewAction;
}

function actOf(row: AnkiLogRow, { clock, secondScheduler }: FoldContext): Act | null {
	const kind = KINDS[row.type];
	if (kind === undefined || !(row.id > 0)) return null;
	const day = clock.studyDay(row.id);
	const action = actionOf(row, kind, day, secondScheduler);
	return action && { kind, day, action };
}

function actionOf(row: AnkiLogRow, kind: ReviewKind, day: number, secondScheduler: boolean): ReviewAction | null {
	if (kind === 'manual' || kind === 'rescheduled')
		return row.ivl > 0 ? { type: 'set-due', day: day + Math.min(row.ivl, MOST_DAYS) } : { type: 'reset' };
	// learning had three buttons before the second scheduler: its second is Good
	const bumped = !secondScheduler && (kind === 'learn' || kind === 'relearn') && row.ease > 1 && row.ease < 4;
	const grade: Grade | undefined = GRADES[row.ease - 1 + (bumped ? 1 : 0)];
	return grade === undefined ? null : { type: 'answer', grade };
}

/** What the model makes of an act; null where it knows nothing of the card. */
function modelMemory(before: CardMemory, { kind, action, day }: Act): ModelMemory | null {
	const { stability, difficulty } = before;
	const known = stability === null || difficulty === null ? null : { stability, difficulty };
	// answers of cramming say nothing of the memory
	if (action.type !== 'answer' || kind === 'filtered') return known;
	return fsrsModel(null).nextMemory(known, elapsedDays(before, day), action.grade);
}

function after(before: CardMemory, row: AnkiLogRow, { kind, action, day }: Act, next: ModelMemory | null): CardMemory {
	const intervalDays = Math.min(MOST_DAYS, Math.max(0, row.ivl));
	const due: CardMemory['due'] =
		row.ivl > 0
			? { kind: 'day', day: day + intervalDays }
			: { kind: 'instant', atMs: row.id + Math.min(-row.ivl, 30 * 86_400) * 1000 };
	if (action.type === 'reset')
		return {
			...before,
			phase: 'new',
			stability: null,
			difficulty: null,
			step: 0,
			due: { kind: 'position', position: 0 },
			intervalDays: 0,
		};
	if (action.type !== 'answer') return { ...before, phase: 'review', step: 0, due, intervalDays };
	const lapsed = kind === 'review' && action.grade === 'again';
	const relearns = kind !== 'learn' && (before.phase === 'review' || before.phase === 'relearning');
	// each by name: taking the others over as a whole is several times slower, and there are very many rows
	return {
		phase: row.ivl > 0 ? 'review' : relearns ? 'relearning' : 'learning',
		stability: next?.stability ?? null,
		difficulty: next?.difficulty ?? null,
		step: 0,
		due,
		intervalDays,
		lastReviewAtMs: row.id,
		lastReviewDay: day,
		reps: before.reps + 1,
		lapses: before.lapses + (lapsed ? 1 : 0),
		suspended: before.suspended,
		buriedUntilDay: null,
		flag: before.flag,
		leech: before.leech,
	};
}
