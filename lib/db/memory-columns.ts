import type { CardMemory, Due, Phase } from '@/lib/srs/card-memory';

/** A card's memory as the columns of its row, and, with a prefix, of the log. */
export interface MemoryColumns {
	phase: string;
	stability: number | null;
	difficulty: number | null;
	step: number;
	duePosition: number | null;
	dueAt: Date | null;
	dueDay: number | null;
	intervalDays: number;
	lastReviewAt: Date | null;
	lastReviewDay: number | null;
	reps: number;
	lapses: number;
	suspended: boolean;
	buriedUntilDay: number | null;
	flag: number;
	leech: boolean;
}

type Prefixed<P extends string> = { [K in keyof MemoryColumns as `${P}${Capitalize<K>}`]: MemoryColumns[K] };
export type BeforeColumns = Prefixed<'before'>;
export type AfterColumns = Prefixed<'after'>;

const PHASES: readonly Phase[] = ['new', 'learning', 'review', 'relearning'];
const NAMES = [
	'phase',
	'stability',
	'difficulty',
	'step',
	'duePosition',
	'dueAt',
	'dueDay',
	'intervalDays',
	'lastReviewAt',
	'lastReviewDay',
	'reps',
	'lapses',
	'suspended',
	'buriedUntilDay',
	'flag',
	'leech',
] as const satisfies readonly (keyof MemoryColumns)[];

/** The columns that hold `memory`. */
export function memoryColumns(memory: CardMemory): MemoryColumns {
	const { due, lastReviewAtMs, ...same } = memory;
	return {
		...same,
		duePosition: due.kind === 'position' ? due.position : null,
		dueAt: due.kind === 'instant' ? new Date(due.atMs) : null,
		dueDay: due.kind === 'day' ? due.day : null,
		lastReviewAt: lastReviewAtMs === null ? null : new Date(lastReviewAtMs),
	};
}

function dueOf(row: MemoryColumns): Due {
	if (row.dueAt !== null) return { kind: 'instant', atMs: row.dueAt.getTime() };
	if (row.dueDay !== null) return { kind: 'day', day: row.dueDay };
	if (row.duePosition !== null) return { kind: 'position', position: row.duePosition };
	throw new RangeError('cannot read a card’s memory: one of dueAt, dueDay and duePosition must be set, none is');
}

/** The memory that `row` holds. Throws RangeError when the row is not one that `memoryColumns` could have written. */
export function memoryOf(row: MemoryColumns): CardMemory {
	const phase = PHASES.find((p) => p === row.phase);
	if (!phase)
		throw new RangeError(`cannot read a card’s memory: phase is ${row.phase}; ${PHASES.join(', ')} are allowed`);
	return {
		phase,
		stability: row.stability,
		difficulty: row.difficulty,
		step: row.step,
		due: dueOf(row),
		intervalDays: row.intervalDays,
		lastReviewAtMs: row.lastReviewAt?.getTime() ?? null,
		lastReviewDay: row.lastReviewDay,
		reps: row.reps,
		lapses: row.lapses,
		suspended: row.suspended,
		buriedUntilDay: row.buriedUntilDay,
		flag: row.flag,
		leech: row.leech,
	};
}

const prefixed = (prefix: string) =>
	NAMES.map((name) => [name, `${prefix}${name[0]?.toUpperCase()}${name.slice(1)}`] as const);
const PREFIXED = { before: prefixed('before'), after: prefixed('after') };

/** The log's columns for `memory`, named `before…` or `after…`. */
export function prefixedColumns<P extends 'before' | 'after'>(prefix: P, memory: CardMemory): Prefixed<P> {
	const columns = memoryColumns(memory);
	const row: Record<string, unknown> = {};
	for (const [name, prefixedName] of PREFIXED[prefix]) row[prefixedName] = columns[name];
	return row as Prefixed<P>;
}

/** The memory in a log row's `before…` or `after…` columns. */
export function prefixedMemory<P extends 'before' | 'after'>(prefix: P, row: Prefixed<P>): CardMemory {
	const values = row as Record<string, unknown>;
	const columns: Record<string, unknown> = {};
	for (const [name, prefixedName] of PREFIXED[prefix]) columns[name] = values[prefixedName];
	return memoryOf(columns as unknown as MemoryColumns);
}
