import { describe, expect, it } from 'vitest';
import type { Op } from '@/app/(study)/outbox/op';
import type { Outbox } from '@/app/(study)/outbox/outbox';
import type { Settled } from '@/app/(study)/outbox/settled';
import type { ReviewQueue } from '@/lib/db/review-view';
import { card, queue, saved } from './review-fixtures';
import { reviewRun } from './review-run';

/** A run with a clock, an outbox and a server that move only when told. */
function runOn(initial: ReviewQueue) {
	const world = {
		nowMs: 1_000,
		keys: 0,
		ops: [] as Op[],
		settle: (_: Settled) => {},
		asked: 0,
		told: (_: ReviewQueue | null) => {},
	};
	const outbox: Outbox = {
		add: (op) => void world.ops.push(op),
		pending: () => world.ops,
		failures: () => 0,
		onChange: () => () => {},
		onSettled(listener) {
			world.settle = (end) => {
				world.ops = world.ops.filter((op) => op !== end.op);
				listener(end);
			};
			return () => {};
		},
	};
	const timers: { atMs: number; run: () => void }[] = [];
	const run = reviewRun(initial, {
		outbox,
		fetchQueue: () => {
			world.asked += 1;
			return new Promise((resolve, reject) => {
				world.told = (told) => (told ? resolve(told) : reject(new Error('down')));
			});
		},
		nowMs: () => world.nowMs,
		newKey: () => `key ${++world.keys}`,
		later(ms, then) {
			const timer = { atMs: world.nowMs + ms, run: then };
			timers.push(timer);
			return () => void timers.splice(timers.indexOf(timer), 1);
		},
	});
	run.start();
	async function pass(ms: number) {
		world.nowMs += ms;
		for (const timer of [...timers]) if (timer.atMs <= world.nowMs) timer.run();
		await new Promise((resolve) => setTimeout(resolve));
	}
	return { run, world, pass };
}

describe('reviewRun()', () => {
	it('shows with the large key, then answers good, timing the card', () => {
		const { run, world } = runOn(queue([card('a'), card('b')]));
		run.advance();
		world.nowMs += 4_200;
		run.advance();
		expect(world.ops).toMatchObject([
			{ kind: 'answer', body: { cardId: 'a', grade: 'good', intervalDays: 3, durationMs: 4_200, atMs: 5_200 } },
		]);
		expect(run.state().current?.cardId).toBe('b');
	});

	it('makes one answer of a double press', () => {
		const { run, world } = runOn(queue([card('a'), card('b')]));
		run.advance();
		run.grade('easy');
		run.grade('easy');
		expect(world.ops).toHaveLength(1);
	});

	it('refuses a grade while the answer is hidden', () => {
		const { run, world } = runOn(queue([card('a')]));
		run.grade('good');
		expect(world.ops).toEqual([]);
	});

	it('asks for the queue once while one is on its way, then once more', async () => {
		const { run, world, pass } = runOn(queue([card('a'), card('b'), card('c')]));
		for (const id of ['a', 'b']) {
			run.advance();
			run.advance();
			const op = world.ops.find((one) => one.kind === 'answer' && one.body.cardId === id);
			if (op) world.settle(saved(op));
		}
		expect(world.asked).toBe(1);
		world.told(queue([card('c')]));
		await pass(0);
		expect(world.asked).toBe(2);
	});

	it('names the answer that an undo is meant for while it is unacknowledged', () => {
		const { run, world } = runOn(queue([card('a'), card('b')]));
		run.advance();
		run.advance();
		run.undo();
		expect(world.ops).toMatchObject([{ kind: 'answer' }, { kind: 'undo', of: 'key 1' }]);
	});

	it('does not send an undo when nothing is left to undo', () => {
		const { run, world } = runOn(queue([card('a')]));
		run.undo();
		expect(world.ops).toEqual([]);
	});

	it('takes no grade between the end of the study day and the new day’s queue', async () => {
		const { run, world, pass } = runOn(queue([card('a')], { dayEndsAtMs: 5_000 }));
		run.advance();
		world.nowMs = 6_000;
		run.grade('good');
		expect(world.ops).toEqual([]);
		expect(run.state().dayOver).toBe(true);
		world.told(queue([card('a', { studyDay: 101 })], { dayEndsAtMs: 90_000_000 }));
		await pass(0);
		run.grade('good');
		expect(world.ops).toMatchObject([{ body: { studyDay: 101 } }]);
	});

	it('asks only once about a day that has ended by the browser’s clock but not by the server’s', async () => {
		const { run, world, pass } = runOn(queue([card('a')], { dayEndsAtMs: 5_000 }));
		await pass(60_000);
		world.told(queue([card('a')], { dayEndsAtMs: 5_000 }));
		await pass(60_000);
		expect(world.asked).toBe(1);
		expect(run.state().dayOver).toBe(false);
	});

	it('asks again when a learning card comes due, and after the server was away', async () => {
		const { run, world, pass } = runOn(queue([], { nextLearningAtMs: 50_000 }));
		await pass(50_000);
		expect(world.asked).toBe(1);
		world.told(null);
		await pass(0);
		await pass(2_000);
		expect(world.asked).toBe(2);
		world.told(queue([card('a')]));
		await pass(0);
		expect(run.state()).toMatchObject({ resting: true, queue: { cards: [{ cardId: 'a' }] } });
	});

	it('goes on with the cards of a further helping, and rests again when it brings none', async () => {
		const { run, world, pass } = runOn(queue([]));
		run.refill();
		expect(run.state().resting).toBe(false);
		world.told(queue([]));
		await pass(0);
		expect(run.state().resting).toBe(true);
		run.refill();
		world.told(queue([card('a')]));
		await pass(0);
		expect(run.state()).toMatchObject({ resting: false, current: { cardId: 'a' } });
	});
});
