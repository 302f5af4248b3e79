import { expect, it } from 'vitest';
import { createMatrix, rowOf } from './matrix';
import { fillOrthogonal } from './orthogonal';
import { openStream } from './random-stream';

it('fillOrthogonal() makes the shorter side perpendicular and of length gain, whichever that is', () => {
	for (const [rows, columns] of [
		[5, 5],
		[3, 8],
		[8, 3],
		[1, 4],
		[64, 64],
	] as const) {
		const W = createMatrix(rows, columns);
		fillOrthogonal(W, 1.5, openStream(1, 'weights'));
		const vectors =
			rows <= columns
				? Array.from({ length: rows }, (_, i) => Array.from(rowOf(W, i)))
				: Array.from({ length: columns }, (_, j) => Array.from({ length: rows }, (_, i) => rowOf(W, i)[j] as number));
		for (const [i, u] of vectors.entries()) {
			for (const [j, v] of vectors.entries()) {
				const product = u.reduce((sum, value, k) => sum + value * (v[k] as number), 0);
				expect(Math.abs(product - (i === j ? 2.25 : 0))).toBeLessThan(1e-13);
			}
		}
	}
});
