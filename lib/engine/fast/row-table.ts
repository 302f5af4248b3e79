import type { Matrix } from '@/lib/engine/matrix';
import { paddedColumns } from './panels';

/** Writes the rows of `matrix` into a table, each filled up with zeros to a multiple of 4 floats. */
export function fillRows(table: Float32Array, { rows, columns, data }: Matrix): void {
	const width = paddedColumns(columns);
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; column++) {
			table[row * width + column] = data[row * columns + column] as number;
		}
	}
}
