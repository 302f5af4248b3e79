import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCard } from './answer';
import { anyOptions } from './arbitrary-memory';
import { applyAction } from './card-action';
import { type CardMemory, newCardMemory } from './card-memory';
import { DEFAULT_DECK_OPTIONS, type DeckOptions } from './deck-options';
import { GRADES } from './grade';
import { offerGrades } from './offer';
import { replayCard } from './replay';
import type { Review, ReviewAction } from './review';
import { stableHash } from './stable-hash';
import { momentAt } from './study-day';
import { lastUndoable, standingReviews, type UndoMarker } from './undo';

const START_MS = Date.parse('2026-10-01T12:00:00Z');
const HOUR_MS = 3_600_000;

type Act = { act: ReviewAction | 'undo'; hoursLater: number; zone: string; options: number; balanced: boolean };

const anyAct: fc.Arbitrary<Act> = fc.record({
	act: fc.oneof(
		{ weight: 6, arbitrary: fc.constantFrom(...GRADES).map((grade): ReviewAction => ({ type: 'answer', grade })) },
		{ weight: 2, arbitrary: fc.constant('undo' as const) },
		{
			weight: 2,
			arbitrary: fc.oneof(
				fc.constantFrom<ReviewAction>(
					{ type: 'suspend' },
					{ type: 'unsuspend' },
					{ type: 'bury' },
					{ type: 'unbury' },
					{ type: 'reset' },
				),
				fc.nat(7).map((flag): ReviewAction => ({ type: 'flag', flag })),
				fc.integer({ min: 20_700, max: 21_200 }).map((day): ReviewAction => ({ type: 'set-due', day })),
			),
		},
	),
	// Clocks are set back now and then.
	hoursLater: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: -60, max: 2_000 })),
	zone: fc.constantFrom(
		'UTC',
		'Europe/Berlin',
		'Asia/Kathmandu',
		'America/St_Johns',
		'Pacific/Chatham',
		'Pacific/Kiritimati',
	),
	options: fc.nat(2),
	balanced: fc.boolean(),
});

const anyStory = fc.record({
	acts: fc.array(anyAct, { minLength: 1, maxLength: 40 }),
	optionSets: fc.tuple(anyOptions, anyOptions, anyOptions),
});

interface Told {
	rows: Review[];
	markers: UndoMarker[];
	/** The memory the card had after each act, as the database would hold it. */
	memories: CardMemory[];
	optionsById: Map<string, DeckOptions>;
}

/** Answers one card as the pages do: offers with or without a load, the promise sent back, undo restoring the snapshot. */
function tell({ acts, optionSets }: { acts: Act[]; optionSets: DeckOptions[] }): Told {
	const optionsById = new Map(optionSets.map((options, index) => [`options-${index}`, options]));
	const told: Told = { rows: [], markers: [], memories: [newCardMemory(5)], optionsById };
	let nowMs = START_MS;
	for (const [index, { act, hoursLater, zone, options: set, balanced }] of acts.entries()) {
		nowMs = Math.round(nowMs + hoursLater * HOUR_MS);
		const before = told.memories.at(-1) ?? newCardMemory(5);
		if (act === 'undo') {
			const undone = lastUndoable(told.rows, told.markers);
			if (undone) told.markers.push({ id: `undo-${index}`, reviewId: undone.id, atMs: nowMs });
			told.memories.push(undone ? undone.before : before);
			continue;
		}
		const moment = momentAt(nowMs, zone, 4);
		const row = {
			id: `row-${index}`,
			cardId: 'card',
			action: act,
			atMs: nowMs,
			studyDay: moment.day,
			zoneOffsetMinutes: moment.zoneOffsetMinutes,
			durationMs: 1_000,
			before,
			optionsId: `options-${set}`,
		};
		if (act.type !== 'answer') {
			told.rows.push({ ...row, kind: 'manual', after: applyAction(before, act, moment) });
		} else {
			const options = optionsById.get(row.optionsId) ?? DEFAULT_DECK_OPTIONS;
			const load = { dueOn: (day: number) => stableHash(`${day}`) % 9, siblingDays: new Set([moment.day + 5]) };
			const input = { cardId: 'card', memory: before, options, moment };
			const promised = offerGrades({ ...input, load: balanced ? load : null })[act.grade].intervalDays;
			const answered = answerCard({ ...input, grade: act.grade, promisedIntervalDays: promised });
			if (!answered.ok) throw new Error(answered.reason);
			told.rows.push({ ...row, kind: answered.kind, after: answered.after });
		}
		told.memories.push(told.rows.at(-1)?.after ?? before);
	}
	return told;
}

describe('replayCard()', { timeout: 60_000 }, () => {
	it('reproduces the memory of any card from what stands in its log, and finds no difference', () => {
		fc.assert(
			fc.property(anyStory, (story) => {
				const { rows, markers, memories, optionsById } = tell(story);
				const standing = standingReviews(rows, markers);
				const { memory, differences } = replayCard(standing, optionsById);
				expect(differences).toEqual([]);
				expect(memory ?? newCardMemory(5)).toEqual(memories.at(-1));
			}),
			{ numRuns: 250 },
		);
	});

	it('reports whatever field of a row was tampered with', () => {
		const tampered: Partial<CardMemory>[] = [
			{ stability: 77 },
			{ difficulty: 9.5 },
			{ phase: 'relearning' },
			{ step: 3 },
			{ due: { kind: 'day', day: 1 } },
			{ reps: 40 },
			{ lapses: 4 },
			{ lastReviewAtMs: 1 },
			{ lastReviewDay: 1 },
			{ suspended: true },
			{ buriedUntilDay: 9 },
			{ flag: 3 },
			{ leech: true },
		];
		const { rows, optionsById } = reviewedThrice();
		for (const change of tampered) {
			const changed = rows.map((row, index) => (index === 1 ? { ...row, after: { ...row.after, ...change } } : row));
			const [difference] = replayCard(changed, optionsById).differences;
			const [field] = Object.keys(change);
			expect(difference).toMatchObject({ reviewId: 'row-1', part: 'after', field });
		}
	});

	it('reports an interval that was never offered, and goes on with the one that would have been', () => {
		const { rows, optionsById } = reviewedThrice();
		const last = rows[2];
		if (!last) throw new Error('three rows were told');
		const stretched = { ...last, after: { ...last.after, intervalDays: 900 } };
		const { memory, differences } = replayCard([...rows.slice(0, 2), stretched], optionsById);
		expect(differences).toContainEqual({
			reviewId: 'row-2',
			part: 'row',
			field: 'intervalDays',
			recorded: 900,
			replayed: last.after.intervalDays,
		});
		expect(memory).toEqual(last.after);
	});

	it('reports a wrong kind, a gap between rows and a study day that cannot be', () => {
		const { rows, optionsById } = reviewedThrice();
		const [first, second, third] = rows;
		if (!first || !second || !third) throw new Error('three rows were told');
		expect(replayCard([{ ...first, kind: 'review' }], optionsById).differences).toEqual([
			{ reviewId: 'row-0', part: 'row', field: 'kind', recorded: 'review', replayed: 'learn' },
		]);
		expect(replayCard([first, third], optionsById).differences.map((each) => each.part)).toContain('before');
		expect(replayCard([{ ...first, studyDay: first.studyDay + 2 }], optionsById).differences[0]).toMatchObject({
			field: 'studyDay',
		});
	});

	it('keeps digits that another engine rounded otherwise', () => {
		const { rows, optionsById } = reviewedThrice();
		const nudged = rows.map((row, index) =>
			index === 2 ? { ...row, after: { ...row.after, stability: (row.after.stability ?? 0) + 1e-8 } } : row,
		);
		const { memory, differences } = replayCard(nudged, optionsById);
		expect(differences).toEqual([]);
		expect(memory).toEqual(nudged[2]?.after);
	});

	it('throws for options that are not given', () => {
		expect(() => replayCard(reviewedThrice().rows, new Map())).toThrow(
			/options "options-0" of row "row-0" are not given/,
		);
	});

	it('has no memory without rows', () => {
		expect(replayCard([], new Map())).toEqual({ memory: null, differences: [] });
	});
});

function reviewedThrice(): Told {
	const good = (hoursLater: number): Act => ({
		act: { type: 'answer', grade: 'good' },
		hoursLater,
		zone: 'UTC',
		options: 0,
		balanced: false,
	});
	return tell({ acts: [good(0), good(0.2), good(48)], optionSets: [DEFAULT_DECK_OPTIONS] });
}

describe('undo', { timeout: 60_000 }, () => {
	it('takes rows of another program as recorded, but not when a later answer was known by then', () => {
		const { rows, optionsById } = reviewedThrice();
		const [first, second, third] = rows;
		if (!first || !second || !third) throw new Error('three rows were made');
		const after = { ...second.after, stability: 77 };
		const foreign: Review = { ...second, id: 'anki:1:2', after, origin: { program: 'anki', foreignId: 1, rest: '[]' } };
		expect(replayCard([first, foreign], optionsById)).toEqual({ memory: after, differences: [] });
		expect(replayCard([first, second, third, foreign], optionsById).memory).toEqual(third.after);
	});

	it('inverts every act exactly, back to the first', () => {
		fc.assert(
			fc.property(anyStory, (story) => {
				const told = tell({ ...story, acts: story.acts.filter(({ act }) => act !== 'undo') });
				const markers: UndoMarker[] = [];
				for (let left = told.rows.length; left > 0; left -= 1) {
					const undone = lastUndoable(told.rows, markers);
					expect(undone?.id).toBe(told.rows[left - 1]?.id);
					expect(undone?.before).toEqual(told.memories[left - 1]);
					markers.push({ id: `undo-${left}`, reviewId: undone?.id ?? '', atMs: 0 });
					expect(replayCard(standingReviews(told.rows, markers), told.optionsById).memory ?? newCardMemory(5)).toEqual(
						told.memories[left - 1],
					);
				}
				expect(lastUndoable(told.rows, markers)).toBeNull();
			}),
			{ numRuns: 50 },
		);
	});

	it('and the same answer again give the same memory', () => {
		fc.assert(
			fc.property(anyStory, ({ acts, optionSets }) => {
				const told = tell({ acts, optionSets });
				const last = acts.at(-1);
				if (!last || last.act === 'undo') return;
				const again = tell({
					acts: [...acts, { ...last, act: 'undo', hoursLater: 0 }, { ...last, hoursLater: 0 }],
					optionSets,
				});
				expect(again.memories.at(-1)).toEqual(told.memories.at(-1));
			}),
			{ numRuns: 120 },
		);
	});
});
