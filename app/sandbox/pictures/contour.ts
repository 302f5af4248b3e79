import type { PlaneGrid } from '@/lib/demos/plane-grid';

/** A place in cells from the top left corner: column, row. */
export type Place = readonly [number, number];

/** Where a grid takes the value `level`, as lines: the pieces of `contourPieces`, joined where they meet; a closed line ends where it began. */
export function contourLines(grid: PlaneGrid, level: number): Place[][] {
	const pieces = contourPieces(grid, level).map(([x0, y0, x1, y1]): [Place, Place] => [
		[x0, y0],
		[x1, y1],
	]);
	const key = ([x, y]: Place) => `${Math.round(x * 1e5)},${Math.round(y * 1e5)}`;
	const meeting = new Map<string, number[]>();
	pieces.forEach((piece, index) => {
		for (const end of piece) meeting.set(key(end), [...(meeting.get(key(end)) ?? []), index]);
	});
	const used = new Set<number>();
	const follow = (from: Place): Place[] => {
		const line: Place[] = [];
		for (let end = from; ; ) {
			const next = meeting.get(key(end))?.find((index) => !used.has(index));
			const piece = next === undefined ? undefined : pieces[next];
			if (next === undefined || !piece) return line;
			used.add(next);
			end = key(piece[0]) === key(end) ? piece[1] : piece[0];
			line.push(end);
		}
	};
	return pieces.flatMap((piece, index) => {
		if (used.has(index)) return [];
		used.add(index);
		const [from, to] = piece;
		const on = follow(to);
		return [[...follow(from).reverse(), from, to, ...on]];
	});
}

/**
 * Where a grid takes the value `level`, as straight pieces [x, y, x, y] in cells from the top left corner, by marching
 * squares between the middles of cells; at the rim it is drawn on to the edge.
 */
export function contourPieces({ columns, rows, values }: PlaneGrid, level: number): [number, number, number, number][] {
	const pieces: [number, number, number, number][] = [];
	const clamp = (k: number, count: number) => Math.min(Math.max(k, 0), count - 1);
	const at = (column: number, row: number) =>
		(values[clamp(row, rows) * columns + clamp(column, columns)] as number) - level;
	const place = (k: number, count: number) => Math.min(Math.max(k + 0.5, 0), count);
	for (let row = -1; row < rows; row++) {
		const [top, bottom] = [place(row, rows), place(row + 1, rows)];
		for (let column = -1; column < columns; column++) {
			const [left, right] = [place(column, columns), place(column + 1, columns)];
			const [a, b] = [at(column, row), at(column + 1, row)];
			const [d, c] = [at(column, row + 1), at(column + 1, row + 1)];
			const crossings: [number, number][] = [];
			if (a > 0 !== b > 0) crossings.push([left + ((right - left) * a) / (a - b), top]);
			if (b > 0 !== c > 0) crossings.push([right, top + ((bottom - top) * b) / (b - c)]);
			if (c > 0 !== d > 0) crossings.push([right - ((right - left) * c) / (c - d), bottom]);
			if (d > 0 !== a > 0) crossings.push([left, bottom - ((bottom - top) * d) / (d - a)]);
			// Two crossings, or four at a saddle, where the middle decides which belong together.
			if (crossings.length === 4 && a + b + c + d > 0 !== a > 0) crossings.push(crossings.shift() as [number, number]);
			for (let k = 0; k + 1 < crossings.length; k += 2) {
				const [from, to] = [crossings[k] as [number, number], crossings[k + 1] as [number, number]];
				pieces.push([...from, ...to]);
			}
		}
	}
	return pieces;
}
