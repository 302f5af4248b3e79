import type { EncodingParams } from './params';

/** The code word of each of K classes, 0s and 1s, high bit first: a unit vector, the number, or its Gray code n ^ (n >> 1). */
export function codeWords(classes: number, encoding: EncodingParams['encoding']): number[][] {
	const numbers = Array.from({ length: classes }, (_, k) => k);
	if (encoding === 'one-hot') return numbers.map((k) => numbers.map((other) => (other === k ? 1 : 0)));
	const bits = Math.ceil(Math.log2(classes));
	return numbers.map((k) => {
		const code = encoding === 'gray' ? k ^ (k >> 1) : k;
		return Array.from({ length: bits }, (_, place) => (code >> (bits - 1 - place)) & 1);
	});
}

/** The class whose code word lies nearest to the outputs. */
export function nearestClass(outputs: readonly number[], words: readonly (readonly number[])[]): number {
	const distances = words.map((word) => word.reduce((sum, bit, k) => sum + (bit - (outputs[k] ?? 0)) ** 2, 0));
	return distances.indexOf(Math.min(...distances));
}
