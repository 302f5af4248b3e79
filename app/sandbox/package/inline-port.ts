import type { WorkerPort } from '@/app/sandbox/run-client';
import type { FromWorker, ToWorker } from '@/app/sandbox/run-protocol';
import { createRunServer } from '@/app/sandbox/run-server';
import type { DemoModel, Params } from '@/lib/demos/demo';

/** Longer than this without a break and a page feels stuck; a single frame may still take longer. */
const SLICE_MS = 8;

/** The clock and the breaks of the page. */
export interface PageTime {
	nowMs(): number;
	/** Calls back once the page has had its turn. */
	later(callback: () => void): void;
}

/**
 * What a worker does, done on the page itself where there are no workers: the same messages, answered in slices between which the
 * page draws and listens.
 */
export function createInlinePort(model: DemoModel<Params, unknown, unknown>, time: PageTime): WorkerPort {
	const waiting: ToWorker[] = [];
	let scheduled = false;
	let ended = false;

	const port: WorkerPort = {
		postMessage(message) {
			if (message.type === 'stop') waiting.length = 0;
			waiting.push(message);
			schedule();
		},
		onmessage: null,
		onerror: null,
		terminate() {
			ended = true;
			waiting.length = 0;
		},
	};
	const answer = (data: FromWorker) => {
		if (!ended) port.onmessage?.({ data } as MessageEvent<FromWorker>);
	};
	const handle = createRunServer(async () => model, answer);

	function schedule(): void {
		if (scheduled || ended) return;
		scheduled = true;
		time.later(slice);
	}

	function slice(): void {
		const startMs = time.nowMs();
		while (!ended && waiting.length > 0 && time.nowMs() - startMs < SLICE_MS) {
			const message = waiting.shift();
			if (message) handle(message);
		}
		scheduled = false;
		if (waiting.length > 0) schedule();
	}

	return port;
}
