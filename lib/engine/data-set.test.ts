import { describe, expect, it } from 'vitest';
import { DATA_SET_NAMES, drawDataSet } from './data-set';
import { at, toRows } from './matrix';
import { openStream } from './random-stream';

const draw = (name: (typeof DATA_SET_NAMES)[number], size: number, noise = 0, seed = 1) =>
	drawDataSet(name, { size, noise }, openStream(seed, 'data'));

describe('drawDataSet()', () => {
	for (const name of DATA_SET_NAMES) {
		it(`${name} is half of each class, the same for the same seed and another for another`, () => {
			const set = draw(name, 101, 0.1);
			expect([set.x.rows, set.x.columns, set.y.rows, set.y.columns]).toEqual([101, 2, 101, 1]);
			expect(set.y.data.reduce((sum, label) => sum + label, 0)).toBe(50);
			expect(set.y.data.every((label) => label === 0 || label === 1)).toBe(true);
			expect(set.x.data.every((v) => Number.isFinite(v) && Math.abs(v) < 2)).toBe(true);
			expect(draw(name, 101, 0.1)).toEqual(set);
			expect(draw(name, 101, 0.1, 2).x).not.toEqual(set.x);
			expect(Array.from(set.y.data.slice(0, 20))).not.toEqual(Array.from({ length: 20 }, (_, k) => k % 2));
		});
	}

	it('xor and circle follow their rule, with a gap between the classes', () => {
		const xor = draw('xor', 300);
		toRows(xor.x).forEach(([x1 = 0, x2 = 0], n) => {
			expect(at(xor.y, n, 0)).toBe(x1 > 0 === x2 > 0 ? 0 : 1);
			expect(Math.min(Math.abs(x1), Math.abs(x2))).toBeGreaterThanOrEqual(0.1);
		});
		const circle = draw('circle', 300);
		toRows(circle.x).forEach(([x1 = 0, x2 = 0], n) => {
			const radius = Math.hypot(x1, x2);
			if (at(circle.y, n, 0) === 1) expect(radius).toBeLessThanOrEqual(0.5);
			else expect(radius).toBeGreaterThanOrEqual(0.7 - 1e-12);
		});
	});

	it('the arms of the spiral and the moons are point reflections of each other', () => {
		for (const name of ['spiral', 'moons'] as const) {
			const set = draw(name, 40);
			const points = toRows(set.x).map((point, n) => ({ point, label: at(set.y, n, 0) }));
			for (const { point, label } of points) {
				const twin = points.find(
					(other) => other.label !== label && other.point.every((v, k) => Math.abs(v + (point[k] as number)) < 1e-12),
				);
				expect(twin, `${name} ${point}`).toBeDefined();
			}
		}
	});

	it('noise moves points by its standard deviation', () => {
		const [still, moved] = [draw('moons', 2000), draw('moons', 2000, 0.35)];
		const nearest = (point: number[]) =>
			Math.min(
				...toRows(still.x).map((other) =>
					Math.hypot((point[0] ?? 0) - (other[0] ?? 0), (point[1] ?? 0) - (other[1] ?? 0)),
				),
			);
		const distances = toRows(moved.x).slice(0, 200).map(nearest);
		expect(distances.reduce((sum, d) => sum + d, 0) / 200).toBeGreaterThan(0.1);
		expect(drawDataSet('moons', { size: 20 }, openStream(1, 'data'))).toEqual(draw('moons', 20, 0));
	});

	it('refuses sizes and noise out of range', () => {
		for (const size of [0, 1.5, Number.NaN]) expect(() => draw('xor', size)).toThrow(/size/);
		expect(() => draw('xor', 5, -1)).toThrow(/noise/);
		expect(draw('spiral', 1).x.rows).toBe(1);
	});
});
