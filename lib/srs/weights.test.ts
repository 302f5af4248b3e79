import { CLAMP_PARAMETERS, default_w, migrateParameters } from 'ts-fsrs';
import { describe, expect, it, vi } from 'vitest';
import { vectorsOf } from './reference-vectors';
import { migrateWeights, WEIGHT_RANGES } from './weights';

const [migration] = vectorsOf('migrate');
const W17 = migration?.w as number[];
const W19 = vectorsOf('review_at_due').find((vector) => vector.id === 'lt19-1')?.w as number[];

describe('migrateWeights()', () => {
	it('makes 21 weights of 17 as fsrs-rs does (migrate-17)', () => {
		const expected = migration?.expected.w21 ?? [];
		const got = migrateWeights({ model: 'fsrs-4.5', values: W17 });
		expect(got).toHaveLength(21);
		for (const [index, value] of got.entries()) expect(Math.abs(value - (expected[index] ?? NaN))).toBeLessThan(1e-6);
	});

	it('agrees with the migration of ts-fsrs for 17 and 19', () => {
		const debug = vi.spyOn(console, 'debug').mockImplementation(() => {});
		expect(migrateWeights({ model: 'fsrs-4.5', values: W17 })).toEqual(migrateParameters(W17));
		expect(migrateWeights({ model: 'fsrs-5', values: W19 })).toEqual(migrateParameters(W19));
		debug.mockRestore();
	});

	it('leaves 21 weights as they are', () => {
		expect(migrateWeights({ model: 'fsrs-6', values: [...default_w] })).toEqual(default_w);
	});

	it('says which length a model wants', () => {
		expect(() => migrateWeights({ model: 'fsrs-6', values: W19 })).toThrow(
			new RangeError('The weights of fsrs-6 must be 21 numbers, not 19.'),
		);
		expect(() => migrateWeights({ model: 'fsrs-4.5', values: [] })).toThrow(/must be 17 numbers, not 0/);
	});

	it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 10.5])(
		'refuses %s as a difficulty and names weight and range',
		(bad) => {
			const values = default_w.map((value, index) => (index === 4 ? bad : value));
			expect(() => migrateWeights({ model: 'fsrs-6', values })).toThrow(
				new RangeError(`Weight 4 of fsrs-6 must be from 1 to 10, not ${bad}.`),
			);
		},
	);
});

describe('WEIGHT_RANGES', () => {
	it('are those that ts-fsrs clips to', () => {
		expect(WEIGHT_RANGES).toEqual(CLAMP_PARAMETERS(2, false));
	});
});
