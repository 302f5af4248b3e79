import type { Grade } from './grade';

const DAY_MS = 86_400_000;

/** Where an answer leaves a card that is in steps: waiting on a step, or done with them. */
export type StepOutcome = { kind: 'step'; step: number; waitMs: number } | { kind: 'graduate' };

/**
 * What an answer does to a card on step `step` of `stepsMs` (milliseconds): Again starts over, Hard on the first step waits the mean of the
 * first two (one and a half times a lone one, at most a day more) and on a later step repeats it, Good moves on, Easy is done. Without
 * steps every answer is done with them; a step that the list no longer has counts as its last.
 */
export function nextStep(stepsMs: readonly number[], step: number, grade: Grade): StepOutcome {
	const [firstMs, secondMs] = stepsMs;
	if (firstMs === undefined || grade === 'easy') return { kind: 'graduate' };
	const current = Math.min(Math.max(step, 0), stepsMs.length - 1);
	if (grade === 'again') return { kind: 'step', step: 0, waitMs: firstMs };
	if (grade === 'good') {
		const waitMs = stepsMs[current + 1];
		return waitMs === undefined ? { kind: 'graduate' } : { kind: 'step', step: current + 1, waitMs };
	}
	if (current > 0) return { kind: 'step', step: current, waitMs: stepsMs[current] ?? firstMs };
	const waitMs = secondMs === undefined ? Math.min(firstMs * 1.5, firstMs + DAY_MS) : (firstMs + secondMs) / 2;
	return { kind: 'step', step: 0, waitMs: Math.round(waitMs) };
}

/** The study days a step lasts: 0 for a step within a day, else its length rounded to days. */
export function stepDays(waitMs: number): number {
	return waitMs < DAY_MS ? 0 : Math.round(waitMs / DAY_MS);
}
