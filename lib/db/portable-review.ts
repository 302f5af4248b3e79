import type { PortableReview } from '@/lib/exchange/portable';
import { GRADES } from '@/lib/srs/grade';
import type { ReviewAction, ReviewKind } from '@/lib/srs/review';
import { type RawRow, rawMemoryOf } from './raw-memory';

const KINDS: ReadonlySet<unknown> = new Set<ReviewKind>([
	'learn',
	'review',
	'relearn',
	'filtered',
	'manual',
	'rescheduled',
]);
const PLAIN_ACTIONS = ['suspend', 'unsuspend', 'bury', 'unbury', 'reset'] as const;

/** A row of the log as it travels. Throws RangeError when the row is not one we write. */
export function portableReview(row: RawRow): PortableReview {
	const { kind, optionsId, key, cardId } = row;
	if (!KINDS.has(kind)) throw new RangeError(`cannot read log row ${row['seq']}: its kind is ${kind}`);
	return {
		id: key as string,
		cardId: cardId as string,
		action: actionOf(row),
		kind: kind as ReviewKind,
		atMs: row['at'] as number,
		studyDay: row['studyDay'] as number,
		zoneOffsetMinutes: row['zoneOffsetMinutes'] as number,
		durationMs: row['durationMs'] as number,
		before: rawMemoryOf(row, 'before'),
		after: rawMemoryOf(row, 'after'),
		optionsId: optionsId as string,
		origin:
			row['originProgram'] === 'anki'
				? { program: 'anki', foreignId: row['originId'] as number, rest: String(row['originRest'] ?? '') }
				: null,
	};
}

function actionOf(row: RawRow): ReviewAction {
	const { action, grade: graded, argument } = row;
	const grade = GRADES.find((each) => each === graded);
	const plain = PLAIN_ACTIONS.find((each) => each === action);
	if (action === 'answer' && grade) return { type: 'answer', grade };
	if (action === 'flag' && typeof argument === 'number') return { type: 'flag', flag: argument };
	if (action === 'set-due' && typeof argument === 'number') return { type: 'set-due', day: argument };
	if (plain) return { type: plain };
	throw new RangeError(
		`cannot read log row ${row['seq']}: action ${action} with grade ${graded} is none that is written`,
	);
}
