import { answerCard } from '@/lib/srs/answer';
import { applyAction } from '@/lib/srs/card-action';
import type { CardMemory } from '@/lib/srs/card-memory';
import type { Grade } from '@/lib/srs/grade';
import type { ReviewAction, ReviewKind } from '@/lib/srs/review';
import { findMemory, type StoredMemory, swapMemory } from './card-memory-store';
import { type Db, transaction } from './client';
import { type NamedOptions, readOptionsInForce } from './deck-settings';
import { type Learner, learnerMoment, readLearner } from './learner';
import { appendReview, findReview } from './review-log';

/** An answer as the page sends it. */
export interface SentAnswer {
	key: string;
	cardId: string;
	/** The version and the study day of the card as it was shown. */
	version: number;
	studyDay: number;
	grade: Grade;
	/** The study days that the pressed button promised. */
	intervalDays: number;
	atMs: number;
	durationMs: number;
}

/** An act on a card other than an answer. */
export interface SentAction {
	key: string;
	cardId: string;
	version: number;
	action: Exclude<ReviewAction, { type: 'answer' }>;
	atMs: number;
}

/** What became of it: done now, done before under the same key, or refused with nothing changed. */
export type Recorded =
	| { status: 'applied' | 'duplicate'; version: number; becameLeech: boolean }
	| { status: 'stale'; reason: string }
	| { status: 'missing'; reason: string };

type Next = { ok: true; kind: ReviewKind; after: CardMemory } | { ok: false; reason: string };

/** Records an answer, exactly once whatever is sent how often; durable when this resolves. */
export function recordAnswer(sent: SentAnswer, receivedAtMs: number): Promise<Recorded> {
	const action: ReviewAction = { type: 'answer', grade: sent.grade };
	return record({ ...sent, action }, receivedAtMs, (stored, deck, moment) => {
		if (moment.day !== sent.studyDay) {
			return {
				ok: false,
				reason: `a new study day has begun since the card was shown (${sent.studyDay}, now ${moment.day})`,
			};
		}
		const answered = answerCard({
			cardId: sent.cardId,
			memory: stored.memory,
			options: deck.options,
			moment,
			grade: sent.grade,
			promisedIntervalDays: sent.intervalDays,
		});
		if (answered.ok) return answered;
		return {
			ok: false,
			reason: `the button’s interval of ${sent.intervalDays} days is not one this card can be given now`,
		};
	});
}

/** Records a suspension, burial, flag, due day or reset, exactly once; durable when this resolves. */
export function recordAction(sent: SentAction, receivedAtMs: number): Promise<Recorded> {
	return record({ ...sent, durationMs: 0 }, receivedAtMs, (stored, _deck, moment) => ({
		ok: true,
		kind: 'manual',
		after: applyAction(stored.memory, sent.action, moment),
	}));
}

interface Sent {
	key: string;
	cardId: string;
	version: number;
	action: ReviewAction;
	atMs: number;
	durationMs: number;
}

function record(
	sent: Sent,
	receivedAtMs: number,
	next: (stored: StoredMemory, deck: NamedOptions, moment: ReturnType<typeof learnerMoment>) => Next,
): Promise<Recorded> {
	return transaction(async (db) => {
		const earlier = await earlierResult(db, sent);
		if (earlier) return earlier;
		const learner = await readLearner(db);
		const stored = await findMemory(db, learner.id, sent.cardId);
		if (!stored) return { status: 'missing', reason: `there is no card ${sent.cardId}` };
		const refused = refusal(stored, sent);
		if (refused) return { status: 'stale', reason: refused };
		const deck = await readOptionsInForce(db, learner.id, stored.deckId);

		const atMs = Math.min(sent.atMs, receivedAtMs);
		const moment = learnerMoment(learner, atMs);
		const result = next(stored, deck, moment);
		if (!result.ok) return { status: 'stale', reason: result.reason };
		await write(db, { sent, receivedAtMs, atMs, learner, stored, deck, moment, result });
		return {
			status: 'applied',
			version: stored.version + 1,
			becameLeech: result.after.leech && !stored.memory.leech,
		};
	});
}

async function earlierResult(db: Db, sent: Sent): Promise<Recorded | null> {
	const earlier = await findReview(db, sent.key);
	if (!earlier) return null;
	const same = earlier.cardId === sent.cardId && JSON.stringify(earlier.action) === JSON.stringify(sent.action);
	if (!same) return { status: 'stale', reason: `the key ${sent.key} was used for another action; nothing was changed` };
	return { status: 'duplicate', version: earlier.version, becameLeech: earlier.after.leech && !earlier.before.leech };
}

function refusal(stored: StoredMemory, sent: Sent): string | null {
	if (stored.version !== sent.version) return 'the card was answered or changed elsewhere since it was shown';
	if (stored.resting) return 'the card has left its deck and rests';
	if (stored.memory.suspended && sent.action.type === 'answer') return 'the card is suspended';
	return null;
}

interface Written {
	sent: Sent;
	receivedAtMs: number;
	atMs: number;
	learner: Learner;
	stored: StoredMemory;
	deck: NamedOptions;
	moment: ReturnType<typeof learnerMoment>;
	result: Next & { ok: true };
}

async function write(db: Db, w: Written): Promise<void> {
	const { sent, stored, result } = w;
	const swapped = await swapMemory(
		db,
		{ learnerId: w.learner.id, cardId: sent.cardId, version: sent.version },
		result.after,
	);
	if (!swapped) throw new Error(`the memory of ${sent.cardId} changed within the transaction that read it`);
	await appendReview(db, {
		id: sent.key,
		learnerId: w.learner.id,
		cardId: sent.cardId,
		noteId: stored.noteId,
		deckId: stored.deckId,
		action: sent.action,
		kind: result.kind,
		atMs: w.atMs,
		receivedAtMs: w.receivedAtMs,
		studyDay: w.moment.day,
		zoneOffsetMinutes: w.moment.zoneOffsetMinutes,
		durationMs: sent.durationMs,
		before: stored.memory,
		after: result.after,
		optionsId: w.deck.optionsId,
		version: stored.version + 1,
		batch: null,
	});
}
