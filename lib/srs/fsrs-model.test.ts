import { fsrs } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { fsrsModel, type ModelMemory } from './fsrs-model';
import vectors from './fsrs-vectors.json';
import { GRADES, type Grade } from './grade';
import { type MemoryVector, MODEL_OF_LENGTH, type ReferenceVector, vectorsOf } from './reference-vectors';
import { studyDay } from './study-day';

const gradeOf = (rating: number): Grade => GRADES[rating - 1] ?? 'again';

function modelOf(vector: ReferenceVector | MemoryVector) {
	const values = Array.isArray(vector.w) ? vector.w : null;
	const model = values === null ? null : MODEL_OF_LENGTH[values.length as keyof typeof MODEL_OF_LENGTH];
	return fsrsModel(values && model ? { model, values } : null, vector.enable_short_term ?? true);
}

function within(got: readonly number[], expected: readonly number[], tolerance: number): void {
	expect(got).toHaveLength(expected.length);
	for (const [index, value] of got.entries()) {
		expect(Math.abs(value - (expected[index] ?? Number.NaN)), `figure ${index}: ${value}`).toBeLessThanOrEqual(
			tolerance,
		);
	}
}

/** FSRS's long-term scheduler: all four intervals, each longer than the one before. */
function longTermInterval(
	model: ReturnType<typeof modelOf>,
	memory: ModelMemory | null,
	elapsed: number,
	grade: Grade,
): number {
	const [again = 1, hard = 1, good = 1, easy = 1] = GRADES.map((each) =>
		Math.max(1, Math.round(model.intervalDays(model.nextMemory(memory, elapsed, each).stability, 0.9))),
	);
	const a = Math.min(again, hard);
	const h = Math.max(hard, a + 1);
	const g = Math.max(good, h + 1);
	return { again: a, hard: h, good: g, easy: Math.max(easy, g + 1) }[grade];
}

function longTermChain(vector: ReferenceVector) {
	const model = modelOf(vector);
	const chain = { scheduled_days: [] as number[], stability: [] as number[], difficulty: [] as number[] };
	let memory: ModelMemory | null = null;
	let elapsed = 0;
	for (const rating of vector.ratings ?? []) {
		const interval = longTermInterval(model, memory, elapsed, gradeOf(rating));
		memory = model.nextMemory(memory, elapsed, gradeOf(rating));
		elapsed = interval;
		chain.scheduled_days.push(interval);
		chain.stability.push(memory.stability);
		chain.difficulty.push(memory.difficulty);
	}
	return chain;
}

describe('fsrsModel() reproduces the memory of the reference sequence', () => {
	it.each(vectorsOf('memory'))('$id', (vector) => {
		const model = modelOf(vector);
		let memory: ModelMemory | null = vector.start ?? null;
		for (const { rating, delta_t } of vector.steps) memory = model.nextMemory(memory, delta_t, gradeOf(rating));
		// Most sources print six digits; two implementations of the same model agree to 2e-5 of the value.
		const printed = vector.fsrs_rs_binding_0_5_0 ?? vector.expected;
		expect(Math.abs((memory?.stability ?? 0) - printed.stability) / printed.stability).toBeLessThan(2e-5);
		within(
			[memory?.stability ?? 0, memory?.difficulty ?? 0],
			[vector.expected.stability, vector.expected.difficulty],
			vector.tol ?? 0,
		);
		const interval = vector.expected.interval_at_0_9;
		if (interval !== undefined) within([model.intervalDays(memory?.stability ?? 0, 0.9)], [interval], vector.tol ?? 0);
	});

	it.each(vectorsOf('review_at_due').filter((vector) => vector.enable_short_term === false && !vector.expect_mismatch))(
		'$id, without the formula for one day',
		(vector) => {
			const got = longTermChain(vector);
			expect(got.scheduled_days).toEqual(vector.expected.scheduled_days);
			within(got.stability, vector.expected.stability, vector.tol ?? 0);
			within(got.difficulty, vector.expected.difficulty, vector.tol ?? 0);
		},
	);

	it.each(vectorsOf('fn'))('$id', (vector) => {
		const model = modelOf(vector);
		const got = (vector.args ?? []).map(([a = 0, b = 0, r = 0, g = 0]) => {
			if (vector.fn === 'next_difficulty')
				return model.nextMemory({ stability: 5, difficulty: a }, 1, gradeOf(b)).difficulty;
			if (vector.fn === 'next_short_term_stability') {
				return model.nextMemory({ stability: a, difficulty: 5 }, 0, gradeOf(b)).stability;
			}
			// The arguments are difficulty, stability, retrievability and grade: asked on the day on which recall has fallen so far.
			// Rating 1 in the formula of recall has no factor of its own, as Good has none.
			const grade = vector.fn === 'next_forget_stability' ? 'again' : gradeOf(g === 1 ? 3 : g);
			return model.nextMemory({ stability: b, difficulty: a }, model.intervalDays(b, r), grade).stability;
		});
		within(got, vector.expected.values, vector.tol ?? 0);
	});
});

describe('fsrsModel() forgets as the reference does', () => {
	it.each(vectorsOf('curve'))('$id', (vector) => {
		const weights = [...fsrsModel(null).weights];
		if (vector.decay !== undefined) weights[20] = vector.decay;
		const model = fsrsModel({ model: 'fsrs-6', values: weights });
		within(
			(vector.points ?? []).map(([elapsed = 0, stability = 1]) => model.retrievability(elapsed, stability)),
			vector.expected.r,
			vector.tol ?? 0,
		);
	});

	it.each(vectorsOf('interval'))('$id', (vector) => {
		const model = modelOf(vector);
		const uncapped = (vector.retentions ?? []).map((r) => model.intervalDays(vector.stability ?? 0, r));
		expect(uncapped.map((days) => Math.min(36_500, Math.max(1, Math.round(days))))).toEqual(vector.expected.interval);
		// The source holds single-precision figures.
		expect(Math.abs((uncapped[0] ?? 0) / vector.expected.uncapped_first - 1)).toBeLessThan(2e-5);
	});

	it.each(vectorsOf('retr'))('$id', (vector) => {
		const model = modelOf(vector);
		const got = GRADES.map((grade, index) =>
			model.retrievability([0, 0, 0, 8][index] ?? 0, model.nextMemory(null, 0, grade).stability),
		);
		within(got, vector.expected.r, vector.tol ?? 0);
	});
});

describe('fsrsModel() departs from a reference where it says so', () => {
	it.each(vectorsOf('timestamps'))('$id: ts-fsrs 5.4.2 lifts a migrated weight 19 from 0 to 0.01', (vector) => {
		const model = modelOf(vector);
		let memory: ModelMemory | null = null;
		let last: number | null = null;
		const [stability, elapsedDays]: [number[], number[]] = [[], []];
		for (const [index, atMs] of (vector.timestamps_ms ?? []).entries()) {
			const day = studyDay(atMs, 'UTC', 0);
			const elapsed: number = last === null ? 0 : day - last;
			memory = model.nextMemory(memory, elapsed, gradeOf(vector.ratings?.[index] ?? 3));
			last = day;
			stability.push(memory.stability);
			elapsedDays.push(elapsed);
		}
		expect(elapsedDays).toEqual(vector.ts_fsrs_5_4_2.got.elapsed);
		within(stability, vector.ts_fsrs_5_4_2.got.stability, 1e-7);
		expect(Math.abs((stability.at(-1) ?? 0) - (vector.expected.stability.at(-1) ?? 0))).toBeGreaterThan(0.1);
		expect(model.weights[19]).toBe(0.01);
	});

	it.each(vectorsOf('review_at_due').filter((vector) => vector.expect_mismatch))(
		'$id: FSRS-5 after a lapse',
		(vector) => {
			const { scheduled_days } = longTermChain(vector);
			expect(scheduled_days).toEqual(vector.ts_fsrs_5_4_2.got.scheduled_days);
			const expected = vector.expected.scheduled_days;
			expect(scheduled_days.slice(0, 8)).toEqual(expected.slice(0, 8));
			expect(scheduled_days.slice(8)).not.toEqual(expected.slice(8));
		},
	);

	it.each(vectorsOf('alea-doc'))('$id: the random source of ts-fsrs, which our fuzz does not use', (vector) => {
		// Not exported: read through the fuzz, whose pick is floor(u * (max - min + 1) + min).
		const scheduler = fsrs({ enable_fuzz: true });
		scheduler.seed = String(vector.seed);
		const [interval, delta] = [30_000, 1 + 4.5 * 0.15 + 13 * 0.1 + 29_980 * 0.05];
		const [min, max] = [Math.round(interval - delta), Math.round(interval + delta)];
		expect(scheduler.apply_fuzz(interval, 0)).toBe(
			Math.floor((vector.expected.doubles[0] ?? 0) * (max - min + 1) + min),
		);
	});
});

describe('fsrsModel()', () => {
	it('has the default weights of FSRS-6', () => {
		expect(fsrsModel(null).weights).toEqual(vectors.default_w);
	});

	it('makes one model for equal weights', () => {
		const weights = () => ({ model: 'fsrs-6' as const, values: [...vectors.default_w] });
		expect(fsrsModel(weights())).toBe(fsrsModel(weights()));
		expect(fsrsModel(weights(), false)).not.toBe(fsrsModel(weights()));
	});

	it.each([0, -0.1, 1.01, Number.NaN])('refuses the retention %s', (retention) => {
		expect(() => fsrsModel(null).intervalDays(5, retention)).toThrow(/retention must be above 0 and at most 1/);
	});

	it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s elapsed days', (elapsed) => {
		expect(() => fsrsModel(null).nextMemory(null, elapsed, 'good')).toThrow(/elapsed days must be 0 or more/);
	});

	it('refuses a memory out of range', () => {
		expect(() => fsrsModel(null).nextMemory({ stability: 0, difficulty: 5 }, 1, 'good')).toThrow(/stability must be/);
		expect(() => fsrsModel(null).nextMemory({ stability: 1, difficulty: 11 }, 1, 'good')).toThrow(/difficulty must be/);
	});

	it('has retrievability of 90 % when the stability has passed', () => {
		expect(fsrsModel(null).retrievability(1, 1)).toBe(0.9);
	});
});
