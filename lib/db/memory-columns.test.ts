import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CardMemory, Due } from '@/lib/srs/card-memory';
import { memoryColumns, memoryOf, prefixedColumns, prefixedMemory } from './memory-columns';

const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });
const due: fc.Arbitrary<Due> = fc.oneof(
	fc.record({ kind: fc.constant('position' as const), position: fc.nat() }),
	fc.record({ kind: fc.constant('instant' as const), atMs: instant }),
	fc.record({ kind: fc.constant('day' as const), day: fc.integer() }),
);
const memory: fc.Arbitrary<CardMemory> = fc.record({
	phase: fc.constantFrom('new', 'learning', 'review', 'relearning'),
	stability: fc.option(fc.double({ noNaN: true })),
	difficulty: fc.option(fc.double({ noNaN: true })),
	step: fc.nat(),
	due,
	intervalDays: fc.nat(),
	lastReviewAtMs: fc.option(instant),
	lastReviewDay: fc.option(fc.integer()),
	reps: fc.nat(),
	lapses: fc.nat(),
	suspended: fc.boolean(),
	buriedUntilDay: fc.option(fc.integer()),
	flag: fc.nat(7),
	leech: fc.boolean(),
});

it('memoryOf() gives back every memory that memoryColumns() wrote', () => {
	fc.assert(
		fc.property(memory, (m) => {
			expect(memoryOf(memoryColumns(m))).toEqual(m);
		}),
	);
});

it('prefixedMemory() gives back every memory that prefixedColumns() wrote', () => {
	fc.assert(
		fc.property(memory, (m) => {
			expect(prefixedMemory('before', prefixedColumns('before', m))).toEqual(m);
		}),
	);
});

it('memoryOf() refuses a phase that nothing writes', () => {
	const row = memoryColumns({ ...fc.sample(memory, 1)[0], phase: 'new' } as CardMemory);
	expect(() => memoryOf({ ...row, phase: 'asleep' })).toThrow(/phase is asleep/);
	expect(() => memoryOf({ ...row, duePosition: null, dueAt: null, dueDay: null })).toThrow(/none is/);
});
