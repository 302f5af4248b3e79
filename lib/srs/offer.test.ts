import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCard } from './answer';
import { anyMemory, anyOptions, TODAY } from './arbitrary-memory';
import { newCardMemory } from './card-memory';
import { DEFAULT_DECK_OPTIONS } from './deck-options';
import { GRADES } from './grade';
import { dayIntervalLabel } from './interval-label';
import type { DueLoad } from './load-balance';
import { offerGrades } from './offer';
import { stableHash } from './stable-hash';

const moment = { nowMs: TODAY * 86_400_000 + 43_200_000, day: TODAY };

const anyLoad: fc.Arbitrary<DueLoad | null> = fc.option(
	fc
		.record({ seed: fc.string(), siblings: fc.array(fc.integer({ min: TODAY, max: TODAY + 90 })) })
		.map(({ seed, siblings }) => ({
			dueOn: (day: number) => stableHash(`${seed}${day}`) % 40,
			siblingDays: new Set(siblings),
		})),
);
const anyCase = fc.record({ cardId: fc.string(), memory: anyMemory, options: anyOptions, load: anyLoad });

describe('offerGrades()', { timeout: 60_000 }, () => {
	it('offers a new card its steps and eight days for Easy', () => {
		const offers = offerGrades({
			cardId: 'c',
			memory: newCardMemory(0),
			options: { ...DEFAULT_DECK_OPTIONS, fuzz: false },
			moment,
			load: null,
		});
		expect(GRADES.map((grade) => offers[grade].label)).toEqual(['<1m', '<6m', '<10m', '8d']);
	});

	it('gives Hard < Good < Easy below the maximum, Again at most Hard, and nothing above the maximum', () => {
		fc.assert(
			fc.property(anyCase, ({ cardId, memory, options, load }) => {
				const offers = offerGrades({ cardId, memory, options, moment, load });
				const max = options.maximumIntervalDays;
				const { again, hard, good, easy } = offers;
				for (const grade of GRADES) expect(offers[grade].intervalDays).toBeLessThanOrEqual(max);
				for (const [lower, higher] of [
					[hard, good],
					[good, easy],
				] as const) {
					const isStep = higher.after.phase !== 'review';
					if (isStep) expect(lower.intervalDays).toBeLessThanOrEqual(higher.intervalDays);
					else expect(higher.intervalDays > lower.intervalDays || higher.intervalDays === max).toBe(true);
				}
				if (again.after.phase === 'review') expect(again.intervalDays).toBeLessThanOrEqual(hard.intervalDays);
			}),
			{ numRuns: 600 },
		);
	});

	it('promises by its label exactly what answerCard() applies', () => {
		fc.assert(
			fc.property(anyCase, ({ cardId, memory, options, load }) => {
				const offers = offerGrades({ cardId, memory, options, moment, load });
				for (const grade of GRADES) {
					const { after, intervalDays, label } = offers[grade];
					const answered = answerCard({ cardId, memory, options, moment, grade, promisedIntervalDays: intervalDays });
					expect(answered).toMatchObject({ ok: true, after });
					expect(after.intervalDays).toBe(intervalDays);
					if (after.due.kind === 'day') {
						expect(after.due.day).toBe(TODAY + intervalDays);
						expect(label).toBe(dayIntervalLabel(intervalDays));
					} else expect(intervalDays).toBe(0);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it('applies without a promise what it offers without a load', () => {
		fc.assert(
			fc.property(anyCase, ({ cardId, memory, options }) => {
				const offers = offerGrades({ cardId, memory, options, moment, load: null });
				for (const grade of GRADES) {
					const answered = answerCard({ cardId, memory, options, moment, grade, promisedIntervalDays: null });
					expect(answered).toMatchObject({ ok: true, after: offers[grade].after });
				}
			}),
		);
	});

	it('says the same for the same card, whatever the time of the day', () => {
		fc.assert(
			fc.property(anyCase, fc.nat(43_000_000), ({ cardId, memory, options, load }, laterMs) => {
				const days = (nowMs: number) => {
					const offers = offerGrades({ cardId, memory, options, moment: { nowMs, day: TODAY }, load });
					return GRADES.map((grade) => `${offers[grade].label} ${offers[grade].intervalDays}`);
				};
				expect(days(moment.nowMs + laterMs)).toEqual(days(moment.nowMs));
			}),
		);
	});

	it('stops at a maximum of 100 days, where ts-fsrs goes on to 101 and 102', () => {
		const memory = {
			...newCardMemory(0),
			phase: 'review' as const,
			stability: 900,
			difficulty: 3,
			lastReviewDay: TODAY - 900,
			reps: 9,
		};
		const options = { ...DEFAULT_DECK_OPTIONS, maximumIntervalDays: 100, fuzz: false };
		const offers = offerGrades({ cardId: 'c', memory, options, moment, load: null });
		expect([offers.hard, offers.good, offers.easy].map((offer) => offer.intervalDays)).toEqual([100, 100, 100]);
	});

	it('moves a card to the lightest day within its fuzz', () => {
		const memory = {
			...newCardMemory(0),
			phase: 'review' as const,
			stability: 10,
			difficulty: 5,
			lastReviewDay: TODAY - 10,
			reps: 3,
		};
		const offerWith = (freeDay: number) => {
			const load = { dueOn: (day: number) => (day === freeDay ? 0 : 50), siblingDays: new Set<number>() };
			return offerGrades({ cardId: 'c', memory, options: DEFAULT_DECK_OPTIONS, moment, load }).good.intervalDays;
		};
		const plain = offerGrades({
			cardId: 'c',
			memory,
			options: { ...DEFAULT_DECK_OPTIONS, fuzz: false },
			moment,
			load: null,
		}).good.intervalDays;
		expect(offerWith(TODAY + plain + 1)).toBe(plain + 1);
		expect(offerWith(TODAY + plain - 1)).toBe(plain - 1);
	});
});
