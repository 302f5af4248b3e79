import { describe, expect, it } from 'vitest';
import { activations } from '@/lib/engine/activation';
import { matrixOf } from '@/lib/engine/matrix';
import { leastSquares, linearOutputs, newtonLogistic } from './classical-fit';

describe('leastSquares()', () => {
	it('finds the plane that the points lie on', () => {
		const x = matrixOf([
			[0, 0],
			[1, 0],
			[0, 1],
			[2, 3],
		]);
		const y = matrixOf([[1], [3], [0], [2]]);
		for (const [j, value] of leastSquares(x, y).entries()) expect(value).toBeCloseTo([2, -1, 1][j] ?? 0, 12);
	});

	it('leaves residuals that no column explains', () => {
		const x = matrixOf([[-1], [0], [2], [3]]);
		const y = matrixOf([[1], [-2], [0.5], [4]]);
		const rest = linearOutputs(leastSquares(x, y), x).map((a, k) => (y.data[k] ?? 0) - a);
		expect(rest.reduce((sum, r) => sum + r, 0)).toBeCloseTo(0, 12);
		expect(rest.reduce((sum, r, k) => sum + r * (x.data[k] ?? 0), 0)).toBeCloseTo(0, 12);
	});
});

describe('newtonLogistic()', () => {
	it('ends where the gradient of the likelihood is zero', () => {
		const x = matrixOf([[-2], [-1], [0], [1], [2], [0.5]]);
		const y = matrixOf([[0], [1], [0], [1], [1], [0]]);
		const gaps = linearOutputs(newtonLogistic(x, y), x).map((z, k) => activations.sigmoid.f(z) - (y.data[k] ?? 0));
		expect(gaps.reduce((sum, gap) => sum + gap, 0)).toBeCloseTo(0, 12);
		expect(gaps.reduce((sum, gap, k) => sum + gap * (x.data[k] ?? 0), 0)).toBeCloseTo(0, 12);
	});

	it('refuses classes that a line parts', () => {
		expect(() => newtonLogistic(matrixOf([[-2], [-1], [1], [2]]), matrixOf([[0], [0], [1], [1]]))).toThrow(RangeError);
	});
});
