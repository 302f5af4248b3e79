import type { PlaneGrid } from '@/lib/demos/plane-grid';

/** All cells of about one strength and sign as one svg path, in cells from the top left. */
export interface Band {
	sign: -1 | 1;
	/** 1 to `steps`. */
	strength: number;
	d: string;
}

/** A grid as few paths, for pictures that are drawn once and without a canvas: cells near `middle` are left out as paper. */
export function planeBands({ columns, rows, values }: PlaneGrid, middle: number, reach: number, steps = 5): Band[] {
	const bands = new Map<number, string>();
	const levelAt = (row: number, column: number) => {
		const share = ((values[row * columns + column] as number) - middle) / reach;
		return Math.round(steps * Math.min(1, Math.max(-1, share)));
	};
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < columns; ) {
			const level = levelAt(row, column);
			let end = column + 1;
			while (end < columns && levelAt(row, end) === level) end++;
			if (level !== 0)
				bands.set(level, `${bands.get(level) ?? ''}M${column} ${row}h${end - column}v1h${column - end}z`);
			column = end;
		}
	}
	return [...bands].map(([level, d]) => ({ sign: level < 0 ? -1 : 1, strength: Math.abs(level), d }));
}
