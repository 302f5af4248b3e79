import { expect, it } from 'vitest';
import { drawClusters } from './data-clusters';
import { rowOf, toRows } from './matrix';
import { openStream } from './random-stream';

it('drawClusters() puts class k around the angle 2 pi k / K, one-hot, as many of each as goes', () => {
	const { x, y, labels } = drawClusters({ classes: 4, size: 402, spread: 0.05 }, openStream(1, 'data'));
	const counts = [0, 0, 0, 0];
	for (const [n, [x1 = 0, x2 = 0]] of toRows(x).entries()) {
		const label = labels[n] as number;
		counts[label] = (counts[label] as number) + 1;
		const angle = (Math.PI * label) / 2;
		expect(Math.hypot(x1 - 0.75 * Math.cos(angle), x2 - 0.75 * Math.sin(angle))).toBeLessThan(0.25);
		expect(Array.from(rowOf(y, n))).toEqual([0, 1, 2, 3].map((k) => (k === label ? 1 : 0)));
	}
	expect(counts).toEqual([101, 101, 100, 100]);
	expect(labels.slice(0, 8)).not.toEqual([0, 1, 2, 3, 0, 1, 2, 3]);
	const again = drawClusters({ classes: 4, size: 402, spread: 0.05 }, openStream(1, 'data'));
	expect(again.x).toEqual(x);
});

it('drawClusters() refuses counts and spreads out of range', () => {
	const draw = (classes: number, size: number, spread: number) => () =>
		drawClusters({ classes, size, spread }, openStream(1, 'data'));
	expect(draw(0, 5, 0)).toThrow(/classes/);
	expect(draw(2, 0.5, 0)).toThrow(/size/);
	expect(draw(2, 5, -1)).toThrow(/spread/);
});
