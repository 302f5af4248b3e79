import { describe, expect, it } from 'vitest';
import type { Prediction } from './prediction';
import { gradePrediction } from './verdict';

const words = { question: () => '?', measured: () => '' };
const power: Prediction<unknown, number> = {
	...words,
	kind: 'power-of-ten',
	min: -10,
	max: 4,
	answer: (ratio) => ratio,
};
const number: Prediction<unknown, number> = {
	...words,
	kind: 'number',
	symbol: 'a',
	min: -9,
	max: 9,
	step: 0.1,
	bands: () => ({ hit: 0.1, close: 0.3 }),
	answer: (a) => a,
};
const choice: Prediction<unknown, string> = { ...words, kind: 'choice', options: [], answer: (value) => value };

describe('gradePrediction()', () => {
	it.each([
		[-6, 1.7e-6, 'hit'],
		[-5, 1.7e-6, 'close'],
		[-4, 1.7e-6, 'miss'],
		[0, 0.6, 'hit'],
		[2, 314, 'hit'],
		[3, 314, 'close'],
		[-10, 1e-19, 'hit'],
		[4, 1e9, 'hit'],
		[-10, 0, 'hit'],
		[-6, 0, 'miss'],
	])('grades the power 10^%d against %d as a %s', (guess, ratio, grade) => {
		expect(gradePrediction(power, guess, ratio).grade).toBe(grade);
	});

	it('says how far off a power is', () => {
		expect(gradePrediction(power, -2, 1e-6).words).toBe('Off: about 10⁴ times too large.');
		expect(gradePrediction(power, -9, 1e-6).words).toBe('Off: about 10³ times too small.');
	});

	it.each([
		[0.85, 0.9, 'hit'],
		[0.7, 0.9, 'close'],
		[0.5, 0.9, 'miss'],
		[-0.1, 0.15, 'miss'],
		[0.05, -0.05, 'hit'],
		[0, 0, 'hit'],
	])('grades the number %d against %d as a %s', (guess, measured, grade) => {
		expect(gradePrediction(number, guess, measured).grade).toBe(grade);
	});

	it('names a wrong sign as such', () => {
		expect(gradePrediction(number, -1, 1).words).toBe('The sign is the other.');
	});

	it('grades a choice by equality', () => {
		expect(gradePrediction(choice, 'negative', 'negative').grade).toBe('hit');
		expect(gradePrediction(choice, 'positive', 'negative').grade).toBe('miss');
	});

	it('throws for a guess of another kind', () => {
		expect(() => gradePrediction(power, 'six', 1)).toThrow(TypeError);
	});
});
