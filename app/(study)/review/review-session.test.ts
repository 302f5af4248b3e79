import { describe, expect, it } from 'vitest';
import { action, answer, card, queue, saved, undo, undone } from './review-fixtures';
import { beginSession, type ReviewEvent, type ReviewSession, reviewSession } from './review-session';

const a = card('a');
const b = card('b');
const c = card('c');
const follow = (state: ReviewSession, ...events: ReviewEvent[]) => events.reduce(reviewSession, state);
const ids = (state: ReviewSession) => [state.current?.cardId ?? null, ...state.queue.cards.map((one) => one.cardId)];
const start = () => beginSession(queue([a, b, c]), []);
const SHOW: ReviewEvent = { type: 'show' };
const ASKED: ReviewEvent = { type: 'asked' };

describe('reviewSession()', () => {
	it('puts the first card on the page with its answer hidden', () => {
		expect(ids(start())).toEqual(['a', 'b', 'c']);
		expect(start()).toMatchObject({ shown: false, resting: false });
	});

	it('shows the next card the moment an answer is given, before it is acknowledged', () => {
		const state = follow(start(), SHOW, { type: 'acted', op: answer(a) });
		expect(ids(state)).toEqual(['b', 'c']);
		expect(state).toMatchObject({ shown: false, said: 'Good, 3d.', fresh: false });
		expect(state.queue.counts.review).toBe(2);
		expect(state.queue.undoable?.label).toBe('Good on “a”');
	});

	it('never swaps the card under the learner’s eyes when the queue is told anew', () => {
		const state = follow(start(), SHOW, ASKED, {
			type: 'fetched',
			queue: queue([c, card('a', { version: 7 }), card('d')]),
		});
		expect(state.current).toBe(a);
		expect(state.shown).toBe(true);
		expect(ids(state)).toEqual(['a', 'c', 'd']);
	});

	it('leaves out of a told queue every card whose answer is not acknowledged', () => {
		const state = follow(start(), { type: 'acted', op: answer(a) }, ASKED, {
			type: 'fetched',
			queue: queue([a, b, c]),
		});
		expect(ids(state)).toEqual(['b', 'c']);
	});

	it('leaves out a card answered and acknowledged while the queue was on its way', () => {
		const op = answer(a);
		const told = queue([a, b, c]);
		const state = follow(
			start(),
			ASKED,
			{ type: 'acted', op },
			{ type: 'settled', settled: saved(op) },
			{ type: 'fetched', queue: told },
		);
		expect(ids(state)).toEqual(['b', 'c']);
		expect(state.fresh).toBe(false);
		expect(ids(follow(state, ASKED, { type: 'fetched', queue: queue([b, c, card('a', { version: 1 })]) }))).toEqual([
			'b',
			'c',
			'a',
		]);
	});

	it('rests only when the server has told of every act and nothing is left', () => {
		const op = answer(a);
		const acted = follow(beginSession(queue([a]), []), SHOW, { type: 'acted', op });
		expect(acted).toMatchObject({ current: null, resting: false });
		expect(follow(acted, ASKED, { type: 'fetched', queue: queue([]) }).resting).toBe(false);
		const acknowledged = follow(acted, { type: 'settled', settled: saved(op) });
		expect(acknowledged.resting).toBe(false);
		expect(follow(acknowledged, ASKED, { type: 'fetched', queue: queue([]) }).resting).toBe(true);
	});

	it('shows again a learning card that the refreshed queue brings back', () => {
		const op = answer(a, 'again');
		const state = follow(beginSession(queue([a]), []), { type: 'acted', op }, { type: 'settled', settled: saved(op) });
		const back = card('a', { version: 1, phase: 'relearning' });
		expect(follow(state, ASKED, { type: 'fetched', queue: queue([back]) }).current).toBe(back);
	});

	it('keeps the Done page until the learner goes on', () => {
		const resting = beginSession(queue([]), []);
		const due = follow(resting, ASKED, { type: 'fetched', queue: queue([a]) });
		expect(due).toMatchObject({ resting: true, current: null });
		expect(follow(due, { type: 'go-on' })).toMatchObject({ resting: false, current: { cardId: 'a' } });
	});

	it('reveals a stepwise answer part by part', () => {
		const stepwise = card('s', { backHtml: '<section data-step="1">1</section><section data-step="2">2</section>' });
		const shown = follow(beginSession(queue([stepwise]), []), SHOW);
		expect(shown).toMatchObject({ steps: 2, revealed: 1 });
		expect(follow(shown, { type: 'reveal' }, { type: 'reveal' }).revealed).toBe(2);
	});

	it('flags the card at once, and answers it on the version the flag left', () => {
		const op = action(a, { type: 'flag', flag: 1 });
		const flagged = follow(start(), SHOW, { type: 'acted', op });
		expect(flagged).toMatchObject({ current: { cardId: 'a', flag: 1, version: 0 }, shown: true });
		expect(follow(flagged, { type: 'settled', settled: saved(op, 5) }).current?.version).toBe(5);
	});

	it('takes a suspended card off the page', () => {
		expect(ids(follow(start(), { type: 'acted', op: action(a, { type: 'suspend' }) }))).toEqual(['b', 'c']);
	});

	it('shows an undone card with its answer hidden, the interrupted one next', () => {
		const op = undo();
		const state = follow(
			start(),
			{ type: 'acted', op: answer(a) },
			SHOW,
			{ type: 'acted', op },
			{ type: 'settled', settled: undone(op, a) },
		);
		expect(ids(state)).toEqual(['a', 'b', 'c']);
		expect(state).toMatchObject({ shown: false, said: 'Undone: Good on “x”.' });
	});

	it('puts an undone card next when the learner has moved on meanwhile', () => {
		const op = undo();
		const state = follow(
			start(),
			{ type: 'acted', op },
			{ type: 'acted', op: answer(a) },
			{ type: 'settled', settled: undone(op, card('d')) },
		);
		expect(ids(state)).toEqual(['b', 'd', 'c']);
	});

	it('takes several undos one after the other', () => {
		const [one, two] = [undo(null, 'u1'), undo(null, 'u2')];
		const asked = follow(beginSession(queue([c]), []), { type: 'acted', op: one }, { type: 'acted', op: two });
		const state = follow(
			asked,
			{ type: 'settled', settled: undone(one, b) },
			{ type: 'settled', settled: undone(two, a) },
		);
		expect(ids(state)).toEqual(['a', 'b', 'c']);
	});

	it('leaves the Done page for an undone card', () => {
		const op = undo();
		const state = follow(
			beginSession(queue([]), []),
			{ type: 'acted', op },
			{ type: 'settled', settled: undone(op, a) },
		);
		expect(state).toMatchObject({ resting: false, current: { cardId: 'a' } });
	});

	it('tells of a refused answer and offers the card as it stands, without swapping', () => {
		const op = answer(a);
		const now = card('a', { version: 4 });
		const refused: ReviewEvent = {
			type: 'settled',
			settled: { result: 'refused', op, reason: 'Answered elsewhere.', card: now },
		};
		const state = follow(start(), { type: 'acted', op }, refused);
		expect(state.current).toBe(b);
		expect(state.refused).toEqual({ title: 'a', reason: 'Answered elsewhere.', card: now });
		expect(ids(follow(state, { type: 'see-refused' }))).toEqual(['a', 'b', 'c']);
		expect(follow(state, { type: 'dismiss' }).refused).toBeNull();
	});

	it('renews the offers of the card on the page when the study day has ended', () => {
		const renewed = card('a', { studyDay: 101 });
		const over = follow(start(), SHOW, { type: 'day-ended' });
		expect(over.dayOver).toBe(true);
		const state = follow(over, ASKED, { type: 'fetched', queue: queue([b, renewed]) });
		expect(state).toMatchObject({ current: { cardId: 'a', studyDay: 101 }, shown: true, dayOver: false });
	});

	it('moves on from a card that the new study day does not ask', () => {
		const state = follow(start(), SHOW, { type: 'day-ended' }, ASKED, { type: 'fetched', queue: queue([b]) });
		expect(state).toMatchObject({ current: { cardId: 'b' }, shown: false, said: 'A new study day has begun.' });
	});

	it('opens without the cards whose answers an earlier tab left unsent', () => {
		const state = beginSession(queue([a, b]), [answer(a)]);
		expect(ids(state)).toEqual(['b']);
	});
});
