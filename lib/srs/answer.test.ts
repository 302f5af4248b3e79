import { describe, expect, it } from 'vitest';
import { answerCard } from './answer';
import { type CardMemory, newCardMemory } from './card-memory';
import { DEFAULT_DECK_OPTIONS, type DeckOptions } from './deck-options';
import { GRADES, type Grade } from './grade';
import { type StepsVector, vectorsOf } from './reference-vectors';
import { studyDay } from './study-day';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const NOON = Date.parse('2022-11-29T12:30:00Z');
const PLAIN: DeckOptions = { ...DEFAULT_DECK_OPTIONS, fuzz: false };

const utcMoment = (nowMs: number) => ({ nowMs, day: studyDay(nowMs, 'UTC', 0) });
const gradeOf = (rating: number | string): Grade => GRADES[Number(rating) - 1] ?? 'again';

function answer(memory: CardMemory, grade: Grade, nowMs: number, options = PLAIN): CardMemory {
	const answered = answerCard({
		cardId: 'c',
		memory,
		options,
		moment: utcMoment(nowMs),
		grade,
		promisedIntervalDays: null,
	});
	if (!answered.ok) throw new Error(answered.reason);
	return answered.after;
}

/** The instant a card is due, keeping the time of day of its last answer. */
function dueMs(memory: CardMemory, lastMs: number): number {
	return memory.due.kind === 'instant' ? memory.due.atMs : lastMs + memory.intervalDays * DAY_MS;
}

function answerAllAtDue(ratings: readonly number[], options = PLAIN): { memories: CardMemory[]; nowMs: number } {
	const memories = [newCardMemory(0)];
	let nowMs = NOON;
	for (const rating of ratings) {
		const after = answer(memories.at(-1) ?? newCardMemory(0), gradeOf(rating), nowMs, options);
		memories.push(after);
		nowMs = dueMs(after, nowMs);
	}
	return { memories, nowMs };
}

const stepMs = (step: string) => Number.parseInt(step, 10) * MINUTE_MS;

function stepOptions(vector: StepsVector): DeckOptions {
	return {
		...PLAIN,
		learningStepsMs: (vector.learning_steps ?? ['1m', '10m']).map(stepMs),
		relearningStepsMs: (vector.relearning_steps ?? ['10m']).map(stepMs),
	};
}

/** A step of a day or more is a review in the reference; here the card stays in steps, due by the day. */
function stateOf(memory: CardMemory): string {
	if (memory.due.kind === 'day') return 'Review';
	return memory.phase === 'learning' ? 'Learning' : 'Relearning';
}

/** Hard on a later step repeats that step, as in py-fsrs and Anki; the expected 6 minutes are those of ts-fsrs. */
const DIVERGENT_MINUTES: Record<string, Record<string, number>> = { 'learning-steps-step2': { 2: 10 } };

describe('answerCard() takes the steps of the reference sequence', () => {
	it.each(vectorsOf('steps'))('$id', (vector) => {
		const options = stepOptions(vector);
		const { memories, nowMs } = answerAllAtDue(vector.chain, options);
		const before = memories.at(-1) ?? newCardMemory(0);
		const minutes = { ...vector.expected.minutes, ...DIVERGENT_MINUTES[vector.id] };
		const given = (rating: string) => answer(before, gradeOf(rating), nowMs, options);
		for (const [rating, state] of Object.entries(vector.expected.state))
			expect(stateOf(given(rating)), rating).toBe(state);
		for (const [rating, wait] of Object.entries(minutes)) {
			// The references round 5.5 minutes up; ours is kept exact.
			expect(Math.round((dueMs(given(rating), nowMs) - nowMs) / MINUTE_MS), rating).toBe(wait);
		}
		for (const [rating, step] of Object.entries(vector.expected.step ?? {}))
			expect(given(rating).step, rating).toBe(step);
		for (const [rating, days] of Object.entries(vector.expected.scheduled_days ?? {})) {
			expect(given(rating).intervalDays, rating).toBe(days);
		}
		for (const [rating, lapses] of Object.entries(vector.expected.lapses ?? {}))
			expect(given(rating).lapses, rating).toBe(lapses);
	});
});

describe('answerCard() follows the reference chain', () => {
	it.each(vectorsOf('review_at_due').filter((vector) => vector.enable_short_term !== false))('$id', (vector) => {
		const { memories } = answerAllAtDue(vector.ratings ?? []);
		expect(memories.slice(1).map((memory) => memory.intervalDays)).toEqual(vector.expected.scheduled_days);
		const states = { new: 'New', learning: 'Learning', review: 'Review', relearning: 'Relearning' };
		expect(memories.slice(0, -1).map((memory) => states[memory.phase])).toEqual(vector.expected.state_before);
	});

	it.each(vectorsOf('first'))('$id', (vector) => {
		const { expected } = vector;
		const afters = GRADES.map((grade) => answer(newCardMemory(0), grade, NOON));
		for (const [index, after] of afters.entries()) {
			expect(Math.abs((after.stability ?? 0) - (expected.stability[index] ?? 0))).toBeLessThanOrEqual(1e-8);
			expect(Math.abs((after.difficulty ?? 0) - (expected.difficulty[index] ?? 0))).toBeLessThanOrEqual(1e-8);
		}
		expect(afters.map((after) => after.intervalDays)).toEqual(expected.scheduled_days);
		expect(afters.map((after) => Math.round((dueMs(after, NOON) - NOON) / MINUTE_MS))).toEqual(expected.due_minutes);
		expect(afters.map(stateOf)).toEqual(expected.state);
	});

	it.each(vectorsOf('reschedule'))('$id', (vector) => {
		let memory = newCardMemory(0);
		const afters = (vector.dates ?? []).map((date, index) => {
			memory = answer(memory, gradeOf(vector.ratings?.[index] ?? 3), Date.parse(`${date}T12:00:00Z`));
			return memory;
		});
		expect(afters.map((after) => after.intervalDays)).toEqual(vector.expected.scheduled_days);
		for (const [index, after] of afters.entries()) {
			expect(Math.abs((after.stability ?? 0) - (vector.expected.stability[index] ?? 0))).toBeLessThanOrEqual(1e-7);
		}
	});
});

describe('answerCard()', () => {
	const inReview = answerAllAtDue([3, 3, 3]).memories[3] ?? newCardMemory(0);

	it('counts a ten-minute step across midnight of UTC as no day', () => {
		const evening = Date.parse('2026-03-10T23:55:00Z');
		const moment = (nowMs: number) => ({ nowMs, day: studyDay(nowMs, 'UTC', 4) });
		const give = (memory: CardMemory, nowMs: number) =>
			answerCard({
				cardId: 'c',
				memory,
				options: PLAIN,
				moment: moment(nowMs),
				grade: 'good',
				promisedIntervalDays: null,
			});
		const first = give(newCardMemory(0), evening);
		if (!first.ok) throw new Error(first.reason);
		const second = give(first.after, evening + 10 * MINUTE_MS);
		expect(second).toMatchObject({ ok: true, after: { stability: 2.3065, phase: 'review', intervalDays: 2 } });
	});

	it('makes a card reviewed at 23:00 due from the rollover of its day', () => {
		const moment = {
			nowMs: Date.parse('2026-03-10T23:00:00Z'),
			day: studyDay(Date.parse('2026-03-10T23:00:00Z'), 'UTC', 4),
		};
		const answered = answerCard({
			cardId: 'c',
			memory: newCardMemory(0),
			options: PLAIN,
			moment,
			grade: 'easy',
			promisedIntervalDays: null,
		});
		expect(answered).toMatchObject({ after: { due: { kind: 'day', day: moment.day + 8 } } });
	});

	it('takes a clock set back for no time at all', () => {
		const memory = { ...inReview, lastReviewDay: utcMoment(NOON).day + 40, lastReviewAtMs: NOON + 40 * DAY_MS };
		const after = answer(memory, 'good', NOON);
		expect(after.stability).toBe(memory.stability);
		expect(after.lastReviewDay).toBe(utcMoment(NOON).day);
	});

	it('applies the interval that was promised and no other', () => {
		const options = { ...DEFAULT_DECK_OPTIONS };
		const moment = { nowMs: NOON, day: (inReview.lastReviewDay ?? 0) + 11 };
		const give = (promisedIntervalDays: number | null) =>
			answerCard({ cardId: 'c', memory: inReview, options, moment, grade: 'good', promisedIntervalDays });
		const allowed = Array.from({ length: 100 }, (_, days) => days).filter((days) => give(days).ok);
		expect(allowed).toEqual(Array.from({ length: 9 }, (_, index) => 42 + index));
		for (const days of allowed)
			expect(give(days)).toMatchObject({ after: { intervalDays: days, due: { day: moment.day + days } } });
		for (const days of [41, 51, 46.5, -1, Number.NaN])
			expect(give(days)).toEqual({ ok: false, reason: 'interval-not-offered' });
	});

	it('refuses a day promised for a step within a day', () => {
		const input = {
			cardId: 'c',
			memory: newCardMemory(0),
			options: PLAIN,
			moment: utcMoment(NOON),
			grade: 'good' as const,
		};
		expect(answerCard({ ...input, promisedIntervalDays: 1 })).toEqual({ ok: false, reason: 'interval-not-offered' });
		expect(answerCard({ ...input, promisedIntervalDays: 0 })).toMatchObject({ ok: true, after: { phase: 'learning' } });
	});

	it('marks a leech at the eighth lapse and every fourth after, and suspends it when the deck says so', () => {
		const lapse = (lapses: number, leechSuspends: boolean) =>
			answerCard({
				cardId: 'c',
				memory: { ...inReview, lapses: lapses - 1 },
				options: { ...PLAIN, leechSuspends },
				moment: utcMoment(NOON + 90 * DAY_MS),
				grade: 'again',
				promisedIntervalDays: null,
			});
		const leeches = Array.from({ length: 20 }, (_, index) => index + 1).filter((n) => {
			const answered = lapse(n, false);
			return answered.ok && answered.becameLeech;
		});
		expect(leeches).toEqual([8, 12, 16, 20]);
		expect(lapse(8, false)).toMatchObject({ after: { leech: true, suspended: false, lapses: 8 } });
		expect(lapse(8, true)).toMatchObject({ after: { leech: true, suspended: true } });
	});

	it('counts a lapse only when a card in review is forgotten', () => {
		const lapsed = answer(inReview, 'again', NOON + 90 * DAY_MS);
		expect(lapsed).toMatchObject({ phase: 'relearning', lapses: 1, intervalDays: 0 });
		expect(answer(lapsed, 'again', NOON + 90 * DAY_MS + 600_000)).toMatchObject({ phase: 'relearning', lapses: 1 });
		expect(answer(newCardMemory(0), 'again', NOON)).toMatchObject({ phase: 'learning', lapses: 0 });
	});

	it('leaves flag, leech and suspension as they are, and ends a burial', () => {
		const marked = { ...inReview, flag: 5, leech: true, suspended: true, buriedUntilDay: 99_999 };
		for (const grade of GRADES) {
			const kept = { flag: 5, leech: true, suspended: true, buriedUntilDay: null };
			expect(answer(marked, grade, NOON + 90 * DAY_MS)).toMatchObject(kept);
		}
	});

	it('names the kind of learning by the phase before', () => {
		const kind = (memory: CardMemory) => {
			const answered = answerCard({
				cardId: 'c',
				memory,
				options: PLAIN,
				moment: utcMoment(NOON + 90 * DAY_MS),
				grade: 'good',
				promisedIntervalDays: null,
			});
			return answered.ok ? answered.kind : answered.reason;
		};
		const phases = ['new', 'learning', 'review', 'relearning'] as const;
		expect(phases.map((phase) => kind({ ...inReview, phase }))).toEqual(['learn', 'learn', 'review', 'relearn']);
	});

	it('keeps a day-long step in steps, due by the study day', () => {
		const options = { ...PLAIN, learningStepsMs: [60_000, DAY_MS] };
		const first = answer(newCardMemory(0), 'good', NOON, options);
		expect(first).toMatchObject({
			phase: 'learning',
			step: 1,
			intervalDays: 1,
			due: { kind: 'day', day: utcMoment(NOON).day + 1 },
		});
		expect(answer(first, 'good', NOON + DAY_MS, options)).toMatchObject({ phase: 'review', step: 0 });
	});
});
