import { describe, expect, it } from 'vitest';
import { action, answer, card, undo } from '@/app/(study)/review/review-fixtures';
import type { Op } from './op';
import { openOutbox } from './outbox';
import type { Reply, Settled } from './settled';

const applied = (version: number): Reply => ({
	status: 200,
	body: { status: 'applied', version, becameLeech: false, undoable: null },
});
const stale: Reply = {
	status: 409,
	body: { status: 'stale', reason: 'Answered elsewhere.', card: card('a', { version: 9 }) },
};
const lost = new Error('network');

/** An outbox on a store that outlives it and a server that answers as told, one reply a request. */
function outboxOn(store: Map<string, Op>, replies: (Reply | Error)[]) {
	const sent: Op[] = [];
	const ends: Settled[] = [];
	const pauses: number[] = [];
	const outbox = openOutbox({
		keep: (op) => void store.set(op.body.key, op),
		forget: (op) => void store.delete(op.body.key),
		left: () => [...store.values()],
		async send(op) {
			sent.push(op);
			const reply = replies.shift();
			if (!reply) return new Promise(() => {});
			if (reply instanceof Error) throw reply;
			return reply;
		},
		pause: async (ms) => void pauses.push(ms),
	});
	outbox.onSettled((end) => ends.push(end));
	return { outbox, sent, ends, pauses };
}

const rest = () => new Promise((resolve) => setTimeout(resolve, 5));

describe('openOutbox()', () => {
	it('keeps an act before it is sent and forgets it only when it is acknowledged', async () => {
		const store = new Map<string, Op>();
		const { outbox, sent } = outboxOn(store, []);
		outbox.add(answer(card('a')));
		expect([...store.keys()]).toEqual(['answer a']);
		await rest();
		expect(sent).toHaveLength(1);
		expect(store.size).toBe(1);
	});

	it('sends one act at a time, in order', async () => {
		const { outbox, sent } = outboxOn(new Map(), [applied(1)]);
		for (const id of ['a', 'b', 'c']) outbox.add(answer(card(id)));
		await rest();
		expect(sent.map((op) => op.body.key)).toEqual(['answer a', 'answer b']);
		expect(outbox.pending()).toHaveLength(2);
	});

	it('sends again with the same key after a lost response and a failing server, waiting longer each time', async () => {
		const { outbox, sent, ends, pauses } = outboxOn(new Map(), [lost, { status: 503, body: null }, applied(1)]);
		outbox.add(answer(card('a')));
		await rest();
		expect(sent.map((op) => op.body.key)).toEqual(['answer a', 'answer a', 'answer a']);
		expect(pauses).toEqual([250, 500]);
		expect(ends.map((end) => end.result)).toEqual(['saved']);
		expect(outbox.failures()).toBe(0);
	});

	it('sends what an earlier tab left before anything new', async () => {
		const store = new Map<string, Op>([['answer old', answer(card('old'))]]);
		const { outbox, sent } = outboxOn(store, [applied(1), applied(1)]);
		outbox.add(answer(card('a')));
		await rest();
		expect(sent.map((op) => op.body.key)).toEqual(['answer old', 'answer a']);
		expect(store.size).toBe(0);
	});

	it('drops a stale answer and tells how the card stands now', async () => {
		const { outbox, ends } = outboxOn(new Map(), [stale]);
		outbox.add(answer(card('a')));
		await rest();
		expect(ends).toMatchObject([{ result: 'refused', reason: 'Answered elsewhere.', card: { version: 9 } }]);
		expect(outbox.pending()).toEqual([]);
	});

	it('makes an answer on the version that a flag before it left', async () => {
		const { outbox, sent } = outboxOn(new Map(), [applied(4), applied(5)]);
		outbox.add(action(card('a'), { type: 'flag', flag: 1 }));
		outbox.add(answer(card('a')));
		outbox.add(answer(card('b')));
		await rest();
		expect(sent.map((op) => 'version' in op.body && op.body.version)).toEqual([0, 4, 0]);
	});

	it('keeps an act in its new form before the one it follows is forgotten', async () => {
		const store = new Map<string, Op>();
		const { outbox } = outboxOn(store, [applied(4)]);
		outbox.add(action(card('a'), { type: 'flag', flag: 1 }));
		outbox.add(answer(card('a')));
		await rest();
		expect([...store.values()]).toMatchObject([{ kind: 'answer', body: { version: 4 } }]);
	});

	it('drops the undo of an answer that was refused, lest it take back an earlier one', async () => {
		const { outbox, sent } = outboxOn(new Map(), [stale, applied(1)]);
		const refused = answer(card('a'));
		outbox.add(refused);
		outbox.add(undo(refused.body.key));
		outbox.add(answer(card('b')));
		await rest();
		expect(sent.map((op) => op.kind)).toEqual(['answer', 'answer']);
	});

	it('tells a request that the server will never take from one to be sent again', async () => {
		const { outbox, ends, sent } = outboxOn(new Map(), [
			{ status: 400, body: { error: 'atMs is too large' } },
			{ status: 403, body: null },
		]);
		outbox.add(answer(card('a')));
		outbox.add(answer(card('b')));
		await rest();
		expect(sent).toHaveLength(2);
		expect(ends).toMatchObject([
			{ result: 'refused', reason: 'atMs is too large' },
			{ result: 'refused', reason: 'The server answered 403.' },
		]);
	});
});
