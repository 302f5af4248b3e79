import { cardOf, type Op } from './op';
import { type Reply, type Settled, settle } from './settled';

/** What the outbox needs of the world. */
export interface OutboxPorts {
	/** Keeps an act where a killed tab cannot lose it; replaces the act of the same key. */
	keep(op: Op): void;
	forget(op: Op): void;
	/** Acts kept by tabs that are gone, oldest first. */
	left(): Op[];
	/** Rejects when no answer came. */
	send(op: Op): Promise<Reply>;
	/** Ends early when there is new reason for hope. */
	pause(ms: number): Promise<void>;
}

/** Acts on their way to the server, first in, first out. */
export interface Outbox {
	add(op: Op): void;
	pending(): readonly Op[];
	/** How often the first act has been sent in vain. */
	failures(): number;
	onChange(listener: () => void): () => void;
	onSettled(listener: (settled: Settled) => void): () => void;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 8_000;

/** Opens an outbox: what earlier tabs left goes first, one act is under way at a time, and each is sent until it is answered. */
export function openOutbox(ports: OutboxPorts): Outbox {
	let ops: readonly Op[] = ports.left();
	let failures = 0;
	let busy = false;
	const changed = new Set<() => void>();
	const settled = new Set<(settled: Settled) => void>();

	function change(next: readonly Op[]): void {
		ops = next;
		for (const listener of changed) listener();
	}

	function finish(end: Settled): void {
		const followers = ops.slice(1).flatMap((op) => follow(op, end));
		// Followers are kept in their new form before the first is forgotten: killed in between, it is only sent twice.
		for (const op of ops.slice(1)) {
			const next = followers.find((follower) => follower.body.key === op.body.key);
			if (!next) ports.forget(op);
			else if (next !== op) ports.keep(next);
		}
		ports.forget(end.op);
		change(followers);
		for (const listener of settled) listener(end);
	}

	async function drain(): Promise<void> {
		if (busy) return;
		busy = true;
		for (let op = ops[0]; op; op = ops[0]) {
			const sent = op;
			const end = await ports.send(sent).then(
				(reply) => settle(sent, reply),
				() => null,
			);
			if (end) {
				failures = 0;
				finish(end);
			} else {
				failures += 1;
				change(ops);
				await ports.pause(Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1)));
			}
		}
		busy = false;
	}

	void drain();
	return {
		add(op) {
			ports.keep(op);
			change([...ops, op]);
			void drain();
		},
		pending: () => ops,
		failures: () => failures,
		onChange(listener) {
			changed.add(listener);
			return () => changed.delete(listener);
		},
		onSettled(listener) {
			settled.add(listener);
			return () => settled.delete(listener);
		},
	};
}

/** What an act further back becomes when the first one ends: made on the version that it left, or dropped with what it undid. */
function follow(op: Op, end: Settled): Op[] {
	if (op.kind === 'undo') return end.result === 'refused' && op.of === end.op.body.key ? [] : [op];
	if (end.result !== 'saved' || end.op.kind === 'undo') return [op];
	const sameState = cardOf(op) === cardOf(end.op) && op.body.version === end.op.body.version;
	if (!sameState) return [op];
	// an answer or another act: its body has a version either way
	return [{ ...op, body: { ...op.body, version: end.outcome.version } } as Op];
}
