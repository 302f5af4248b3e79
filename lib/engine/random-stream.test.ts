import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openStream, RandomStream } from './random-stream';

const take = <T>(n: number, draw: () => T) => Array.from({ length: n }, draw);

describe('RandomStream', () => {
	it('bits() follows the published xoshiro128** from the state 1, 2, 3, 4', () => {
		// Printed by a C program of the published algorithm, compiled apart from this code.
		const stream = new RandomStream([1, 2, 3, 4]);
		expect(take(6, () => stream.bits())).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492]);
	});

	it('openStream() seeds as a C program of FNV-1a and SplitMix64 does', () => {
		expect(openStream(1, 'data').state()).toEqual([2918016964, 4161415064, 3155591481, 2231825798]);
		const weights = openStream(-7, 'weights');
		expect(take(4, () => weights.bits())).toEqual([1767502666, 72111195, 2792670045, 1202581961]);
	});

	it('uniform() gives the 53-bit fractions that C computes, all in [0, 1)', () => {
		const stream = openStream(1, 'data');
		expect(take(3, () => stream.uniform())).toEqual([0.8924999143782073, 0.4697693504806928, 0.5694179955930274]);
		const many = take(20_000, () => stream.uniform());
		expect(many.every((u) => u >= 0 && u < 1)).toBe(true);
		expect(many.reduce((sum, u) => sum + u, 0) / many.length).toBeCloseTo(0.5, 2);
	});

	it('normal() has mean 0, variance 1, no skew and the kurtosis of a normal', () => {
		const stream = openStream(3, 'weights');
		const many = take(100_000, () => stream.normal());
		const moment = (p: number) => many.reduce((sum, z) => sum + z ** p, 0) / many.length;
		expect(Math.abs(moment(1))).toBeLessThan(0.02);
		expect(Math.abs(moment(2) - 1)).toBeLessThan(0.03);
		expect(Math.abs(moment(3))).toBeLessThan(0.06);
		expect(Math.abs(moment(4) - 3)).toBeLessThan(0.15);
	});

	it('integer() is even over its range and refuses a bad one', () => {
		const counts = new Array(7).fill(0);
		const stream = openStream(5, 'data');
		for (let n = 0; n < 70_000; n++) counts[stream.integer(7)]++;
		for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
		for (const bad of [0, -1, 1.5, Number.NaN, 2 ** 33]) expect(() => stream.integer(bad)).toThrow(RangeError);
	});

	it('shuffle() makes each of the six orders of three equally often', () => {
		const stream = openStream(8, 'shuffle');
		const counts = new Map<string, number>();
		for (let n = 0; n < 12_000; n++) {
			const three = ['a', 'b', 'c'];
			stream.shuffle(three);
			counts.set(three.join(''), (counts.get(three.join('')) ?? 0) + 1);
		}
		expect(counts.size).toBe(6);
		for (const count of counts.values()) expect(Math.abs(count - 2000)).toBeLessThan(250);
	});

	it('streams of one seed with different names, or of one name with different seeds, do not meet', () => {
		const names = ['data', 'weights', 'shuffle', 'dropout'];
		const firsts = [0, 1, 2, 3].flatMap((seed) => names.map((name) => openStream(seed, name).bits()));
		expect(new Set(firsts).size).toBe(16);
	});

	it('restore() continues exactly from a snapshot, whatever was drawn', () => {
		fc.assert(
			fc.property(fc.maxSafeInteger(), fc.nat(50), (seed, skipped) => {
				const stream = openStream(seed, 'data');
				for (let n = 0; n < skipped; n++) stream.normal();
				const snapshot = stream.state();
				const draws = take(5, () => [stream.normal(), stream.uniform(), stream.integer(10)]);
				stream.restore(snapshot);
				expect(take(5, () => [stream.normal(), stream.uniform(), stream.integer(10)])).toEqual(draws);
			}),
		);
	});

	it('refuses a seed that is no safe integer and a state of zeros', () => {
		for (const seed of [0.5, Number.NaN, 2 ** 53]) expect(() => openStream(seed, 'data')).toThrow(/safe integer/);
		expect(() => new RandomStream([0, 0, 0, 0])).toThrow(RangeError);
	});
});
