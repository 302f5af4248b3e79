import type { CardMemory, Due, Phase } from '@/lib/srs/card-memory';

/** A row as SQLite holds it: instants in milliseconds, truth as 0 or 1. */
export type RawRow = Record<string, string | number | null>;

const PHASES: ReadonlySet<string> = new Set<Phase>(['new', 'learning', 'review', 'relearning']);

const namesFor = (prefix: string) => {
	const named = (name: string) => (prefix === '' ? name : `${prefix}${name[0]?.toUpperCase()}${name.slice(1)}`);
	return {
		phase: named('phase'),
		stability: named('stability'),
		difficulty: named('difficulty'),
		step: named('step'),
		duePosition: named('duePosition'),
		dueAt: named('dueAt'),
		dueDay: named('dueDay'),
		intervalDays: named('intervalDays'),
		lastReviewAt: named('lastReviewAt'),
		lastReviewDay: named('lastReviewDay'),
		reps: named('reps'),
		lapses: named('lapses'),
		suspended: named('suspended'),
		buriedUntilDay: named('buriedUntilDay'),
		flag: named('flag'),
		leech: named('leech'),
	};
};

const NAMES = { '': namesFor(''), before: namesFor('before'), after: namesFor('after') };

/** The columns of a memory, in the order of `rawMemoryValues`, with their prefix. */
export function rawMemoryNames(prefix: '' | 'before' | 'after'): string[] {
	return Object.values(NAMES[prefix]);
}

/** A memory as the values of those columns. */
export function rawMemoryValues(memory: CardMemory): (string | number | null)[] {
	const { due } = memory;
	return [
		memory.phase,
		memory.stability,
		memory.difficulty,
		memory.step,
		due.kind === 'position' ? due.position : null,
		due.kind === 'instant' ? due.atMs : null,
		due.kind === 'day' ? due.day : null,
		memory.intervalDays,
		memory.lastReviewAtMs,
		memory.lastReviewDay,
		memory.reps,
		memory.lapses,
		memory.suspended ? 1 : 0,
		memory.buriedUntilDay,
		memory.flag,
		memory.leech ? 1 : 0,
	];
}

/** The memory in the columns with that prefix. Throws RangeError when no one could have written them. */
export function rawMemoryOf(row: RawRow, prefix: '' | 'before' | 'after'): CardMemory {
	const names = NAMES[prefix];
	const phase = row[names.phase];
	if (typeof phase !== 'string' || !PHASES.has(phase)) {
		throw new RangeError(`cannot read a card’s memory: phase is ${phase}; ${[...PHASES].join(', ')} are allowed`);
	}
	const number = (name: string) => row[name] as number;
	const optional = (name: string) => row[name] as number | null;
	return {
		phase: phase as Phase,
		stability: optional(names.stability),
		difficulty: optional(names.difficulty),
		step: number(names.step),
		due: dueOf(row, names),
		intervalDays: number(names.intervalDays),
		lastReviewAtMs: optional(names.lastReviewAt),
		lastReviewDay: optional(names.lastReviewDay),
		reps: number(names.reps),
		lapses: number(names.lapses),
		suspended: row[names.suspended] === 1,
		buriedUntilDay: optional(names.buriedUntilDay),
		flag: number(names.flag),
		leech: row[names.leech] === 1,
	};
}

/** The memory in values that stand as `rawMemoryNames` has them, from index `at` on. Throws RangeError when no one could have written them. */
export function rawMemoryAt(values: readonly (string | number | null)[], at: number): CardMemory {
	const phase = values[at];
	if (typeof phase !== 'string' || !PHASES.has(phase)) {
		throw new RangeError(`cannot read a card’s memory: phase is ${phase}; ${[...PHASES].join(', ')} are allowed`);
	}
	const [duePosition, dueAt, dueDay] = [values[at + 4], values[at + 5], values[at + 6]];
	return {
		phase: phase as Phase,
		stability: values[at + 1] as number | null,
		difficulty: values[at + 2] as number | null,
		step: values[at + 3] as number,
		due: dueFrom(duePosition, dueAt, dueDay),
		intervalDays: values[at + 7] as number,
		lastReviewAtMs: values[at + 8] as number | null,
		lastReviewDay: values[at + 9] as number | null,
		reps: values[at + 10] as number,
		lapses: values[at + 11] as number,
		suspended: values[at + 12] === 1,
		buriedUntilDay: values[at + 13] as number | null,
		flag: values[at + 14] as number,
		leech: values[at + 15] === 1,
	};
}

function dueOf(row: RawRow, names: (typeof NAMES)['']): Due {
	return dueFrom(row[names.duePosition], row[names.dueAt], row[names.dueDay]);
}

type Cell = string | number | null | undefined;

/** When a card is due, from the three columns that may say so. Throws RangeError when none does. */
export function dueFrom(position: Cell, at: Cell, day: Cell): Due {
	if (typeof at === 'number') return { kind: 'instant', atMs: at };
	if (typeof day === 'number') return { kind: 'day', day };
	if (typeof position === 'number') return { kind: 'position', position };
	throw new RangeError('cannot read a card’s memory: one of dueAt, dueDay and duePosition must be set, none is');
}
