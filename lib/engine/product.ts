import type { Matrix } from './matrix';

/**
 * Z = X W^T + b: X [B, n], W [m, n], b [m] added to every row, Z [B, m].
 * The forward pass, an example a row: z^l = W^l a^(l-1) + b^l.
 */
export function affineProduct(X: Matrix, W: Matrix, b: Float64Array, Z: Matrix): void {
	const n = W.columns;
	product(X.data, n, 1, W.data, n, 1, b, 1, Z, n);
}

/**
 * C = D W: D [B, m], W [m, n], C [B, n].
 * The backward pass through the weights, an example a row: dl/da^(l-1) = dl/dz^l W^l.
 */
export function plainProduct(D: Matrix, W: Matrix, C: Matrix): void {
	product(D.data, D.columns, 1, W.data, 1, W.columns, null, 1, C, W.rows);
}

/**
 * C = scale D^T X: D [B, m], X [B, n], C [m, n].
 * The gradient of the weights: dl/dW^l = (a^(l-1) dl/dz^l)^T, summed over the rows; the mean when scale is 1 / B.
 */
export function transposedProduct(D: Matrix, X: Matrix, scale: number, C: Matrix): void {
	product(D.data, 1, D.columns, X.data, 1, X.columns, null, scale, C, X.rows);
}

/**
 * C(r, c) = scale (start(c) + sum over k < depth of A(r, k) B(c, k)), where A(r, k) is `A[r * ar + k * ak]`, B(c, k) is
 * `B[c * bc + k * bk]` and start is 0 when null. In tiles of 4 x 4 whose 16 sums live in registers, so that each number
 * that is read serves four products; k runs innermost and upwards everywhere, so an entry does not depend on its tile.
 */
function product(
	A: Float64Array,
	ar: number,
	ak: number,
	B: Float64Array,
	bc: number,
	bk: number,
	start: Float64Array | null,
	scale: number,
	C: Matrix,
	depth: number,
): void {
	const { rows, columns, data } = C;
	if (columns < 4) {
		stripProduct(A, ar, ak, B, bc, bk, start, 0, 1, scale, data, columns, 1, rows, columns, depth);
		return;
	}
	if (rows < 4) {
		stripProduct(B, bc, bk, A, ar, ak, start, 1, 0, scale, data, 1, columns, columns, rows, depth);
		return;
	}
	// The last tile of a line is moved back to end with it: some entries are worked out twice, to the same bits.
	for (let tileRow = 0; tileRow < rows; tileRow += 4) {
		const r = Math.min(tileRow, rows - 4);
		for (let tileColumn = 0; tileColumn < columns; tileColumn += 4) {
			const c = Math.min(tileColumn, columns - 4);
			const s0 = start === null ? 0 : (start[c] as number);
			const s1 = start === null ? 0 : (start[c + 1] as number);
			const s2 = start === null ? 0 : (start[c + 2] as number);
			const s3 = start === null ? 0 : (start[c + 3] as number);
			let c00 = s0,
				c01 = s1,
				c02 = s2,
				c03 = s3;
			let c10 = s0,
				c11 = s1,
				c12 = s2,
				c13 = s3;
			let c20 = s0,
				c21 = s1,
				c22 = s2,
				c23 = s3;
			let c30 = s0,
				c31 = s1,
				c32 = s2,
				c33 = s3;
			let p = r * ar;
			let q = c * bc;
			for (let k = 0; k < depth; k++) {
				const a0 = A[p] as number;
				const a1 = A[p + ar] as number;
				const a2 = A[p + 2 * ar] as number;
				const a3 = A[p + 3 * ar] as number;
				const b0 = B[q] as number;
				const b1 = B[q + bc] as number;
				const b2 = B[q + 2 * bc] as number;
				const b3 = B[q + 3 * bc] as number;
				c00 += a0 * b0;
				c01 += a0 * b1;
				c02 += a0 * b2;
				c03 += a0 * b3;
				c10 += a1 * b0;
				c11 += a1 * b1;
				c12 += a1 * b2;
				c13 += a1 * b3;
				c20 += a2 * b0;
				c21 += a2 * b1;
				c22 += a2 * b2;
				c23 += a2 * b3;
				c30 += a3 * b0;
				c31 += a3 * b1;
				c32 += a3 * b2;
				c33 += a3 * b3;
				p += ak;
				q += bk;
			}
			let t = r * columns + c;
			data[t] = c00 * scale;
			data[t + 1] = c01 * scale;
			data[t + 2] = c02 * scale;
			data[t + 3] = c03 * scale;
			t += columns;
			data[t] = c10 * scale;
			data[t + 1] = c11 * scale;
			data[t + 2] = c12 * scale;
			data[t + 3] = c13 * scale;
			t += columns;
			data[t] = c20 * scale;
			data[t + 1] = c21 * scale;
			data[t + 2] = c22 * scale;
			data[t + 3] = c23 * scale;
			t += columns;
			data[t] = c30 * scale;
			data[t + 1] = c31 * scale;
			data[t + 2] = c32 * scale;
			data[t + 3] = c33 * scale;
		}
	}
}

/**
 * The same product for a C with fewer than four rows or columns, whose long side runs along r: four entries at a time, the
 * last line standing in for those beyond it. C(r, c) is `data[r * cr + c * cc]` and start(r, c) is `start[r * sr + c * sc]`.
 */
function stripProduct(
	A: Float64Array,
	ar: number,
	ak: number,
	B: Float64Array,
	bc: number,
	bk: number,
	start: Float64Array | null,
	sr: number,
	sc: number,
	scale: number,
	data: Float64Array,
	cr: number,
	cc: number,
	rows: number,
	columns: number,
	depth: number,
): void {
	for (let c = 0; c < columns; c++) {
		for (let r0 = 0; r0 < rows; r0 += 4) {
			const r1 = Math.min(r0 + 1, rows - 1);
			const r2 = Math.min(r0 + 2, rows - 1);
			const r3 = Math.min(r0 + 3, rows - 1);
			let c0 = start === null ? 0 : (start[r0 * sr + c * sc] as number);
			let c1 = start === null ? 0 : (start[r1 * sr + c * sc] as number);
			let c2 = start === null ? 0 : (start[r2 * sr + c * sc] as number);
			let c3 = start === null ? 0 : (start[r3 * sr + c * sc] as number);
			for (let k = 0; k < depth; k++) {
				const b = B[c * bc + k * bk] as number;
				c0 += (A[r0 * ar + k * ak] as number) * b;
				c1 += (A[r1 * ar + k * ak] as number) * b;
				c2 += (A[r2 * ar + k * ak] as number) * b;
				c3 += (A[r3 * ar + k * ak] as number) * b;
			}
			data[r0 * cr + c * cc] = c0 * scale;
			data[r1 * cr + c * cc] = c1 * scale;
			data[r2 * cr + c * cc] = c2 * scale;
			data[r3 * cr + c * cc] = c3 * scale;
		}
	}
}
