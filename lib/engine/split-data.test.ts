import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMatrix } from './matrix';
import { openStream } from './random-stream';
import { splitData } from './split-data';

it('splitData() deals every example to one side, x and y together, the share asked for', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 2, max: 40 }),
			fc.double({ min: 0.05, max: 0.95, noNaN: true }),
			fc.nat(99),
			(N, share, seed) => {
				const x = createMatrix(N, 1);
				x.data.set(x.data.map((_, n) => n));
				const y = createMatrix(N, 1);
				y.data.set(x.data.map((v) => -v));
				const { training, validation } = splitData({ x, y }, share, openStream(seed, 'data'));
				const dealt = [...training.x.data, ...validation.x.data];
				expect(dealt.toSorted((a, b) => a - b)).toEqual([...x.data]);
				expect([...training.y.data, ...validation.y.data]).toEqual(dealt.map((v) => -v));
				expect(validation.x.rows).toBe(Math.min(N - 1, Math.max(1, Math.round(share * N))));
			},
		),
	);
});

it('splitData() refuses shares outside (0, 1) and a single example', () => {
	const examples = { x: createMatrix(4, 1), y: createMatrix(4, 1) };
	for (const share of [0, 1, Number.NaN]) {
		expect(() => splitData(examples, share, openStream(1, 'data'))).toThrow(/share/);
	}
	const one = { x: createMatrix(1, 1), y: createMatrix(1, 1) };
	expect(() => splitData(one, 0.5, openStream(1, 'data'))).toThrow(/at least 2/);
});
