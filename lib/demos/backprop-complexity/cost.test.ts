import { describe, expect, it } from 'vitest';
import { growthPower, passCost } from './cost';

describe('passCost()', () => {
	it('counts M²LB forward and M²(2L-1)B backward', () => {
		expect(passCost({ width: 10, depth: 3, batch: 7 })).toMatchObject({ forward: 2100, backward: 3500 });
	});

	it('keeps 2LM(M+1) numbers of weights and gradients and (2L+1)BM of inputs, z and a', () => {
		expect(passCost({ width: 10, depth: 3, batch: 7 })).toMatchObject({ weights: 660, kept: 490 });
	});

	it('passes nothing back to the input of a net of one layer', () => {
		const { forward, backward } = passCost({ width: 8, depth: 1, batch: 5 });
		expect(backward).toBe(forward);
	});
});

describe('growthPower()', () => {
	it('finds the power of a power law', () => {
		expect(growthPower([1, 2, 4, 9].map((x) => ({ x, y: 5 * x ** 1.5 })))).toBeCloseTo(1.5, 12);
	});
});
