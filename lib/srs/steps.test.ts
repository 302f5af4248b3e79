import { describe, expect, it } from 'vitest';
import { nextStep, stepDays } from './steps';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

describe('nextStep()', () => {
	it('waits the exact mean of the first two steps on Hard', () => {
		expect(nextStep([MINUTE_MS, 10 * MINUTE_MS], 0, 'hard')).toEqual({ kind: 'step', step: 0, waitMs: 330_000 });
	});

	it('repeats a later step on Hard', () => {
		expect(nextStep([MINUTE_MS, 10 * MINUTE_MS], 1, 'hard')).toEqual({ kind: 'step', step: 1, waitMs: 600_000 });
	});

	it('waits half as long again on Hard with a lone step, and at most a day more', () => {
		expect(nextStep([10 * MINUTE_MS], 0, 'hard')).toEqual({ kind: 'step', step: 0, waitMs: 15 * MINUTE_MS });
		expect(nextStep([4 * DAY_MS], 0, 'hard')).toEqual({ kind: 'step', step: 0, waitMs: 5 * DAY_MS });
	});

	it('starts over on Again and is done on Easy, from any step', () => {
		expect(nextStep([1_000, 2_000, 3_000], 2, 'again')).toEqual({ kind: 'step', step: 0, waitMs: 1_000 });
		expect(nextStep([1_000, 2_000, 3_000], 0, 'easy')).toEqual({ kind: 'graduate' });
	});

	it('leaves everything to the model without steps', () => {
		for (const grade of ['again', 'hard', 'good', 'easy'] as const)
			expect(nextStep([], 0, grade)).toEqual({ kind: 'graduate' });
	});

	it('takes a step that the list has lost for its last', () => {
		expect(nextStep([1_000, 2_000], 7, 'hard')).toEqual({ kind: 'step', step: 1, waitMs: 2_000 });
		expect(nextStep([1_000, 2_000], 7, 'good')).toEqual({ kind: 'graduate' });
	});
});

describe('stepDays()', () => {
	it('is 0 within a day and whole days beyond', () => {
		expect([DAY_MS - 1, DAY_MS, 1.4 * DAY_MS, 1.5 * DAY_MS].map(stepDays)).toEqual([0, 1, 1, 2]);
	});
});
