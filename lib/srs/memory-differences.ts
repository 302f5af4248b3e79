import type { CardMemory, Due } from './card-memory';

const FIELDS = [
	'phase',
	'stability',
	'difficulty',
	'step',
	'due',
	'intervalDays',
	'lastReviewAtMs',
	'lastReviewDay',
	'reps',
	'lapses',
	'suspended',
	'buriedUntilDay',
	'flag',
	'leech',
] as const satisfies readonly (keyof CardMemory)[];

/** The last digits of `exp` and `pow` may differ between JavaScript engines; the reference implementations agree to 2e-5. */
const RELATIVE_TOLERANCE = 1e-6;

/** A field in which two memories of a card are not the same. */
export interface MemoryDifference {
	field: keyof CardMemory;
	recorded: unknown;
	replayed: unknown;
}

/** The fields in which a recorded memory differs from a replayed one; numbers of the model may differ by one part in a million. */
export function memoryDifferences(recorded: CardMemory, replayed: CardMemory): MemoryDifference[] {
	return FIELDS.filter((field) => !isSame(field, recorded, replayed)).map((field) => ({
		field,
		recorded: recorded[field],
		replayed: replayed[field],
	}));
}

function isSame(field: keyof CardMemory, a: CardMemory, b: CardMemory): boolean {
	if (field === 'due') return dueText(a.due) === dueText(b.due);
	if (field === 'stability' || field === 'difficulty') return isClose(a[field], b[field]);
	return Object.is(a[field], b[field]);
}

function isClose(a: number | null, b: number | null): boolean {
	if (a === null || b === null) return a === b;
	return Math.abs(a - b) <= RELATIVE_TOLERANCE * Math.max(1, Math.abs(a));
}

function dueText(due: Due): string {
	if (due.kind === 'position') return `position ${due.position}`;
	return due.kind === 'instant' ? `instant ${due.atMs}` : `day ${due.day}`;
}
