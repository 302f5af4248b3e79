import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backwardFields } from './backward-equations/params';
import { defaultParams, type Fields } from './field';
import { formatQuery } from './format-query';
import { neuronFields } from './neuron/params';
import { parseQuery } from './parse-query';
import { vanishingFields } from './vanishing-exploding-gradients/params';

const tables: Fields[] = [neuronFields, backwardFields, vanishingFields];

describe('parseQuery()', () => {
	it('reads the links of the cards without a problem', () => {
		expect(parseQuery(neuronFields, 'x=1,-2&w=0.5,0.5&b=0.25&activation=sigmoid')).toEqual({
			params: { x: [1, -2], w: [0.5, 0.5], b: 0.25, activation: 'sigmoid', flip: '2' },
			problems: [],
		});
		expect(parseQuery(vanishingFields, 'depth=12&activation=relu').params).toMatchObject({
			depth: 12,
			activation: 'relu',
		});
		expect(parseQuery(backwardFields, 'seed=7&activation=tanh').params).toMatchObject({ seed: 7, activation: 'tanh' });
	});

	it('names a number out of range, its range and the default that is used', () => {
		const { params, problems } = parseQuery(vanishingFields, 'depth=900');
		expect(problems).toEqual(['depth=900 is not allowed (whole, 2 to 30); 10 is used']);
		expect(params.depth).toBe(10);
	});

	it.each(['', ' ', 'NaN', 'Infinity', '1e999', '0x10', '10.5', '10px', '1,2', '１２'])('refuses depth=%j', (text) => {
		const { params, problems } = parseQuery(vanishingFields, new URLSearchParams({ depth: text }));
		expect(problems).toHaveLength(1);
		expect(params).toEqual(defaultParams(vanishingFields));
	});

	it.each(['1', '1,2,3', '1,', 'a,b', '5,0', ','])('refuses the vector x=%s', (text) => {
		const { params, problems } = parseQuery(neuronFields, `x=${text}`);
		expect(problems).toHaveLength(1);
		expect(params.x).toEqual([1, -2]);
	});

	it('names a key that is no setting, and one given twice', () => {
		expect(parseQuery(backwardFields, 'colour=red').problems).toEqual([
			'colour is not a setting of this demo (activation, weight, seed); it is left out',
		]);
		const twice = parseQuery(backwardFields, 'seed=3&seed=4');
		expect(twice.problems).toEqual(['seed is given more than once; the first is used']);
		expect(twice.params.seed).toBe(3);
	});

	it('takes v=1 and embed as its own, and names a version it does not know', () => {
		expect(parseQuery(backwardFields, 'v=1&embed=1').problems).toEqual([]);
		expect(parseQuery(backwardFields, 'v=2').problems).toHaveLength(1);
	});

	it('is not led to names of Object.prototype', () => {
		expect(parseQuery(neuronFields, '__proto__=1&constructor=2&toString=3').problems).toHaveLength(3);
	});

	it('gives parameters within limits for any text at all', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...tables),
				fc.dictionary(fc.string(), fc.string()),
				fc.string(),
				(fields, extra, text) => {
					const keys = Object.keys(fields);
					const query = new URLSearchParams({ ...extra, ...Object.fromEntries(keys.map((key) => [key, text])) });
					const { params } = parseQuery(fields, query);
					expect(parseQuery(fields, formatQuery(fields, params)).problems).toEqual([]);
				},
			),
		);
	});
});

describe('formatQuery()', () => {
	it('leaves defaults out', () => {
		expect(formatQuery(vanishingFields, defaultParams(vanishingFields))).toBe('');
		expect(formatQuery(vanishingFields, { ...defaultParams(vanishingFields), depth: 20, activation: 'relu' })).toBe(
			'depth=20&activation=relu',
		);
	});

	it('is read back by parseQuery() as the same parameters', () => {
		const number = fc.integer({ min: -80, max: 80 }).map((k) => k / 20);
		const params = fc.record({
			x: fc.tuple(number, number),
			w: fc.tuple(number, number),
			b: number,
			activation: fc.constantFrom('sigmoid' as const, 'tanh' as const, 'relu' as const, 'identity' as const),
			flip: fc.constantFrom('1' as const, '2' as const),
		});
		fc.assert(
			fc.property(params, (given) => {
				const read = parseQuery(neuronFields, formatQuery(neuronFields, given));
				expect(read.problems).toEqual([]);
				// -0 and 0 are one number in a URL.
				expect(JSON.stringify(read.params)).toBe(JSON.stringify(given));
			}),
		);
	});
});
