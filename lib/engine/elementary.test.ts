import { describe, expect, it } from 'vitest';
import { exp, expm1, log, log1p, tanh } from './elementary';

// Right-hand sides: mpmath at 40 digits, rounded to the nearest double.
const golden: Record<string, { f: (x: number) => number; at: [number, number][] }> = {
	exp: {
		f: exp,
		at: [
			[-700.5, 5.980196118639791e-305],
			[-20.25, 1.6052280551856116e-9],
			[-1, 0.36787944117144233],
			[-0.3, 0.7408182206817179],
			[1e-10, 1.0000000001],
			[0.5, 1.6487212707001282],
			[1, Math.E],
			[3.75, 42.52108200006278],
			[100.1, 2.9708288895158073e43],
			[709.7, 1.6549840276802644e308],
		],
	},
	expm1: {
		f: expm1,
		at: [
			[-30.5, -0.9999999999999433],
			[-1, -0.6321205588285577],
			[-0.2, -0.18126924692201815],
			[-1e-9, -9.999999995e-10],
			[1e-9, 1.0000000005000001e-9],
			[0.3, 0.3498588075760031],
			[0.4, 0.49182469764127035],
			[5.5, 243.69193226422038],
			[39.9, 212985397088514240],
		],
	},
	tanh: {
		f: tanh,
		at: [
			[1e-9, 1e-9],
			[0.1, 0.09966799462495582],
			[0.25, 0.24491866240370913],
			[0.5, 0.46211715726000974],
			[-1, -0.7615941559557649],
			[2.5, 0.9866142981514303],
			[8, 0.9999997749296758],
			[19.5, 1],
		],
	},
	log: {
		f: log,
		at: [
			[1e-310, -713.8013788281542],
			[1e-20, -46.051701859880914],
			[0.3, -1.2039728043259361],
			[0.9999, -0.00010000500033334732],
			[1.0001, 0.00009999500033329732],
			[1.5, 0.4054651081081644],
			[2, Math.LN2],
			[10, Math.LN10],
			[1e300, 690.7755278982137],
		],
	},
	log1p: {
		f: log1p,
		at: [
			[1e-18, 1e-18],
			[1e-9, 9.999999995e-10],
			[0.01, 0.009950330853168083],
			[0.7, 0.5306282510621704],
			[5, 1.791759469228055],
		],
	},
};

/** How many doubles lie between two of the same sign. */
function ulpsBetween(a: number, b: number): number {
	const words = new BigInt64Array(Float64Array.of(Math.abs(a), Math.abs(b)).buffer);
	return Number((words[0] as bigint) - (words[1] as bigint));
}

describe('elementary functions', () => {
	for (const [name, { f, at }] of Object.entries(golden)) {
		it(`${name}() is within 2 units in the last place of the true value`, () => {
			for (const [x, y] of at) {
				expect(Math.sign(f(x))).toBe(Math.sign(y));
				expect(Math.abs(ulpsBetween(f(x), y)), `${name}(${x})`).toBeLessThanOrEqual(2);
			}
		});
	}

	it('agree with the platform within 3 units in the last place over 40,000 points', () => {
		let worst = 0;
		for (let n = 0; n < 10_000; n++) {
			const x = (n - 5000) / 137;
			const y = (n + 1) / 1009;
			worst = Math.max(worst, Math.abs(ulpsBetween(exp(x), Math.exp(x))));
			worst = Math.max(worst, Math.abs(ulpsBetween(expm1(x), Math.expm1(x))));
			worst = Math.max(worst, Math.abs(ulpsBetween(tanh(x / 7), Math.tanh(x / 7))));
			worst = Math.max(worst, Math.abs(ulpsBetween(log(y), Math.log(y))));
		}
		expect(worst).toBeGreaterThan(0);
		expect(worst).toBeLessThanOrEqual(3);
	});

	it('keep the limits: infinities, zeros of either sign and NaN', () => {
		expect([exp(710), exp(-746), exp(Infinity), exp(-Infinity), exp(NaN)]).toEqual([Infinity, 0, Infinity, 0, NaN]);
		expect([expm1(800), expm1(-800), expm1(NaN)]).toEqual([Infinity, -1, NaN]);
		expect([tanh(Infinity), tanh(-Infinity), tanh(0), tanh(-0), tanh(NaN)]).toEqual([1, -1, 0, -0, NaN]);
		expect([log(0), log(-1), log(Infinity), log(NaN), log(1)]).toEqual([-Infinity, NaN, Infinity, NaN, 0]);
		expect([log1p(-1), log1p(Infinity), log1p(0)]).toEqual([-Infinity, Infinity, 0]);
		expect(exp(-745.1)).toBe(5e-324);
	});

	it('tanh() is odd to the bit', () => {
		for (let n = 1; n < 1000; n++) expect(tanh(-n / 61)).toBe(-tanh(n / 61));
	});
});
