/**
 * How the fast path lays a matrix out: in panels of 8 columns (the last one has 4 when that is enough), each panel row after row,
 * so that a product reads both its operands straight on. Columns are filled up to a multiple of 4. Addresses are in bytes.
 */
export interface Panels {
	readonly address: number;
	readonly rows: number;
	/** The columns that mean something. */
	readonly columns: number;
}

/** Columns filled up to a multiple of 4. */
export function paddedColumns(columns: number): number {
	return Math.ceil(columns / 4) * 4;
}

/** How many floats panels take. */
export function panelFloats(rows: number, columns: number): number {
	return rows * paddedColumns(columns);
}

/** How many panels have 8 columns, and whether one of 4 follows. */
export function panelCounts(columns: number): { readonly full: number; readonly narrow: boolean } {
	const padded = paddedColumns(columns);
	return { full: Math.floor(padded / 8), narrow: padded % 8 === 4 };
}

/** Panels side by side that have one width, in floats (8 or 4); `first` is the address of the first. */
export interface PanelRun {
	readonly width: 8 | 4;
	readonly count: number;
	readonly address: number;
	/** From one panel to the next, in bytes. */
	readonly stride: number;
	/** The column at which the run begins. */
	readonly column: number;
}

/** The panels of a matrix as at most two runs: those of 8 columns, then one of 4. */
export function panelRuns({ address, rows, columns }: Panels): PanelRun[] {
	const { full, narrow } = panelCounts(columns);
	const stride = rows * 32;
	const runs: PanelRun[] = [];
	if (full > 0) runs.push({ width: 8, count: full, address, stride, column: 0 });
	if (narrow) runs.push({ width: 4, count: 1, address: address + full * stride, stride, column: full * 8 });
	return runs;
}
