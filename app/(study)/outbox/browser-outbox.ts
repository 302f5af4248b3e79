import { keptOps } from './kept-ops';
import type { Op } from './op';
import { type Outbox, openOutbox } from './outbox';
import type { Reply } from './settled';

const PATHS = { answer: '/api/reviews', action: '/api/actions', undo: '/api/undo' } as const;
const PATIENCE_MS = 15_000;

let opened: Outbox | null = null;

/** The outbox of this tab, opened on first use; browser only. */
export function browserOutbox(): Outbox {
	opened ??= openOutbox({ ...keptOps(window.localStorage), send: (op) => alone(() => post(op)), pause });
	return opened;
}

async function post(op: Op): Promise<Reply> {
	const response = await fetch(PATHS[op.kind], {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(op.body),
		keepalive: true,
		signal: AbortSignal.timeout(PATIENCE_MS),
	});
	return { status: response.status, body: await response.json().catch(() => null) };
}

/** One tab sends at a time, so that acts left by a closed tab and those of an open one do not race. */
function alone<T>(run: () => Promise<T>): Promise<T> {
	return 'locks' in navigator ? navigator.locks.request('chainrule-outbox', run) : run();
}

function pause(ms: number): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(done, ms);
		window.addEventListener('online', done);
		function done() {
			clearTimeout(timer);
			window.removeEventListener('online', done);
			resolve();
		}
	});
}
