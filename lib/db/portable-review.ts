import type { PortableReview } from '@/lib/exchange/portable';
import { GRADES } from '@/lib/srs/grade';
import type { ReviewAction, ReviewKind, ReviewOrigin } from '@/lib/srs/review';
import { rawMemoryAt, rawMemoryNames } from './raw-memory';

const KINDS: ReadonlySet<unknown> = new Set<ReviewKind>([
	'learn',
	'review',
	'relearn',
	'filtered',
	'manual',
	'rescheduled',
]);
const PLAIN_ACTIONS = ['suspend', 'unsuspend', 'bury', 'unbury', 'reset'] as const;

const OWN = [
	...['key', 'cardId', 'action', 'grade', 'argument', 'kind', 'at', 'studyDay', 'zoneOffsetMinutes'],
	...['durationMs', 'optionsId', 'originProgram', 'originId', 'originRest'],
];

/** The columns of the log that travel, in the order that `portableReview` takes them in: rows of names for all would be slow. */
export const PORTABLE_COLUMNS: readonly string[] = [...OWN, ...rawMemoryNames('before'), ...rawMemoryNames('after')];

const BEFORE = OWN.length;
const AFTER = BEFORE + rawMemoryNames('before').length;

/** A row of the log as it travels. Throws RangeError when the row is not one we write. */
export function portableReview(row: readonly (string | number | null)[]): PortableReview {
	const [key, cardId, action, grade, argument, kind, at, studyDay, zone, duration, optionsId, program, originId, rest] =
		row;
	return {
		id: key as string,
		cardId: cardId as string,
		action: actionOf(key, action, grade, argument),
		kind: kindOf(key, kind),
		atMs: at as number,
		studyDay: studyDay as number,
		zoneOffsetMinutes: zone as number,
		durationMs: duration as number,
		before: rawMemoryAt(row, BEFORE),
		after: rawMemoryAt(row, AFTER),
		optionsId: optionsId as string,
		origin: originOf(program, originId, rest),
	};
}

/** What kind of learning a row says it was. Throws RangeError when the row is not one we write. */
export function kindOf(key: unknown, kind: unknown): ReviewKind {
	if (KINDS.has(kind)) return kind as ReviewKind;
	throw new RangeError(`cannot read log row ${key}: its kind is ${kind}`);
}

/** Which program made a row, from its columns; null for one of ours. */
export function originOf(program: unknown, id: unknown, rest: unknown): ReviewOrigin | null {
	return program === 'anki' ? { program, foreignId: id as number, rest: String(rest ?? '') } : null;
}

/** What a row says was done, from its columns. Throws RangeError when the row is not one we write. */
export function actionOf(key: unknown, action: unknown, graded: unknown, argument: unknown): ReviewAction {
	const grade = GRADES.find((each) => each === graded);
	const plain = PLAIN_ACTIONS.find((each) => each === action);
	if (action === 'answer' && grade) return { type: 'answer', grade };
	if (action === 'flag' && typeof argument === 'number') return { type: 'flag', flag: argument };
	if (action === 'set-due' && typeof argument === 'number') return { type: 'set-due', day: argument };
	if (plain) return { type: plain };
	throw new RangeError(`cannot read log row ${key}: action ${action} with grade ${graded} is none that is written`);
}
