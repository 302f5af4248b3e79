import { exp } from './elementary';
import type { Matrix } from './matrix';

/** p_k = e^(a_k - m) / sum_j e^(a_j - m) with m the greatest a, row by row, so that nothing overflows; both [batch, K]. */
export function softmaxForward(a: Matrix, p: Matrix): void {
	const K = a.columns;
	for (let start = 0; start < a.data.length; start += K) {
		let greatest = a.data[start] as number;
		for (let k = start + 1; k < start + K; k++) greatest = Math.max(greatest, a.data[k] as number);
		let sum = 0;
		for (let k = start; k < start + K; k++) {
			const e = exp((a.data[k] as number) - greatest);
			p.data[k] = e;
			sum += e;
		}
		for (let k = start; k < start + K; k++) p.data[k] = (p.data[k] as number) / sum;
	}
}

/** dl/da_k = p_k (dl/dp_k - sum_j p_j dl/dp_j), row by row: the product with the matrix of dp_j/da_k = p_j ([j = k] - p_k). */
export function softmaxBackward(p: Matrix, dp: Matrix, da: Matrix): void {
	const K = p.columns;
	for (let start = 0; start < p.data.length; start += K) {
		let mean = 0;
		for (let k = start; k < start + K; k++) mean += (p.data[k] as number) * (dp.data[k] as number);
		for (let k = start; k < start + K; k++) da.data[k] = (p.data[k] as number) * ((dp.data[k] as number) - mean);
	}
}
