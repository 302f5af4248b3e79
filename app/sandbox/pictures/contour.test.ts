import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contourLines, contourPieces } from './contour';

const grid = (columns: number, rows: number, value: (x: number, y: number) => number) => ({
	columns,
	rows,
	values: Float32Array.from({ length: columns * rows }, (_, k) =>
		value((k % columns) + 0.5, Math.floor(k / columns) + 0.5),
	),
});

describe('contourPieces()', () => {
	it('finds a straight line exactly, from edge to edge', () => {
		const pieces = contourPieces(
			grid(4, 4, (x) => x - 1.75),
			0,
		);
		for (const [x0, , x1] of pieces) expect([x0, x1]).toEqual([1.75, 1.75]);
		const length = pieces.reduce((sum, [x0, y0, x1, y1]) => sum + Math.hypot(x1 - x0, y1 - y0), 0);
		expect(length).toBeCloseTo(4);
	});

	it('finds nothing where the level is not crossed', () => {
		expect(
			contourPieces(
				grid(3, 3, () => 1),
				0,
			),
		).toEqual([]);
	});

	it('comes to the length of a circle', () => {
		const pieces = contourPieces(
			grid(40, 40, (x, y) => Math.hypot(x - 20, y - 20)),
			12,
		);
		const length = pieces.reduce((sum, [x0, y0, x1, y1]) => sum + Math.hypot(x1 - x0, y1 - y0), 0);
		expect(length / (2 * Math.PI * 12)).toBeCloseTo(1, 2);
	});

	it('parts a saddle by the sign of its middle', () => {
		// Positive at the top left and bottom right; the middle is positive, so those two hang together.
		const pieces = contourPieces({ columns: 2, rows: 2, values: Float32Array.of(3, -1, -1, 3) }, 0);
		const inner = pieces.filter((piece) => piece.every((v) => v >= 0.5 && v <= 1.5));
		expect(inner).toHaveLength(2);
		// Each piece cuts off a negative corner: the top right or the bottom left.
		for (const [x0, y0, x1, y1] of inner) expect(Math.abs((x0 + x1) / 2 - (y0 + y1) / 2)).toBeGreaterThan(0.25);
	});

	it('always closes: an end inside the picture belongs to two pieces', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 16, maxLength: 16 }), (values) => {
				const ends = new Map<string, number>();
				for (const [x0, y0, x1, y1] of contourPieces({ columns: 4, rows: 4, values: Float32Array.from(values) }, 0.5)) {
					for (const [x, y] of [
						[x0, y0],
						[x1, y1],
					] as const) {
						if (x <= 0 || y <= 0 || x >= 4 || y >= 4) continue;
						const key = `${x.toFixed(6)},${y.toFixed(6)}`;
						ends.set(key, (ends.get(key) ?? 0) + 1);
					}
				}
				for (const count of ends.values()) expect(count % 2).toBe(0);
			}),
		);
	});
});

describe('contourLines()', () => {
	it('joins a circle into one closed line', () => {
		const [line, ...others] = contourLines(
			grid(20, 20, (x, y) => Math.hypot(x - 10, y - 10)),
			6,
		);
		expect(others).toEqual([]);
		expect(line?.at(-1)?.[0]).toBeCloseTo(line?.[0]?.[0] ?? Number.NaN, 4);
		expect(line?.length).toBeGreaterThan(30);
	});

	it('uses every piece once', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 25, maxLength: 25 }), (values) => {
				const noisy = { columns: 5, rows: 5, values: Float32Array.from(values) };
				const joints = contourLines(noisy, 0.5).reduce((sum, line) => sum + line.length - 1, 0);
				expect(joints).toBe(contourPieces(noisy, 0.5).length);
			}),
		);
	});
});
