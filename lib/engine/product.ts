import type { Matrix } from './matrix';

/** Z = X W^T + b: X [B, n], W [m, n], b [m] added to every row, Z [B, m] (forward: z^l = W^l a^(l-1) + b^l, a row an example). */
export function affine(X: Matrix, W: Matrix, b: Float64Array, Z: Matrix): void {
	const n = W.columns;
	const m = W.rows;
	for (let r = 0; r < X.rows; r++) {
		for (let i = 0; i < m; i++) {
			let sum = b[i] as number;
			for (let k = 0; k < n; k++) sum += (X.data[r * n + k] as number) * (W.data[i * n + k] as number);
			Z.data[r * m + i] = sum;
		}
	}
}

/** C = D W: D [B, m], W [m, n], C [B, n] (backward: dl/da^(l-1) = dl/dz^l W^l, a row an example). */
export function multiply(D: Matrix, W: Matrix, C: Matrix): void {
	const n = W.columns;
	const m = W.rows;
	for (let r = 0; r < D.rows; r++) {
		for (let j = 0; j < n; j++) {
			let sum = 0;
			for (let k = 0; k < m; k++) sum += (D.data[r * m + k] as number) * (W.data[k * n + j] as number);
			C.data[r * n + j] = sum;
		}
	}
}

/** C = scale * D^T X: D [B, m], X [B, n], C [m, n] (dl/dW^l = (a^(l-1) dl/dz^l)^T, meant over the batch when scale = 1 / B). */
export function transposeMultiply(D: Matrix, X: Matrix, scale: number, C: Matrix): void {
	const n = X.columns;
	const m = D.columns;
	for (let i = 0; i < m; i++) {
		for (let j = 0; j < n; j++) {
			let sum = 0;
			for (let r = 0; r < X.rows; r++) sum += (D.data[r * m + i] as number) * (X.data[r * n + j] as number);
			C.data[i * n + j] = sum * scale;
		}
	}
}
