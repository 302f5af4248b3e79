import type { CardMemory } from './card-memory';
import type { Grade } from './grade';

/** What kind of learning an answer was; filtered, manual and rescheduled rows never feed the optimiser. */
export type ReviewKind = 'learn' | 'review' | 'relearn' | 'filtered' | 'manual' | 'rescheduled';

/** What the learner did: an answer, or an act on the card that is undone the same way. */
export type ReviewAction =
	| { type: 'answer'; grade: Grade }
	| { type: 'suspend' }
	| { type: 'unsuspend' }
	| { type: 'bury' }
	| { type: 'unbury' }
	| { type: 'flag'; flag: number }
	| { type: 'set-due'; day: number }
	| { type: 'reset' };

/** Which program made a row of the log, and its id there. */
export interface ReviewOrigin {
	program: 'anki';
	foreignId: number;
	/** What that program recorded and ours has no place for, as JSON. */
	rest: string;
}

/** One row of the append-only log. */
export interface Review {
	/** The idempotency key, chosen by the page that sent the action. */
	id: string;
	cardId: string;
	action: ReviewAction;
	kind: ReviewKind;
	/** When the learner acted. */
	atMs: number;
	/** Study-day index of `atMs` in the learner's zone at that time. */
	studyDay: number;
	/** Minutes east of UTC in force at `atMs`. */
	zoneOffsetMinutes: number;
	/** Time on the card; capped for statistics, never for the record. */
	durationMs: number;
	before: CardMemory;
	after: CardMemory;
	/** The set of deck options (with its weights) in force. */
	optionsId: string;
	/** Missing or null for a row made here. A row from elsewhere is taken as recorded. */
	origin?: ReviewOrigin | null;
}
