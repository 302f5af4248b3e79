import type { Grain, Params, RunResult } from '@/lib/demos/demo';

/** The two acts of a demo: its run, and its training where it has one. */
export type Act = 'run' | 'train';

/** What the page tells the worker; frames come one at a time, each asked for by `next`, which says how far training goes. */
export type ToWorker =
	| { type: 'start'; runId: number; demoId: string; act: Act; params: Params }
	| { type: 'next'; runId: number; grain: Grain }
	| { type: 'stop' };

/** What the worker answers; `runId` tells a late answer of an earlier run from one of this. */
export type FromWorker =
	| { type: 'frame'; runId: number; frame: unknown }
	| { type: 'done'; runId: number; result: RunResult<unknown> | string }
	| { type: 'failed'; runId: number; message: string };
