import { expect, it } from 'vitest';
import { heatLevel } from './heat-level';

it('heatLevel() is 0 only for a day without answers, and 4 for the busiest', () => {
	expect([0, 1, 25, 26, 51, 76, 100].map((answers) => heatLevel(answers, 100))).toEqual([0, 1, 1, 2, 3, 4, 4]);
	expect(heatLevel(1, 1)).toBe(4);
});
