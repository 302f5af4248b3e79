import { fixedWords } from './number-words';

/** Numbers in a row, for a table or a symbol: "[0.500  −1.200]". */
export function listWords(numbers: readonly number[], decimals = 3): string {
	return `[${numbers.map((n) => fixedWords(n, decimals)).join('  ')}]`;
}

/** A matrix row by row. */
export function matrixWords(rows: readonly (readonly number[])[], decimals = 3): string {
	return rows.map((row) => listWords(row, decimals)).join(' ');
}
