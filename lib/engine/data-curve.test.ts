import { expect, it } from 'vitest';
import { drawLine, drawSine } from './data-curve';
import { openStream } from './random-stream';

it('drawLine() and drawSine() lie on their curves without noise, and about them with it', () => {
	const line = drawLine({ size: 50, slope: 2, intercept: -1 }, openStream(1, 'data'));
	const sine = drawSine({ size: 50 }, openStream(1, 'data'));
	for (const [n, x] of line.x.data.entries()) {
		expect(Math.abs(x)).toBeLessThanOrEqual(1);
		expect(line.y.data[n]).toBe(2 * x - 1);
		expect(sine.y.data[n]).toBeCloseTo(Math.sin(Math.PI * x), 14);
	}
	const noisy = drawSine({ size: 2000, noise: 0.2 }, openStream(1, 'data'));
	const squares = noisy.y.data.map((y, n) => (y - Math.sin(Math.PI * (noisy.x.data[n] as number))) ** 2);
	expect(Math.abs(Math.sqrt(squares.reduce((sum, v) => sum + v, 0) / 2000) - 0.2)).toBeLessThan(0.015);
	expect(() => drawSine({ size: 0 }, openStream(1, 'data'))).toThrow(/size/);
	expect(() => drawLine({ size: 1, noise: -1 }, openStream(1, 'data'))).toThrow(/noise/);
});
