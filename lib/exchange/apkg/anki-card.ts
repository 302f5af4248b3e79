import type { CardMemory } from '@/lib/srs/card-memory';
import { newCardMemory } from '@/lib/srs/card-memory';
import { DEFAULT_DECK_OPTIONS } from '@/lib/srs/deck-options';
import { fsrsModel } from '@/lib/srs/fsrs-model';
import { studyDayStartMs } from '@/lib/srs/study-day';
import type { ZoneClock } from './zone-clock';

/** The numbers of a row of Anki's `cards`, each brought into its range. */
export interface AnkiCard {
	type: number;
	queue: number;
	due: number;
	ivl: number;
	factor: number;
	reps: number;
	lapses: number;
	left: number;
	odue: number;
	/** True for a card that sits in a filtered deck. */
	filtered: boolean;
	flags: number;
	/** What Anki keeps of FSRS. */
	data: { s?: number | undefined; d?: number | undefined; lrt?: number | undefined };
}

/** What days and instants of a collection are counted by. */
export interface AnkiTime {
	firstDay: number;
	/** Today's study day. */
	today: number;
	clock: ZoneClock;
}

const MOST_DAYS = 36_500;
/** Above it a due is an instant, as all readers take it. */
const INSTANT_FROM = 1_000_000_000;

/**
 * The memory of an Anki card. `folded` is what its log says, null without one: its last answer, and stability and difficulty where the card
 * itself does not tell them; without both they are taken from the interval and the ease, as FSRS does for cards of the older scheduler.
 */
export function ankiMemory(card: AnkiCard, leech: boolean, folded: CardMemory | null, time: AnkiTime): CardMemory {
	const due = card.filtered && card.odue !== 0 ? card.odue : card.due;
	const memory: CardMemory = {
		...newCardMemory(Math.max(0, card.type === 0 ? due : 0)),
		suspended: card.queue === -1,
		buriedUntilDay: card.queue === -2 || card.queue === -3 ? time.today + 1 : null,
		flag: card.flags & 7,
		leech,
	};
	if (card.type === 0) return { ...memory, reps: card.reps, lapses: card.lapses };
	const inSteps = card.type === 1 || card.type === 3 || (card.type === 2 && (card.queue === 1 || card.queue === 3));
	const lapsed = card.type !== 1;
	const day = (number: number) => ({
		kind: 'day' as const,
		day: time.firstDay + clamp(number, -MOST_DAYS, 2 * MOST_DAYS),
	});
	const own = inSteps ? card.due : due;
	const placed: Pick<CardMemory, 'phase' | 'due' | 'intervalDays' | 'step'> = inSteps
		? {
				phase: lapsed ? 'relearning' : 'learning',
				due: own >= INSTANT_FROM ? { kind: 'instant', atMs: own * 1000 } : day(own),
				intervalDays: own >= INSTANT_FROM ? 0 : Math.max(1, folded?.intervalDays ?? 1),
				step: stepOf(card.left, lapsed),
			}
		: {
				phase: 'review',
				due: own >= INSTANT_FROM ? day(time.today - time.firstDay) : day(own),
				intervalDays: clamp(card.ivl, 1, MOST_DAYS),
				step: 0,
			};
	const last = lastAnswer(card, placed, folded, time);
	return {
		...memory,
		...placed,
		...last,
		...modelMemory(card, folded),
		reps: Math.max(1, card.reps),
		lapses: card.lapses,
	};
}

function stepOf(left: number, lapsed: boolean): number {
	const { learningStepsMs, relearningStepsMs } = DEFAULT_DECK_OPTIONS;
	const steps = lapsed ? relearningStepsMs.length : learningStepsMs.length;
	return clamp(steps - (left % 1000), 0, Math.max(0, steps - 1));
}

function lastAnswer(
	card: AnkiCard,
	placed: Pick<CardMemory, 'due' | 'intervalDays'>,
	folded: CardMemory | null,
	time: AnkiTime,
): Pick<CardMemory, 'lastReviewAtMs' | 'lastReviewDay'> {
	if (folded?.lastReviewAtMs != null)
		return { lastReviewAtMs: folded.lastReviewAtMs, lastReviewDay: folded.lastReviewDay };
	const { clock } = time;
	if (card.data.lrt !== undefined) {
		const atMs = card.data.lrt * 1000;
		return { lastReviewAtMs: atMs, lastReviewDay: clock.studyDay(atMs) };
	}
	const day = Math.min(time.today, placed.due.kind === 'day' ? placed.due.day - placed.intervalDays : time.today);
	return { lastReviewAtMs: studyDayStartMs(day, clock.timeZone, clock.rolloverHour), lastReviewDay: day };
}

function modelMemory(card: AnkiCard, folded: CardMemory | null): Pick<CardMemory, 'stability' | 'difficulty'> {
	const { s, d } = card.data;
	if (s !== undefined && d !== undefined) return bounded(s, d);
	if (folded?.stability != null && folded.difficulty != null) return bounded(folded.stability, folded.difficulty);
	// FSRS for a card without a log: the interval is the stability at 90 %, the ease gives the difficulty (fsrs-rs, memory_state_from_sm2)
	const w = fsrsModel(null).weights;
	const stability = clamp(card.ivl, 1, MOST_DAYS);
	const gain = Math.exp(w[8] ?? 0) * stability ** -(w[9] ?? 0) * (Math.exp(0.1 * (w[10] ?? 0)) - 1);
	return bounded(stability, 11 - ((card.factor === 0 ? 2500 : card.factor) / 1000 - 1) / gain);
}

function bounded(stability: number, difficulty: number): { stability: number; difficulty: number } {
	return { stability: clamp(stability, 0.001, MOST_DAYS), difficulty: clamp(difficulty, 1, 10) };
}

function clamp(value: number, low: number, high: number): number {
	return Math.min(high, Math.max(low, value));
}
