import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatrix, type Matrix, toRows } from './matrix';
import { affineProduct, plainProduct, transposedProduct } from './product';
import { openStream } from './random-stream';

const size = fc.integer({ min: 1, max: 11 });
const sizes = fc.tuple(size, size, size, fc.nat(1000));

function randomMatrix(rows: number, columns: number, seed: number): Matrix {
	const stream = openStream(seed, `matrix ${rows} ${columns}`);
	return createMatrix(
		rows,
		columns,
		Float64Array.from({ length: rows * columns }, () => stream.normal()),
	);
}

/** The product by its definition: entry (r, c) sums A(r, k) B(k, c) with k upwards, from `start`. */
function byDefinition(A: number[][], B: number[][], start: (c: number) => number): number[][] {
	return A.map((row) =>
		(B[0] as number[]).map((_, c) => row.reduce((sum, a, k) => sum + a * (B[k]?.[c] as number), start(c))),
	);
}

const transposed = (M: number[][]) => (M[0] as number[]).map((_, j) => M.map((row) => row[j] as number));

describe('products of every size from 1 to 11, to the bit', () => {
	it('affineProduct() is X W^T + b', () => {
		fc.assert(
			fc.property(sizes, ([B, n, m, seed]) => {
				const [X, W, Z] = [randomMatrix(B, n, seed), randomMatrix(m, n, seed + 1), createMatrix(B, m)];
				const b = randomMatrix(1, m, seed + 2).data;
				affineProduct(X, W, b, Z);
				expect(toRows(Z)).toEqual(byDefinition(toRows(X), transposed(toRows(W)), (c) => b[c] as number));
			}),
		);
	});

	it('plainProduct() is D W', () => {
		fc.assert(
			fc.property(sizes, ([B, m, n, seed]) => {
				const [D, W, C] = [randomMatrix(B, m, seed), randomMatrix(m, n, seed + 1), createMatrix(B, n)];
				plainProduct(D, W, C);
				expect(toRows(C)).toEqual(byDefinition(toRows(D), toRows(W), () => 0));
			}),
		);
	});

	it('transposedProduct() is scale times D^T X', () => {
		fc.assert(
			fc.property(sizes, ([B, m, n, seed]) => {
				const [D, X, C] = [randomMatrix(B, m, seed), randomMatrix(B, n, seed + 1), createMatrix(m, n)];
				transposedProduct(D, X, 0.25, C);
				const expected = byDefinition(transposed(toRows(D)), toRows(X), () => 0);
				expect(toRows(C)).toEqual(expected.map((row) => row.map((v) => v * 0.25)));
			}),
		);
	});
});
