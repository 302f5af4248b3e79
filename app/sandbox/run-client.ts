import type { Grain, Params } from '@/lib/demos/demo';
import type { Act, FromWorker, ToWorker } from './run-protocol';

/** The part of a Worker that a run needs. */
export interface WorkerPort {
	postMessage(message: ToWorker): void;
	onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
	terminate(): void;
}

/** Who hears of the present run; messages of earlier ones never arrive here. */
export interface RunListener {
	frame(frame: unknown): void;
	done(result: unknown): void;
	failed(message: string): void;
}

/** The page's side of the worker. */
export interface RunClient {
	start(demoId: string, act: Act, params: Params): void;
	/** Asks for one frame, in training one `grain` on (an epoch when left out); does nothing while one is on its way. */
	next(grain?: Grain): void;
	stop(): void;
	/** Ends the worker for good. */
	close(): void;
}

/** Runs a demo in a worker that is opened at the first start. */
export function createRunClient(open: () => WorkerPort, listener: RunListener): RunClient {
	let worker: WorkerPort | null = null;
	let runId = 0;
	let running = false;
	let inFlight = false;

	function receive({ data }: MessageEvent<FromWorker>): void {
		if (!running || data.runId !== runId) return;
		inFlight = false;
		if (data.type === 'frame') {
			listener.frame(data.frame);
			return;
		}
		running = false;
		if (data.type === 'done') listener.done(data.result);
		else listener.failed(data.message);
	}

	function connect(): WorkerPort {
		const port = open();
		port.onmessage = receive;
		port.onerror = (event) => {
			running = false;
			inFlight = false;
			listener.failed(event.message || 'the code of this demo could not be loaded');
		};
		return port;
	}

	return {
		start(demoId, act, params) {
			worker ??= connect();
			runId++;
			running = true;
			inFlight = false;
			worker.postMessage({ type: 'start', runId, demoId, act, params });
		},
		next(grain = 'epoch') {
			if (!running || inFlight) return;
			inFlight = true;
			worker?.postMessage({ type: 'next', runId, grain });
		},
		stop() {
			running = false;
			inFlight = false;
			worker?.postMessage({ type: 'stop' });
		},
		close() {
			running = false;
			worker?.terminate();
			worker = null;
		},
	};
}
