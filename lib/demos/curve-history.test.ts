import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCurveHistory } from './curve-history';

describe('createCurveHistory()', () => {
	it('keeps everything while there is room', () => {
		const history = createCurveHistory(2, 8);
		history.push(0, 1, 10);
		history.push(1, 0.5, 5);
		expect(history.points()).toEqual({
			epochs: [0, 1],
			values: [
				[1, 0.5],
				[10, 5],
			],
		});
	});

	it('gives copies that a later push does not change', () => {
		const history = createCurveHistory(1);
		history.push(0, 1);
		const before = history.points();
		history.push(1, 2);
		expect(before.epochs).toEqual([0]);
	});

	it('stays within its capacity, evenly spread, with the first and the last epoch', () => {
		fc.assert(
			fc.property(fc.integer({ min: 4, max: 50 }), fc.integer({ min: 1, max: 2000 }), (capacity, count) => {
				const history = createCurveHistory(1, capacity);
				for (let epoch = 0; epoch < count; epoch++) history.push(epoch, epoch * 2);
				const { epochs, values } = history.points();
				expect(epochs.length).toBeLessThanOrEqual(capacity + 1);
				expect(epochs[0]).toBe(0);
				expect(epochs.at(-1)).toBe(count - 1);
				expect(values[0]).toEqual(epochs.map((epoch) => epoch * 2));
				const gaps = epochs.slice(1, -1).map((epoch, k) => epoch - (epochs[k] ?? 0));
				expect(new Set(gaps).size).toBeLessThanOrEqual(1);
			}),
		);
	});

	it('keeps at least half of what it may', () => {
		const history = createCurveHistory(1, 100);
		for (let epoch = 0; epoch < 1000; epoch++) history.push(epoch, 0);
		expect(history.points().epochs.length).toBeGreaterThanOrEqual(50);
	});
});
